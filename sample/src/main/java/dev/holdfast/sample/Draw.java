package dev.holdfast.sample;

import java.util.SplittableRandom;

/// Everything about one thing, drawn from the sample's seed, the kind of thing and its number: so a
/// message can be made without making those before it.
final class Draw {
  private final SplittableRandom random;

  Draw(long seed, Kind kind, long number) {
    random = new SplittableRandom(mix(seed) ^ mix(kind.salt * 0x9E3779B97F4A7C15L + number));
  }

  enum Kind {
    PERSON(1), GROUP(2), MESSAGE(3), MEDIA(4), ACCOUNT(5), KEY(6);

    private final long salt;

    Kind(long salt) {
      this.salt = salt;
    }
  }

  int below(int bound) {
    return random.nextInt(bound);
  }

  boolean oneIn(int times) {
    return random.nextInt(times) == 0;
  }

  long number(long bound) {
    return random.nextLong(bound);
  }

  byte[] bytes(int length) {
    var bytes = new byte[length];
    random.nextBytes(bytes);
    return bytes;
  }

  /// Small numbers are much more likely, as words and correspondents are.
  int skewed(int bound) {
    double flat = random.nextDouble();
    return (int) Math.min(bound - 1, Math.floor(Math.pow(bound + 1.0, flat) - 1));
  }

  private static long mix(long value) {
    long mixed = (value ^ (value >>> 30)) * 0xBF58476D1CE4E5B9L;
    mixed = (mixed ^ (mixed >>> 27)) * 0x94D049BB133111EBL;
    return mixed ^ (mixed >>> 31);
  }
}
