package dev.holdfast.archive.signal;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.HexFormat;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Known answers of docs/format.md, section 10.
class KnownKeysTest {
  record Case(String recoveryKey, String aci, String token, String svrKey, String backupKey,
      String backupId,
      String metadataKey, String local, String cloud) {}

  static Stream<Case> cases() {
    return Stream.of(
        new Case("dtjs858asj6tv0jzsqrsmj0ubp335pisj98e9ssnss8myoc08drhtcktyawvx45l",
            "659aa5f4-a28d-fcc1-1ea1-b997537a3d95",
            "69207061737320746865206b6e69666520746f207468652061786f6c6f746c21",
            "cdfecb856b148ca1c7f7557904f1ec698d0ccc4d4d68ed4c58c74a21e5c1c6c1",
            "ea26a2ddb5dba5ef9e34e1b8dea1f5ae7f255306a6d2d883e542306eaa9fe985",
            "8a624fbc45379043f39f1391cddc5fe8",
            "68a14417a1167e55fdb17b24fb223b34752ba4d2bb6294c991acaebf4ec90472",
            "f425e22a607c529717e1e1b29f9fe139f9d1c7e7d01e371c7753c544a3026649"
                + "e143f4ad5668d8bfed2f88562f0693f53bda2c0e55c9d71730f30e24695fd6df",
            "20e6ab57b87e051f3e695e953cf8a261dd307e4f92ae2921673f1d397e07887b"
                + "602af6ecfc09d695a8d58da9f18225e967979c5e03543ca0224a03cca3d9735e"),
        new Case("m".repeat(64), "11111111-1111-1111-1111-111111111111", "ab".repeat(32),
            "9a9ea8daf31741256062f3d5164b65483858f32b204dfd35debf0eb67c5097bc",
            "2afc757bc8e86cc317848227ab79c41298d6b0688c5f40960c600966512bd736",
            "687b4288aab129fd7dcb3941aa3c7e39",
            "20884234981424a367a6d9d1c02b32fedff3fe03601fc038f3c6b39a747f28d6",
            "bfb00e1f5fb1db5e59fef8f9b11deb32cf75a7344a0b909f9ebbb3c0a31461a7"
                + "0127f5d81d408be7a96de0217db1b03f3d5be252f5654470d476d39249269d40",
            "2eab8fb5febbf4260ecc384187d6b2888f79761a4175c2b944c2396b3636fb26"
                + "e7a2e4554a85a0cf31efaff560fb7870bcb0bf6bafaae13289e0139215ffcb80"));
  }

  @ParameterizedTest
  @MethodSource("cases")
  void aRecoveryKeyLeadsToEveryKeyOfTheSchedule(Case known) {
    try (var recovery = RecoveryKey.parse(known.recoveryKey()); var backup = recovery.backupKey()) {
      var id = backup.backupId(UUID.fromString(known.aci()));
      assertEquals(known.backupKey(), hex(backup));
      assertEquals(new BackupId(bytes(known.backupId())), id);
      assertEquals(known.metadataKey(), HexFormat.of().formatHex(backup.localMetadataKey()));
      try (var local = backup.localKey(id); var cloud = backup.cloudKey(id, bytes(known.token()))) {
        assertEquals(known.local(), hex(local));
        assertEquals(known.cloud(), hex(cloud));
      }
    }
  }

  @ParameterizedTest
  @MethodSource("cases")
  void theDerivationIsTheOneBehindTheAccountKeyToo(Case known) {
    var info = "20240801_SIGNAL_SVR_MASTER_KEY".getBytes(US_ASCII);
    var svrKey = Primitives.hkdf(known.recoveryKey().getBytes(US_ASCII), new byte[0], info, 32);
    assertEquals(known.svrKey(), HexFormat.of().formatHex(svrKey));
  }

  @Test
  void theAccountKeyGivesLockTokenAndRecoveryPassword() {
    var svrKey = bytes("2a".repeat(32));
    assertEquals("3a40e25812e6c20cca76a602451dd2bc7484553514438cade320c2aef54e10d1",
        hmac(svrKey, "Registration Lock"));
    assertEquals("91f959cfee39676dedd028bc8bbbd1e91ffa6a42c57754d095fe8abe7f0d4f56",
        hmac(svrKey, "Registration Recovery"));
  }

  private static String hmac(byte[] key, String text) {
    return HexFormat.of()
        .formatHex(Primitives.hmacSha256(key, 0, 32).doFinal(text.getBytes(US_ASCII)));
  }

  private static byte[] bytes(String hex) {
    return HexFormat.of().parseHex(hex);
  }

  private static String hex(Secret secret) {
    return secret.lend(HexFormat.of()::formatHex);
  }
}
