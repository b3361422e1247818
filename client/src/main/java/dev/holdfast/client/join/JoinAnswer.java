package dev.holdfast.client.join;

import dev.holdfast.kernel.SecretBytes;
import dev.holdfast.kernel.Sha256;
import dev.holdfast.kernel.VerifyKey;
import dev.holdfast.kernel.canonical.CanonicalReader;
import dev.holdfast.kernel.canonical.CanonicalWriter;
import dev.holdfast.kernel.policy.Policy;
import java.util.ArrayList;
import java.util.List;

/// What a new home needs, as the enrolled device leaves it in the mailbox; wiped on close.
///
/// @param idKey names objects and frames
/// @param serverKey the server's identity
/// @param loopback as the server said
/// @param policies those that the enrolled device trusts
/// @param sequence of the newest snapshot it has seen, 0 for none
/// @param snapshot its id
record JoinAnswer(SecretBytes idKey, VerifyKey serverKey, boolean loopback, List<Policy> policies,
    long sequence, Sha256 snapshot) implements AutoCloseable {
  private static final String MAGIC = "holdfast/joined/v1\n";

  JoinAnswer {
    policies = List.copyOf(policies);
  }

  static JoinAnswer decode(byte[] bytes) {
    var in = new CanonicalReader("an invitation's answer", bytes, MAGIC);
    var idKey = new SecretBytes(in.fixed(32));
    var serverKey = VerifyKey.of(in.fixed(32));
    boolean loopback = in.u8() == 1;
    var policies = new ArrayList<Policy>();
    for (int left = in.count(4); left > 0; left--)
      policies.add(Policy.decode(in.bytes()));
    long sequence = in.u64();
    var snapshot = Sha256.of(in.fixed(Sha256.BYTES));
    in.end();
    return new JoinAnswer(idKey, serverKey, loopback, policies, sequence, snapshot);
  }

  byte[] encode() {
    var out = new CanonicalWriter(MAGIC);
    idKey.lendTo(out::fixed);
    out.fixed(serverKey.raw()).u8(loopback ? 1 : 0).u32(policies.size());
    policies.forEach(policy -> out.bytes(policy.encode()));
    return out.u64(sequence).fixed(snapshot.raw()).toBytes();
  }

  @Override
  public void close() {
    idKey.close();
  }
}
