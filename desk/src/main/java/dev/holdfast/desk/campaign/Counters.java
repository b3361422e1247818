package dev.holdfast.desk.campaign;

import dev.holdfast.desk.judgement.Answer;
import dev.holdfast.desk.judgement.Finding;
import dev.holdfast.desk.trait.Kind;
import dev.holdfast.desk.trait.Layer;

/// What else could explain a finding, and what would turn an answer.
final class Counters {
  private Counters() {}

  static String shared(Kind kind) {
    return switch (kind) {
      case SENDER_ID, SENDER_NUMBER -> "a hijacked account or a recycled number used by others";
      case DEVICE_KEY, DEVICE_ID -> "the same code photographed and passed on";
      case HOST, DOMAIN, PLACE -> "a page that both merely name, or rented hosting";
      case KIT -> "a phishing kit sold to several groups";
      case IMAGE, IMAGE_SIZE -> "a picture copied from the press or a common screen size";
      case CONTACT -> "an address of a real service";
      case TEMPLATE, PLAY, BAND -> "copied from the press or from an earlier victim";
      case RANGE, WIDE_RANGE -> "one reseller of numbers";
      case COMMUNITY, LANGUAGE -> "the helpline hears from the same people";
      default -> kind.layer() == Layer.I
          ? "a habit that many share, or one that came along with a copied text"
          : "chance";
    };
  }

  static String apart(Kind kind) {
    return kind.layer() == Layer.I
        ? "one actor who changed it between the two"
        : "one actor with several targets";
  }

  static String flip(Answer answer, Finding decisive) {
    var feature = decisive.kind().words();
    return switch (answer) {
      case SAME_CAMPAIGN -> "proof that another group used the same " + feature;
      case SAME_PLAYBOOK, UNRELATED ->
        "a sender account, domain or device-link key seen with both";
      case UNDECIDED -> decisive.weight() > 0
          ? "a second feature hard to copy besides the " + feature
          : "one feature hard to copy that both share, or steady use of different ones";
    };
  }
}
