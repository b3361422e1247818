package dev.holdfast.kernel;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.holdfast.kernel.canonical.MalformedException;
import dev.holdfast.kernel.device.Device;
import dev.holdfast.kernel.device.DeviceCertificate;
import dev.holdfast.kernel.device.SealingKey;
import dev.holdfast.kernel.device.Wrapped;
import dev.holdfast.kernel.manifest.ManifestSignature;
import dev.holdfast.kernel.manifest.OuterManifest;
import dev.holdfast.kernel.manifest.SealedObject;
import dev.holdfast.kernel.policy.Policy;
import dev.holdfast.kernel.release.RequestStatement;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Optional;
import java.util.Random;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// One value has one encoding: what is written is read back, and whatever else is read is either
/// refused or the one encoding of another value.
class RoundTripTest {
  static byte[] bytes(Random random, int length) {
    var bytes = new byte[length];
    random.nextBytes(bytes);
    return bytes;
  }

  static Sha256 hash(Random random) {
    return Sha256.of(bytes(random, 32));
  }

  static VerifyKey key(Random random) {
    return VerifyKey.of(bytes(random, 32));
  }

  static Device device(Random random) {
    return new Device(key(random), SealingKey.of(bytes(random, SealingKey.BYTES)));
  }

  static Policy policy(Random random) {
    var servers = new ArrayList<Policy.ReleaseServer>();
    for (int left = 1 + random.nextInt(3); left > 0; left--)
      servers.add(new Policy.ReleaseServer(key(random), hash(random)));
    var devices = new ArrayList<Policy.EnrolledDevice>();
    for (int left = random.nextInt(3); left > 0; left--)
      devices.add(new Policy.EnrolledDevice(device(random),
          Wrapped.of(bytes(random, random.nextInt(40)))));
    return new Policy(VaultId.of(bytes(random, 16)), 1 + random.nextInt(1000),
        Duration.ofSeconds(random.nextInt(3_000_000)), Duration.ofSeconds(random.nextInt(1000)),
        SealingKey.of(bytes(random, SealingKey.BYTES)), hash(random), key(random), key(random),
        key(random), 1 + random.nextInt(servers.size()), servers,
        random.nextBoolean() ? Optional.of(Wrapped.of(bytes(random, 48))) : Optional.empty(),
        devices);
  }

  static SealedObject object(Random random) {
    return new SealedObject(ObjectName.of(bytes(random, 32)), 1 + random.nextInt(1 << 30),
        hash(random));
  }

  static OuterManifest manifest(Random random) {
    var added = new ArrayList<SealedObject>();
    for (int left = random.nextInt(5); left > 0; left--)
      added.add(object(random));
    var dropped = new ArrayList<ObjectName>();
    for (int left = random.nextInt(5); left > 0; left--)
      dropped.add(ObjectName.of(bytes(random, 32)));
    return new OuterManifest(VaultId.of(bytes(random, 16)), 1 + random.nextInt(9),
        1 + random.nextInt(99), hash(random), hash(random), DeviceId.of(bytes(random, 16)),
        Instant.ofEpochMilli(random.nextInt(Integer.MAX_VALUE)), object(random), added, dropped);
  }

  static DeviceCertificate certificate(Random random) {
    var leaves = new ArrayList<DeviceCertificate.Leaf>();
    for (int left = random.nextInt(4); left > 0; left--)
      leaves.add(new DeviceCertificate.Leaf(random.nextInt(9), DeviceId.of(bytes(random, 16)),
          Wrapped.of(bytes(random, random.nextInt(50)))));
    return new DeviceCertificate(VaultId.of(bytes(random, 16)), DeviceId.of(bytes(random, 16)),
        random.nextBoolean(), 1 + random.nextInt(9), device(random), leaves);
  }

  static RequestStatement statement(Random random) {
    return new RequestStatement(hash(random), key(random),
        SealingKey.of(bytes(random, SealingKey.BYTES)),
        random.nextBoolean() ? Optional.of(DeviceId.of(bytes(random, 16))) : Optional.empty(),
        "a machine \u00fc".repeat(random.nextInt(5)), RequestId.of(bytes(random, 16)));
  }

  static IntStream seeds() {
    return IntStream.range(0, 40);
  }

  /// Encodes and decodes one kind of value.
  record Kind<T>(Function<Random, T> make, Function<T, byte[]> encode,
      Function<byte[], T> decode) {
    void check(int seed) {
      var random = new Random(seed);
      var value = make.apply(random);
      var encoded = encode.apply(value);
      assertEquals(value, decode.apply(encoded));
      for (int i = 0; i < 60; i++)
        refusedOrTheOneEncoding(mutated(encoded, random));
      for (int i = 0; i < 20; i++) {
        var cut = Arrays.copyOf(encoded, random.nextInt(encoded.length));
        assertThrows(MalformedException.class, () -> decode.apply(cut));
      }
      var longer = Arrays.copyOf(encoded, encoded.length + 1);
      assertThrows(MalformedException.class, () -> decode.apply(longer));
    }

    private void refusedOrTheOneEncoding(byte[] bytes) {
      T read;
      try {
        read = decode.apply(bytes);
      } catch (MalformedException e) {
        return;
      }
      assertArrayEquals(bytes, encode.apply(read));
    }
  }

  static byte[] mutated(byte[] bytes, Random random) {
    var changed = bytes.clone();
    // Lengths and counts are rare among keys and hashes; most changes go to the ends.
    int at = random.nextInt(4) == 0
        ? random.nextInt(bytes.length)
        : random.nextBoolean()
            ? random.nextInt(Math.min(60, bytes.length))
            : bytes.length - 1 - random.nextInt(Math.min(80, bytes.length));
    changed[at] = (byte) random.nextInt(256);
    return changed;
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void aPolicy(int seed) {
    new Kind<>(RoundTripTest::policy, Policy::encode, Policy::decode).check(seed);
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void aManifest(int seed) {
    new Kind<>(RoundTripTest::manifest, OuterManifest::encode, OuterManifest::decode).check(seed);
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void aCertificate(int seed) {
    new Kind<>(RoundTripTest::certificate, DeviceCertificate::encode, DeviceCertificate::decode)
        .check(seed);
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void aStatement(int seed) {
    new Kind<>(RoundTripTest::statement, RequestStatement::encode, RequestStatement::decode)
        .check(seed);
  }

  @Test
  void aSignatureCoversTheWholeManifestAndNothingElse() {
    var random = new Random(1);
    try (var key = new SigningKey(new SecretBytes(bytes(random, 32)))) {
      var outer = manifest(random).encode();
      var signature = ManifestSignature.sign(key, outer);
      assertTrue(ManifestSignature.accepts(key.verifyKey(), outer, signature));
      assertFalse(key.verifyKey().accepts(outer, signature), "the domain belongs to it");
      outer[outer.length - 1] ^= 1;
      assertFalse(ManifestSignature.accepts(key.verifyKey(), outer, signature));
    }
  }

  @Test
  void valuesOutOfTheirRangeCannotBeMade() {
    var random = new Random(1);
    assertThrows(IllegalArgumentException.class,
        () -> new SealedObject(ObjectName.of(bytes(random, 32)), 0, hash(random)));
    assertThrows(IllegalArgumentException.class, () -> new VaultId("AB".repeat(16)));
    assertThrows(IllegalArgumentException.class, () -> new Sha256("ab"));
    assertThrows(IllegalArgumentException.class, () -> new SealingKey("AAAA"));
  }
}
