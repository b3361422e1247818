package dev.holdfast.desk.benchmark;

import java.util.ArrayList;
import java.util.Base64;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import java.util.UUID;

/// One actor: what it owns, how it works, and what it keeps from report to report.
final class Group {
  private static final List<String> NAMES = List.of("Signal Support", "Signal Security",
      "Support", "Signal ChatBot", "Security Team", "Signal Safety Team", "Help Desk",
      "Signal | Support", "SIGNAL SUPPORT", "Signal Assistant");
  private static final List<String> ENDS = List.of("", "", " #%04d", " %d", "_%03d", " Bot",
      " \u2705", "\u2122", ".", " 24/7");
  private static final List<String> SIZES = List.of("1080x2220", "1080x1920", "1170x2532",
      "720x1600", "1440x3200");
  private static final List<String> COMMUNITIES = List.of("press", "lawyers", "activists",
      "members of parliament", "scientists", "soldiers");
  private static final List<String> STEPS = List.of("verify", "restore", "session", "account",
      "confirm", "join", "check", "wa", "s2", "portal", "backup", "auth");

  /// What a group does not change.
  enum Keeps {
    /// Much of everything.
    MUCH,
    /// Its sites alone.
    SITES,
    /// Its device-link key alone.
    DEVICE,
    /// Its picture and its hand.
    PICTURE,
    /// Its number range, its names and its hand; there is no link at all.
    HAND
  }

  final String name;
  final Keeps keeps;
  final List<String> playbooks;
  final List<String> languages;
  final Hand hand;
  final int start;
  private final String namePattern;
  private final List<String> accounts = new ArrayList<>();
  private final List<String> numbers = new ArrayList<>();
  private final String range;
  private final List<String> domains = new ArrayList<>();
  private final String kit;
  private final String deviceKey;
  private final String picture;
  private final String size;
  private final int hour;
  private final List<String> communities;
  final int pace;

  Group(String name, List<String> playbooks, Keeps keeps, int start, boolean copies,
      Random random) {
    this.name = name;
    this.keeps = keeps;
    this.start = start;
    this.playbooks = playbooks;
    hand = copies ? Hand.plain(random) : Hand.of(random);
    var known = new ArrayList<>(Phrases.languages(playbooks.get(0)));
    Collections.shuffle(known, random);
    languages = known.subList(0, Math.min(known.size(), 1 + random.nextInt(3)));
    namePattern = NAMES.get(random.nextInt(NAMES.size())) + ENDS.get(random.nextInt(ENDS.size()));
    for (var i = 0; i < 3 + random.nextInt(4); i++)
      accounts.add(uuid(random));
    range = "+" + (10 + random.nextInt(80)) + (1000 + random.nextInt(9000))
        + random.nextInt(10);
    for (var i = 0; i < 3 + random.nextInt(4); i++)
      numbers.add(number(random));
    for (var i = 0; i < 1 + random.nextInt(4); i++)
      domains.add(domain(random));
    kit = "/" + STEPS.get(random.nextInt(STEPS.size())) + "/"
        + STEPS.get(random.nextInt(STEPS.size())) + "?" + "id,sid,u,token".split(",", -1)[random
            .nextInt(4)]
        + "=";
    deviceKey = base64(random);
    picture = hex(random, 32);
    size = SIZES.get(random.nextInt(SIZES.size()));
    hour = random.nextInt(24);
    communities = List.of(COMMUNITIES.get(random.nextInt(6)), COMMUNITIES.get(random.nextInt(6)));
    pace = 5 << random.nextInt(9);
  }

  static String uuid(Random random) {
    return new UUID(random.nextLong(), random.nextLong()).toString();
  }

  static String domain(Random random) {
    return "signal-" + STEPS.get(random.nextInt(STEPS.size())) + random.nextInt(100_000)
        + List.of(".site", ".online", ".example", ".com", ".info").get(random.nextInt(5));
  }

  static String hex(Random random, int bytes) {
    var value = new byte[bytes];
    random.nextBytes(value);
    return HexFormat.of().formatHex(value);
  }

  private static String base64(Random random) {
    var value = new byte[33];
    random.nextBytes(value);
    return Base64.getUrlEncoder().withoutPadding().encodeToString(value);
  }

  private String number(Random random) {
    return range + String.format("%06d", random.nextInt(1_000_000));
  }

  String account(Random random) {
    return keeps == Keeps.MUCH && random.nextInt(3) > 0 ? pick(accounts, random) : uuid(random);
  }

  String ownNumber(Random random) {
    if (keeps == Keeps.MUCH && random.nextInt(3) > 0) return pick(numbers, random);
    return keeps == Keeps.MUCH || keeps == Keeps.HAND
        ? number(random)
        : "+" + (10 + random.nextInt(80)) + String.format("%09d", random.nextInt(1_000_000_000));
  }

  String shownName(Random random) {
    var pattern = keeps == Keeps.MUCH || keeps == Keeps.HAND
        ? namePattern
        : NAMES.get(random.nextInt(NAMES.size()));
    return pattern.contains("%") ? String.format(pattern, random.nextInt(1000)) : pattern;
  }

  String link(Random random) {
    var host = keeps == Keeps.MUCH || keeps == Keeps.SITES
        ? pick(domains, random)
        : domain(random);
    var path = keeps == Keeps.MUCH || keeps == Keeps.SITES ? kit : "/" + hex(random, 3) + "?c=";
    return "https://" + host + path + random.nextInt(100_000);
  }

  String device(Random random) {
    var key = keeps == Keeps.MUCH || keeps == Keeps.DEVICE ? deviceKey : base64(random);
    return "sgnl://linkdevice?uuid=" + uuid(random) + "&pub_key=" + key;
  }

  /// A few bits differ each time, as after another crop or compression.
  String picture(Random random) {
    if (keeps != Keeps.MUCH && keeps != Keeps.PICTURE) return hex(random, 32);
    var bits = HexFormat.of().parseHex(picture);
    for (var i = 0; i < random.nextInt(12); i++)
      bits[random.nextInt(32)] ^= (byte) (1 << random.nextInt(8));
    return HexFormat.of().formatHex(bits);
  }

  String size() {
    return size;
  }

  int hour(Random random) {
    return (hour + random.nextInt(8)) % 24;
  }

  String community(Random random) {
    return pick(communities, random);
  }

  static <T> T pick(List<T> list, Random random) {
    return list.get(random.nextInt(list.size()));
  }
}
