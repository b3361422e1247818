package dev.holdfast.kernel.warning;

import dev.holdfast.kernel.canonical.MalformedException;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A signed warning as JSON has it (docs/warnings.md, section 5). There are no bytes beside it: who
/// checks it builds the signed bytes from these very fields, so that what is read is what
/// was signed.
public record WarningFile(@Nullable String id, @Nullable String issued, @Nullable String from,
    @Nullable String until, @Nullable List<@Nullable String> asks, @Nullable String salt,
    @Nullable List<@Nullable Text> texts, @Nullable List<@Nullable Prints> templates,
    @Nullable String signature) {
  /// What people read.
  public record Text(@Nullable String lang, @Nullable String title, @Nullable String looks,
      @Nullable String todo) {}

  /// A template; each print has 16 hex digits.
  public record Prints(@Nullable Integer profile, @Nullable Integer shift,
      @Nullable List<@Nullable String> prints) {}

  /// The file of a warning.
  public static WarningFile of(SignedWarning signed) {
    var warning = signed.warning();
    return new WarningFile(warning.id().hex(), warning.issuedAt().toString(),
        warning.from().toString(), warning.until().toString(), List.copyOf(warning.asks()),
        warning.salt().hex(),
        warning.wordings()
            .stream()
            .map(w -> new Text(w.language(), w.title(), w.looks(), w.todo()))
            .toList(),
        warning.templates().stream().map(WarningFile::prints).toList(), signed.seal().hex());
  }

  private static Prints prints(Template template) {
    return new Prints(template.profile(), template.shift(),
        template.prints().stream().map(print -> "%016x".formatted(print)).toList());
  }

  /// The warning in it; its signature is not yet checked.
  ///
  /// @throws MalformedException if a field is missing or out of range
  public SignedWarning read() {
    try {
      return new SignedWarning(warning(), new Seal(Given.value(signature)));
    } catch (DateTimeException | IllegalArgumentException e) {
      throw new MalformedException("expected a warning but found something else");
    }
  }

  private Warning warning() {
    return new Warning(new WarningId(Given.value(id)), Instant.parse(Given.value(issued)),
        Instant.parse(Given.value(from)), Instant.parse(Given.value(until)),
        Given.each(asks, ask -> ask), new Salt(Given.value(salt)),
        Given.each(texts, WarningFile::wording), Given.each(templates, WarningFile::template));
  }

  private static Wording wording(Text text) {
    return new Wording(Given.value(text.lang()), Given.value(text.title()),
        Given.value(text.looks()), Given.value(text.todo()));
  }

  private static Template template(Prints file) {
    return new Template(Given.value(file.profile()), Given.value(file.shift()),
        Given.each(file.prints(), WarningFile::print));
  }

  private static Long print(String hex) {
    if (!hex.matches("[0-9a-f]{16}"))
      throw new IllegalArgumentException("a print has 16 hex digits");
    return Long.parseUnsignedLong(hex, 16);
  }
}
