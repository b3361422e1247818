package dev.holdfast.kernel.warning;

import dev.holdfast.kernel.SigningKey;
import dev.holdfast.kernel.canonical.CanonicalReader;
import dev.holdfast.kernel.canonical.CanonicalWriter;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/// A warning about one campaign. The bytes are those of docs/warnings.md, section 2.
///
/// @param issuedAt whole seconds
/// @param from when it begins to hold, whole seconds
/// @param until when it ends, whole seconds, after `from`
/// @param asks what the lure asks for, as the guard names it (`recovery_key`, …); may be empty
/// @param salt keys the prints of `templates`
/// @param wordings one for each language, at least one; the first is shown where the reader's
///          language is missing
/// @param templates what the lure's messages look like to a machine; may be empty
public record Warning(WarningId id, Instant issuedAt, Instant from, Instant until,
    List<String> asks, Salt salt, List<Wording> wordings, List<Template> templates) {
  private static final String MAGIC = "holdfast/warning/v1\n";
  private static final Pattern ASK = Pattern.compile("[a-z_]{1,40}");
  private static final int MOST = 255;

  /// @throws IllegalArgumentException with a sentence, if something is missing or out of range
  public Warning {
    asks = List.copyOf(asks);
    wordings = List.copyOf(wordings);
    templates = List.copyOf(templates);
    Seconds.check(issuedAt);
    Seconds.check(from);
    Seconds.check(until);
    if (!from.isBefore(until))
      throw new IllegalArgumentException("a warning ends after it begins");
    if (wordings.isEmpty()) throw new IllegalArgumentException("a warning needs a text");
    if (wordings.stream().map(Wording::language).distinct().count() != wordings.size())
      throw new IllegalArgumentException("a warning has one text for each language");
    if (!asks.stream().allMatch(ask -> ASK.matcher(ask).matches()))
      throw new IllegalArgumentException("asks are named like recovery_key");
    if (asks.size() > MOST || wordings.size() > MOST || templates.size() > MOST)
      throw new IllegalArgumentException("a warning has at most " + MOST + " of a kind");
  }

  /// Reads the canonical bytes.
  ///
  /// @throws dev.holdfast.kernel.canonical.MalformedException for anything else
  public static Warning decode(byte[] bytes) {
    var in = new CanonicalReader("a warning", bytes, MAGIC);
    try {
      var warning = read(in);
      in.end();
      return warning;
    } catch (IllegalArgumentException e) {
      throw in.refused("a value out of range");
    }
  }

  private static Warning read(CanonicalReader in) {
    var id = WarningId.of(in.fixed(WarningId.BYTES));
    var issuedAt = Seconds.read(in);
    var from = Seconds.read(in);
    var until = Seconds.read(in);
    var asks = new ArrayList<String>();
    for (var left = in.u8(); left > 0; left--)
      asks.add(in.text());
    var salt = Salt.of(in.fixed(Salt.BYTES));
    var wordings = new ArrayList<Wording>();
    for (var left = in.u8(); left > 0; left--)
      wordings.add(new Wording(in.text(), in.text(), in.text(), in.text()));
    var templates = new ArrayList<Template>();
    for (var left = in.u8(); left > 0; left--)
      templates.add(Template.read(in));
    return new Warning(id, issuedAt, from, until, asks, salt, wordings, templates);
  }

  /// The canonical bytes, a fresh array: what is signed.
  public byte[] encode() {
    var out = new CanonicalWriter(MAGIC).fixed(id.raw());
    Seconds.write(out, issuedAt);
    Seconds.write(out, from);
    Seconds.write(out, until);
    out.u8(asks.size());
    asks.forEach(out::text);
    out.fixed(salt.raw()).u8(wordings.size());
    for (var wording : wordings)
      out.text(wording.language())
          .text(wording.title())
          .text(wording.looks())
          .text(wording.todo());
    out.u8(templates.size());
    templates.forEach(template -> template.write(out));
    return out.toBytes();
  }

  /// This warning with a desk's signature.
  public SignedWarning sign(SigningKey key) {
    return new SignedWarning(this, Seal.of(key.sign(encode())));
  }

  /// True if it holds at that time.
  public boolean holdsAt(Instant now) {
    return !now.isBefore(from) && now.isBefore(until);
  }

  /// The text for a reader: of that language, else of its main language, else English, else
  /// the first.
  public Wording wording(String language) {
    var main = language.replaceAll("-.*", "");
    return in(language).or(() -> in(main)).or(() -> in("en")).orElseGet(() -> wordings.get(0));
  }

  private Optional<Wording> in(String language) {
    return wordings.stream().filter(wording -> wording.language().equals(language)).findFirst();
  }
}
