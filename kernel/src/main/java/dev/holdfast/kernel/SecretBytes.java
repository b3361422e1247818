package dev.holdfast.kernel;

import java.security.MessageDigest;
import java.util.Arrays;
import java.util.function.Consumer;
import java.util.function.Function;

/// Key material: copied in, lent out, never printed, wiped on close.
///
/// Wiping is best effort: the virtual machine may have moved the array before. Not a record, because
/// a record would print and compare its bytes.
public final class SecretBytes implements AutoCloseable {
  private final byte[] bytes;
  private boolean closed;

  /// @param source copied, then filled with zeros: the caller's array is spent
  public SecretBytes(byte[] source) {
    bytes = source.clone();
    Arrays.fill(source, (byte) 0);
  }

  /// Lends the bytes for one call.
  ///
  /// @param use must neither keep nor change the array
  /// @throws IllegalStateException if this secret is wiped
  public <T> T lend(Function<byte[], T> use) {
    return use.apply(open());
  }

  /// Lends the bytes to a call without an answer; see [#lend].
  public void lendTo(Consumer<byte[]> use) {
    use.accept(open());
  }

  /// A second, independent copy, wiped on its own.
  public SecretBytes copy() {
    return new SecretBytes(open().clone());
  }

  /// Length in bytes.
  public int length() {
    return bytes.length;
  }

  /// Takes the same time whether the first or the last byte differs.
  public boolean sameAs(SecretBytes other) {
    return MessageDigest.isEqual(open(), other.open());
  }

  private byte[] open() {
    if (closed) throw new IllegalStateException("secret already wiped");
    return bytes;
  }

  @Override
  public String toString() {
    return "SecretBytes(" + bytes.length + ")";
  }

  @Override
  public void close() {
    Arrays.fill(bytes, (byte) 0);
    closed = true;
  }
}
