package dev.holdfast.desk.judgement;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.holdfast.desk.trait.Kind;
import dev.holdfast.desk.trait.Marks;
import dev.holdfast.desk.trait.Trait;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class BenchTest {
  static final Background NOBODY = new Background(List.of(), Set.of(), List.of());
  static final Trait TEXT = new Trait(Kind.TEMPLATE, "text");
  static final Trait DOMAIN = new Trait(Kind.DOMAIN, "a.example");
  static final Trait HIDDEN = new Trait(Kind.HIDDEN, "200b");
  static final Trait RANGE = new Trait(Kind.RANGE, "+491521");

  static Profile shows(Trait... traits) {
    return Profile.one(Marks.of(List.of(traits)), 1_000);
  }

  static Answer answer(Profile a, Profile b) {
    return Bench.answer(Weighing.of(a, b, NOBODY));
  }

  @Test
  void theTextAloneDecidesNothing() {
    assertEquals(Answer.UNDECIDED, answer(shows(TEXT), shows(TEXT)));
  }

  @Test
  void aVerdictThatHangsOnOneFeatureIsNone() {
    assertEquals(Answer.UNDECIDED, answer(shows(TEXT, DOMAIN), shows(TEXT, DOMAIN)));
    assertEquals(Answer.SAME_CAMPAIGN,
        answer(shows(TEXT, DOMAIN, HIDDEN, RANGE), shows(TEXT, DOMAIN, HIDDEN, RANGE)));
  }

  @Test
  void aMutedValueWeighsNothing() {
    var muted = new Background(List.of(), Set.of(DOMAIN.mark()), List.of());
    assertTrue(Weighing.of(shows(DOMAIN), shows(DOMAIN), muted).log() <= 0);
  }

  @Test
  void furtherFeaturesOfALayerCountHalfEach() {
    var both = Weighing.of(shows(DOMAIN, HIDDEN), shows(DOMAIN, HIDDEN), NOBODY).log();
    var one = Weighing.of(shows(DOMAIN), shows(DOMAIN), NOBODY).log();
    var other = Weighing.of(shows(HIDDEN), shows(HIDDEN), NOBODY).log();
    assertEquals(one + other / 2, both, 1e-9);
  }

  @Test
  void aTextIsWorthLessHourByHourOnceItIsPublic() {
    var day = 24 * 3_600_000L;
    var early = at(10 * day);
    var late = at(12 * day);
    var hours = at(10 * day + day / 2);
    var published = new Background(List.of(), Set.of(),
        List.of(new Background.Publication(TEXT.mark(), 10 * day)));
    var before = Weighing.of(early, early, published).log();
    var within = Weighing.of(early, hours, published).log();
    var after = Weighing.of(early, late, published).log();
    assertTrue(before > within && within > after, before + " " + within + " " + after);
    assertEquals(0, after, 1e-9);
  }

  static Profile at(long millis) {
    return Profile.one(Marks.of(List.of(TEXT)), millis);
  }

  @Test
  void ratiosHaveWordsOfTheirOwn() {
    assertEquals("moderate support for one actor", Bench.words(1.5));
    assertEquals("strong support for different actors", Bench.words(-3.2));
    assertEquals("no support either way", Bench.words(.1));
  }
}
