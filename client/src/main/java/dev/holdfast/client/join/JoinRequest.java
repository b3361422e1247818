package dev.holdfast.client.join;

import dev.holdfast.kernel.canonical.CanonicalReader;
import dev.holdfast.kernel.canonical.CanonicalWriter;
import dev.holdfast.kernel.device.Device;

/// What a new device leaves in the mailbox.
///
/// @param device its public half
/// @param name how people call it
record JoinRequest(Device device, String name) {
  private static final String MAGIC = "holdfast/join/v1\n";

  static JoinRequest decode(byte[] bytes) {
    var in = new CanonicalReader("a device's request to join", bytes, MAGIC);
    var request = new JoinRequest(Device.read(in), in.text());
    in.end();
    return request;
  }

  byte[] encode() {
    var out = new CanonicalWriter(MAGIC);
    device.write(out);
    return out.text(name).toBytes();
  }
}
