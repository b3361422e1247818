package dev.holdfast.vault.object;

import dev.holdfast.kernel.VaultId;
import java.util.HashMap;
import java.util.Map;

/// Bytes that were promised to uploads under way and are in no file yet, so that a thousand uploads
/// at once are promised no more than one after the other.
final class Reserved {
  private final Map<VaultId, Long> byVault = new HashMap<>();
  private long all;

  /// Held until it is closed.
  interface Promise extends AutoCloseable {
    @Override
    void close();
  }

  /// Decides whether `bytes` more can be promised.
  interface Admission {
    /// @param ofVault promised to the vault's other uploads
    /// @param ofAll promised to all other uploads
    /// @throws dev.holdfast.vault.RefusedException if not
    void check(long ofVault, long ofAll);
  }

  /// Promises `bytes` if `admission` lets it.
  synchronized Promise promise(VaultId vault, long bytes, Admission admission) {
    admission.check(byVault.getOrDefault(vault, 0L), all);
    add(vault, bytes);
    return () -> add(vault, -bytes);
  }

  private synchronized void add(VaultId vault, long bytes) {
    all += bytes;
    if (byVault.merge(vault, bytes, Long::sum) == 0) byVault.remove(vault);
  }
}
