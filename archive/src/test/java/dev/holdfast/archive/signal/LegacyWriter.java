package dev.holdfast.archive.signal;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.util.Random;

/// Makes legacy backups for tests, written from the format's description and not from the reader.
public final class LegacyWriter {
  private final ByteArrayOutputStream file = new ByteArrayOutputStream();
  private final byte[] keys;
  private final byte[] iv = new byte[16];
  private final int version;
  private int counter;

  public LegacyWriter(LegacyPassphrase passphrase, int version, long seed) {
    this.version = version;
    var random = new Random(seed);
    random.nextBytes(iv);
    var salt = new byte[32];
    random.nextBytes(salt);
    counter = ByteBuffer.wrap(iv).getInt();
    keys = passphrase.keys(salt);
    var header = new WireWriter().bytes(1, iv).bytes(2, salt);
    if (version > 0) header.varint(3, version);
    var frame = new WireWriter().message(1, header).toBytes();
    file.writeBytes(ByteBuffer.allocate(4).putInt(frame.length).array());
    file.writeBytes(frame);
  }

  private byte[] nextBlock() {
    return ByteBuffer.wrap(iv.clone()).putInt(counter++).array();
  }

  public LegacyWriter frame(WireWriter frame) throws GeneralSecurityException {
    var cipher = Primitives.aesCtr(keys, 0, nextBlock());
    var mac = Primitives.hmacSha256(keys, 32, 32);
    var plain = frame.toBytes();
    var length = ByteBuffer.allocate(4).putInt(plain.length + 10).array();
    if (version > 0) {
      length = cipher.update(length);
      mac.update(length);
    }
    var sealed = cipher.doFinal(plain);
    file.writeBytes(length);
    file.writeBytes(sealed);
    file.write(mac.doFinal(sealed), 0, 10);
    return this;
  }

  public LegacyWriter blob(byte[] plain) throws GeneralSecurityException {
    var block = nextBlock();
    var mac = Primitives.hmacSha256(keys, 32, 32);
    mac.update(block);
    var sealed = Primitives.aesCtr(keys, 0, block).doFinal(plain);
    file.writeBytes(sealed);
    file.write(mac.doFinal(sealed), 0, 10);
    return this;
  }

  public byte[] end() throws GeneralSecurityException {
    frame(new WireWriter().varint(6, 1));
    return file.toByteArray();
  }
}
