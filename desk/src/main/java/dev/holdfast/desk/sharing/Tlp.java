package dev.holdfast.desk.sharing;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/// Traffic Light Protocol 2.0, from the widest circle to the narrowest.
public enum Tlp {
  /// Anybody.
  CLEAR("94868c89-83c2-464b-929b-a1a8aa3c8487"),
  /// The community.
  GREEN("bab4a63c-aed9-4cf5-a766-dfca5abac2bb"),
  /// The organisation and its clients.
  AMBER("55d920b0-5e8b-4f79-9ee9-91f868d9b421"),
  /// The organisation.
  AMBER_STRICT("939a9414-2ddd-4d32-a0cd-375ea402b003"),
  /// Those who were there.
  RED("e828b379-4e03-4974-9ac4-e53a884c97c1");

  private static final String MARKING = "marking-definition--";
  /// Version 1.0, which still arrives.
  private static final Map<String, Tlp> OLD = Map.of(
      "613f2e26-407d-48c7-9eca-b8e91df99dc9", CLEAR, "34098fce-860f-48ae-8e50-ebd3cc5e41da", GREEN,
      "f88d31f6-486f-44da-b317-01333bde0b82", AMBER, "5e57c739-391a-4eb3-b6be-7d15ca92d5ed", RED);

  private final String uuid;

  Tlp(String uuid) {
    this.uuid = uuid;
  }

  /// Such as `amber+strict`.
  public String word() {
    return name().toLowerCase(Locale.ROOT).replace('_', '+');
  }

  /// Such as `TLP:AMBER+STRICT`.
  String label() {
    return "TLP:" + word().toUpperCase(Locale.ROOT);
  }

  /// The id of the marking-definition in STIX.
  String marking() {
    return MARKING + uuid;
  }

  /// By its word, with or without `tlp:` before it.
  public static Optional<Tlp> of(String word) {
    var plain = word.strip().toLowerCase(Locale.ROOT).replaceFirst("^tlp:", "");
    if (plain.equals("white")) return Optional.of(CLEAR);
    for (var tlp : values())
      if (tlp.word().equals(plain)) return Optional.of(tlp);
    return Optional.empty();
  }

  /// By the id of a marking-definition, of version 2.0 or 1.0.
  static Optional<Tlp> ofMarking(String id) {
    for (var tlp : values())
      if (tlp.marking().equals(id)) return Optional.of(tlp);
    return id.startsWith(MARKING)
        ? Optional.ofNullable(OLD.get(id.substring(MARKING.length())))
        : Optional.empty();
  }

  /// The narrower of two circles.
  Tlp and(Tlp other) {
    return compareTo(other) >= 0 ? this : other;
  }
}
