package dev.holdfast.client.epoch;

import dev.holdfast.archive.seal.Identity;
import dev.holdfast.archive.seal.Recipient;
import dev.holdfast.kernel.SecretBytes;
import dev.holdfast.kernel.canonical.CanonicalReader;
import dev.holdfast.kernel.canonical.CanonicalWriter;
import java.util.Arrays;

/// Leads from an epoch to the one before it, so that whoever opens one reads all older packs.
///
/// @param epoch the older one
/// @param identity its VSK
record ChainLink(int epoch, Identity identity) {
  private static final String MAGIC = "holdfast/chain/v1\n";

  static byte[] seal(Recipient newer, int epoch, Identity older) {
    var out = new CanonicalWriter(MAGIC).u32(epoch);
    try (var seed = older.seed()) {
      seed.lendTo(out::fixed);
    }
    var plain = out.toBytes();
    try {
      return SmallFile.seal(newer, plain);
    } finally {
      Arrays.fill(plain, (byte) 0);
    }
  }

  /// @throws dev.holdfast.archive.ArchiveException DAMAGED if it does not open
  static ChainLink open(Identity newer, byte[] sealed) {
    try (var plain = SmallFile.open(newer, sealed)) {
      return plain.lend(ChainLink::decode);
    }
  }

  private static ChainLink decode(byte[] plain) {
    var in = new CanonicalReader("a chain", plain, MAGIC);
    var link = new ChainLink(in.u32(), new Identity(new SecretBytes(in.fixed(Keys.BYTES))));
    in.end();
    return link;
  }
}
