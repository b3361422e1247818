package dev.holdfast.desk.sharing;

import dev.holdfast.desk.sharing.Indicator.Kind;
import java.util.Optional;

/// Kinds of indicators as MISP's types and categories.
final class MispKinds {
  private MispKinds() {}

  static String type(Kind kind) {
    return switch (kind) {
      case DOMAIN -> "domain";
      case URL -> "url";
      case EMAIL -> "email-src";
      case ACCOUNT -> "text";
      case PHONE -> "phone-number";
      case SHA256 -> "sha256";
    };
  }

  static String category(Kind kind) {
    return switch (kind) {
      case DOMAIN, URL -> "Network activity";
      case EMAIL, SHA256 -> "Payload delivery";
      case ACCOUNT, PHONE -> "Other";
    };
  }

  /// Types that arrive from others.
  static Optional<Kind> kind(String type) {
    return switch (type) {
      case "domain", "hostname" -> Optional.of(Kind.DOMAIN);
      case "url", "uri", "link" -> Optional.of(Kind.URL);
      case "email", "email-src", "email-reply-to" -> Optional.of(Kind.EMAIL);
      case "phone-number" -> Optional.of(Kind.PHONE);
      case "sha256" -> Optional.of(Kind.SHA256);
      default -> Optional.empty();
    };
  }

  /// Relations in objects such as instant-message, where the type alone says `text`.
  static Optional<Kind> ofRelation(String relation) {
    return switch (relation) {
      case "from-user", "username", "account" -> Optional.of(Kind.ACCOUNT);
      case "from-number" -> Optional.of(Kind.PHONE);
      case "url", "link" -> Optional.of(Kind.URL);
      default -> Optional.empty();
    };
  }
}
