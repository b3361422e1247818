package dev.holdfast.client.device;

import dev.holdfast.archive.store.Signers;
import dev.holdfast.kernel.DeviceId;
import dev.holdfast.kernel.VaultId;
import dev.holdfast.kernel.VerifyKey;
import dev.holdfast.kernel.device.Device;
import dev.holdfast.kernel.device.DeviceCertificate;
import dev.holdfast.kernel.device.SealingKey;
import dev.holdfast.kernel.manifest.OuterManifest;
import dev.holdfast.kernel.policy.Policy;
import dev.holdfast.kernel.wire.VaultStatus.EnrolledDevice;
import java.util.Base64;
import java.util.Collection;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/// Everybody who reaches the policies that are trusted: the devices named there, and those that
/// certificates add. What the server says beyond that does not count.
public final class Roster implements Signers {
  private final VaultId vault;
  private final Map<Integer, VerifyKey> openingKeys = new HashMap<>();
  private final Map<DeviceId, Device> devices = new HashMap<>();
  private final Map<DeviceId, DeviceCertificate> certificates = new HashMap<>();

  private Roster(VaultId vault) {
    this.vault = vault;
  }

  /// @param trusted the policies that are believed
  /// @param listed what the server says is enrolled
  public static Roster of(VaultId vault, Collection<Policy> trusted, List<EnrolledDevice> listed) {
    var roster = new Roster(vault);
    for (var policy : trusted) {
      roster.openingKeys.put(policy.epoch(), policy.openingKey());
      policy.devices().forEach(one -> roster.devices.put(one.device().id(), one.device()));
    }
    boolean grown = true;
    while (grown) {
      grown = false;
      for (var one : listed)
        grown |= roster.admit(one);
    }
    return roster;
  }

  private boolean admit(EnrolledDevice listed) {
    if (listed.certificate().isEmpty()) return false;
    try {
      var id = new DeviceId(listed.id());
      if (certificates.containsKey(id)) return false;
      var certificate = DeviceCertificate.decode(Base64.getDecoder()
          .decode(listed.certificate()));
      if (!names(certificate, listed) || !signed(certificate, listed.signature())) return false;
      certificates.put(id, certificate);
      devices.put(id, certificate.device());
      return true;
    } catch (IllegalArgumentException e) {
      return false;
    }
  }

  private boolean names(DeviceCertificate certificate, EnrolledDevice listed) {
    var device = certificate.device();
    return certificate.vault().equals(vault) && device.id().hex().equals(listed.id())
        && device.signingKey().hex().equals(listed.signingKey())
        && device.sealingKey().equals(new SealingKey(listed.sealingKey()));
  }

  private boolean signed(DeviceCertificate certificate, String signature) {
    var key = certificate.byOpening()
        ? openingKeys.get(certificate.epoch())
        : Optional.ofNullable(devices.get(certificate.issuer()))
            .map(Device::signingKey)
            .orElse(null);
    return key != null && certificate.signedBy(key, HexFormat.of().parseHex(signature));
  }

  @Override
  public Optional<VerifyKey> keyFor(OuterManifest outer) {
    return Optional.ofNullable(devices.get(outer.device())).map(Device::signingKey);
  }

  /// A device that reaches the policies.
  public Optional<Device> device(DeviceId id) {
    return Optional.ofNullable(devices.get(id));
  }

  /// Devices that still act and were added by one that is revoked now, by it or by another that it
  /// had added: whoever had that one may have added them for later.
  ///
  /// @param listed what the server says is enrolled
  public List<EnrolledDevice> leftByRevoked(List<EnrolledDevice> listed) {
    var revoked = listed.stream()
        .filter(EnrolledDevice::revoked)
        .map(one -> new DeviceId(one.id()))
        .collect(Collectors.toSet());
    return listed.stream()
        .filter(one -> !one.revoked() && addedThrough(new DeviceId(one.id()), revoked))
        .toList();
  }

  private boolean addedThrough(DeviceId device, Set<DeviceId> revoked) {
    var issuer = addedBy(device);
    for (int steps = 0; issuer.isPresent() && steps < certificates.size(); steps++) {
      if (revoked.contains(issuer.get())) return true;
      issuer = addedBy(issuer.get());
    }
    return false;
  }

  /// The device that added another one; empty if it came with a policy or by opening the vault.
  public Optional<DeviceId> addedBy(DeviceId device) {
    return certificate(device).filter(one -> !one.byOpening()).map(DeviceCertificate::issuer);
  }

  /// The certificate that added a device; empty if a policy names it.
  public Optional<DeviceCertificate> certificate(DeviceId id) {
    return Optional.ofNullable(certificates.get(id));
  }
}
