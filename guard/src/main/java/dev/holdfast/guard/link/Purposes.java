package dev.holdfast.guard.link;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/// Which link does what, by scheme, host and path.
final class Purposes {
  static final Set<String> SCHEMES = Set.of("sgnl", "tsdevice", "tg", "otpauth",
      "otpauth-migration", "http", "https", "whatsapp", "tel");
  private static final Set<String> ENDINGS = Set.of("com", "org", "net", "info", "site", "online",
      "tech", "app", "me", "io", "co", "link", "group",
      "art", "top", "xyz", "click", "help", "support", "team", "live", "chat", "cc", "ru", "ua",
      "de", "fr", "es", "it", "pl", "nl", "uk", "eu", "cz", "ro",
      "tr", "in", "ir", "il", "cn", "tw", "jp", "kr", "vn", "id", "br", "pt", "gr", "hu", "se",
      "ke", "tz", "bd", "sa", "eg", "ae", "to", "ly", "gl", "shop",
      "store", "page", "dev", "cloud", "vip", "club", "pro", "center", "security", "services",
      "systems", "example", "invalid", "test", "gov", "edu", "us", "by");
  private static final Set<String> SHORTENERS = Set.of("bit.ly", "tinyurl.com", "t.co", "goo.gl",
      "is.gd", "cutt.ly", "urlz.fr", "clck.ru", "ow.ly", "rb.gy",
      "shorturl.at", "tiny.cc", "s.id", "v.gd", "t.ly", "qr.ae", "surl.li", "kutt.it", "rebrand.ly",
      "shorte.st", "u.to");
  private static final List<String> OFFICIAL = List.of("signal.org", "signal.group", "signal.me",
      "signal.art", "signal.link", "signalusers.org",
      "debuglogs.org", "whatsapp.com", "whatsapp.net", "wa.me", "telegram.org", "telegram.me",
      "t.me", "viber.com", "matrix.org", "matrix.to", "element.io",
      "getsession.org", "threema.ch", "wire.com", "github.com", "signalsciences.com", "signal.nl");
  private static final Map<String, String> BRANDS = Map.of("signal", "signal", "slgnal", "signal",
      "whatsapp", "whatsapp", "telegram", "telegram",
      "viber", "viber", "threema", "threema");
  private static final Set<String> BAIT = Set.of("group", "groups", "support", "help", "helpdesk",
      "secure", "security", "verify", "verification", "confirm",
      "add", "link", "device", "login", "account", "backup", "recovery", "restore", "invite",
      "join", "web", "update", "safety", "team", "service", "center",
      "chat", "app", "official", "org", "me", "bot", "id", "check", "auth", "code", "sync",
      "protect", "desktop", "download");
  private static final Pattern DEVICE = Pattern
      .compile("(?:sgnl|tsdevice)\\s*:/*\\??(?:linkdevice)?/?\\??[^ ]*?(?:uuid|pub_key)=");
  private static final Pattern LINK_WORD = Pattern.compile("(?:sgnl|tsdevice)\\s*:/*linkdevice");

  private Purposes() {}

  static Purpose of(Address address) {
    var dangerous = dangerous(address.open());
    if (dangerous != Purpose.OTHER) return address.defanged() ? Purpose.DEFANGED : dangerous;
    if (address.host().isEmpty()) return Purpose.OTHER;
    if (SHORTENERS.contains(address.host())) return Purpose.SHORTENED;
    return official(address.host())
        ? served(address)
        : imitates(address.host()) ? lookAlike(address) : Purpose.OTHER;
  }

  static boolean isEnding(String label) {
    return ENDINGS.contains(label);
  }

  private static Purpose dangerous(String open) {
    if (open.indexOf(':') < 0) return Purpose.OTHER;
    if (DEVICE.matcher(open).find() || LINK_WORD.matcher(open).find()) return Purpose.DEVICE_LINK;
    if (open.contains("tg://login?token=") || open.contains("tg:login?token="))
      return Purpose.WEB_LOGIN;
    if (open.contains("otpauth://") || open.contains("otpauth-migration://"))
      return Purpose.CODE_SETUP;
    return Purpose.OTHER;
  }

  private static boolean official(String host) {
    return OFFICIAL.stream().anyMatch(o -> host.equals(o) || host.endsWith("." + o));
  }

  private static Purpose served(Address address) {
    var path = address.path();
    return switch (address.host()) {
      case "signal.group" -> path.matches("/?#[A-Za-z0-9_=-]*") ? Purpose.GROUP : Purpose.ODD_PATH;
      case "signal.me" -> path.matches("/?#(?:eu/|p/\\+).*") ? Purpose.PERSON : Purpose.ODD_PATH;
      case "signal.art" -> path.startsWith("/addstickers") ? Purpose.STICKERS : Purpose.ODD_PATH;
      case "signal.link" -> path.startsWith("/call") ? Purpose.CALL : Purpose.ODD_PATH;
      case "chat.whatsapp.com" -> Purpose.GROUP;
      case "wa.me", "api.whatsapp.com", "t.me", "telegram.me" -> Purpose.PERSON;
      default -> Purpose.OFFICIAL;
    };
  }

  private static Purpose lookAlike(Address address) {
    return address.defanged() ? Purpose.DEFANGED : Purpose.LOOK_ALIKE;
  }

  /// A brand as a label of its own or joined to a bait word: `signal-group.site`,
  /// not `signalhorn.com`.
  private static boolean imitates(String host) {
    var labels = host.split("\\.", -1);
    for (var i = 0; i < labels.length - 1; i++) {
      for (var brand : BRANDS.keySet())
        if (posesAs(skeleton(labels[i]), brand, i == labels.length - 2)) return true;
    }
    return false;
  }

  private static boolean posesAs(String label, String brand, boolean registered) {
    if (!label.contains(brand)) return false;
    if (label.equals(brand)) return !registered || !brand.equals("signal");
    for (var part : label.replace(brand, "-").split("-", -1))
      if (BAIT.contains(part)) return true;
    return false;
  }

  private static String skeleton(String label) {
    var out = new StringBuilder(label.length());
    for (var i = 0; i < label.length(); i++) {
      var at = "1\u0456\u0131\u0430\u0435\u043e\u0440\u0441\u04cf0".indexOf(label.charAt(i));
      out.append(at < 0 ? label.charAt(i) : "iiiaeopclo".charAt(at));
    }
    return out.toString().replace("rn", "m");
  }
}
