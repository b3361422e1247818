package dev.holdfast.desk.trait;

import java.net.IDN;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/// Hosts: which of them say who made a page, and which say nothing.
final class Sites {
  /// Endings under which anybody registers: the next label belongs to somebody.
  private static final Set<String> SECOND_LEVEL = Set.of("co", "com", "org", "net", "gov", "edu",
      "ac", "or", "ne", "go", "gob", "in", "web", "info");
  /// Hosting under which each customer has a name of their own.
  private static final Set<String> HOSTING = Set.of("pages.dev", "workers.dev", "r2.dev",
      "web.app", "firebaseapp.com", "netlify.app", "vercel.app", "github.io", "gitlab.io",
      "herokuapp.com", "onrender.com", "glitch.me", "repl.co", "surge.sh", "fly.dev",
      "azurewebsites.net", "blob.core.windows.net", "cloudfront.net", "s3.amazonaws.com",
      "amplifyapp.com", "blogspot.com", "wordpress.com", "weebly.com", "wixsite.com",
      "webflow.io", "square.site", "myshopify.com", "000webhostapp.com", "duckdns.org",
      "ngrok.io", "ngrok-free.app", "ngrok.app", "trycloudflare.com", "serveo.net", "no-ip.org",
      "ddns.net", "hopto.org", "zapto.org", "sytes.net", "translate.goog", "notion.site",
      "carrd.co", "tilda.ws", "ucoz.ru", "narod.ru", "infinityfreeapp.com", "rf.gd",
      "free.nf", "mystrikingly.com", "godaddysites.com", "framer.app", "backblazeb2.com");
  /// Hosts whose paths belong to their customers: the exact place counts, the host does not.
  private static final Set<String> SHARED = Set.of("bit.ly", "tinyurl.com", "t.co", "goo.gl",
      "is.gd", "cutt.ly", "urlz.fr", "clck.ru", "ow.ly", "rb.gy", "shorturl.at", "tiny.cc",
      "s.id", "v.gd", "t.ly", "qr.ae", "surl.li", "kutt.it", "rebrand.ly", "u.to", "signal.group",
      "signal.me", "t.me", "telegram.me", "wa.me", "chat.whatsapp.com", "api.whatsapp.com",
      "discord.gg", "forms.gle", "docs.google.com", "sites.google.com", "drive.google.com",
      "linktr.ee", "telegra.ph", "ipfs.io", "dweb.link", "zoom.us", "meet.google.com",
      "teams.microsoft.com", "calendly.com", "paste.ee", "pastebin.com", "we.tl", "dropbox.com",
      "vk.cc", "vk.com", "instagram.com", "facebook.com", "x.com", "twitter.com", "youtube.com",
      "youtu.be", "linkedin.com");
  /// Brands, help pages and stores: named by lures and by everybody else.
  private static final List<String> SAY_NOTHING = List.of("signal.org", "signal.art", "signal.link",
      "signalusers.org", "whatsapp.com", "whatsapp.net", "telegram.org", "viber.com", "matrix.org",
      "matrix.to", "element.io", "threema.ch", "wire.com", "google.com", "apple.com",
      "microsoft.com", "mozilla.org", "github.com", "wikipedia.org", "amazon.com", "cisa.gov",
      "fbi.gov", "ic3.gov", "bsi.bund.de", "bund.de", "europa.eu", "ncsc.gov.uk", "ssi.gouv.fr",
      "cloudflare.com", "paypal.com", "dhl.com", "dhl.de", "ups.com", "fedex.com", "icloud.com",
      "proton.me", "gmail.com", "outlook.com", "android.com", "w3.org", "schema.org",
      "localhost", "127.0.0.1");

  private Sites() {}

  /// In lower case, in ASCII, without `www.`.
  static String normal(String host) {
    var lower = host.toLowerCase(Locale.ROOT);
    try {
      lower = IDN.toASCII(lower, IDN.ALLOW_UNASSIGNED);
    } catch (IllegalArgumentException e) {
      // An odd host stays as it is: that is a mark as well.
    }
    return lower.startsWith("www.") ? lower.substring(4) : lower;
  }

  /// The part somebody registered.
  static String domain(String host) {
    var labels = host.split("\\.", -1);
    if (labels.length <= 2 || host.matches("[0-9.]+")) return host;
    for (var keep = labels.length - 1; keep >= 2; keep--) {
      var suffix = tail(labels, keep);
      if (HOSTING.contains(suffix)) return tail(labels, keep + 1);
    }
    var top = labels[labels.length - 1];
    var second = labels[labels.length - 2];
    return tail(labels, top.length() == 2 && SECOND_LEVEL.contains(second) ? 3 : 2);
  }

  private static String tail(String[] labels, int count) {
    return String.join(".", List.of(labels)
        .subList(Math.max(0, labels.length - count),
            labels.length));
  }

  /// Whether only the exact place counts.
  static boolean shared(String host) {
    return SHARED.contains(host) || SHARED.contains(domain(host));
  }

  /// Whether it discriminates nothing.
  static boolean saysNothing(String host) {
    if (HOSTING.contains(host)) return true;
    for (var known : SAY_NOTHING)
      if (host.equals(known) || host.endsWith("." + known)) return true;
    return host.indexOf('.') < 0 && host.indexOf(':') < 0;
  }
}
