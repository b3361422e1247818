package dev.holdfast.guard.lexicon;

/// A thing, act or circumstance that words of every language can name. The words are
/// in `lexicon/LANGUAGE.txt`.
public enum Concept {
  /// A key, as in recovery key.
  KEY(Kind.OBJECT),
  /// A code, as in six-digit code.
  CODE(Kind.OBJECT),
  /// A PIN.
  PIN(Kind.OBJECT),
  /// A password.
  PASSWORD(Kind.OBJECT),
  /// A phrase or words kept as a secret.
  PHRASE(Kind.OBJECT),
  /// A token, serial, identifier.
  TOKEN(Kind.OBJECT),
  /// A row of characters.
  LINE(Kind.OBJECT),
  /// Digits, or a count of them.
  DIGITS(Kind.OBJECT),
  /// A text message.
  SMS(Kind.OBJECT),
  /// A QR code or square.
  QR(Kind.OBJECT),
  /// A link or page.
  LINK(Kind.OBJECT),
  /// A device or computer.
  DEVICE(Kind.OBJECT),
  /// Linking, pairing, adding a device.
  PAIR(Kind.OBJECT),
  /// An account or profile.
  ACCOUNT(Kind.OBJECT),
  /// A phone number.
  NUMBER(Kind.OBJECT),
  /// A phone call.
  CALL(Kind.OBJECT),
  /// A screen.
  SCREEN(Kind.OBJECT),
  /// A picture.
  PHOTO(Kind.OBJECT),
  /// A file or folder.
  FILE(Kind.OBJECT),
  /// A wallet or crypto money.
  WALLET(Kind.OBJECT),
  /// An authenticator or second factor.
  AUTHAPP(Kind.OBJECT),
  /// Exporting.
  EXPORT(Kind.ACT),
  /// A session or cookie.
  SESSION(Kind.OBJECT),
  /// A registration lock or two-step verification.
  LOCK(Kind.OBJECT),
  /// Settings and menus.
  MENU(Kind.OBJECT),
  /// Signing in, registering.
  LOGIN(Kind.OBJECT),
  /// A prompt or notification with a button.
  PROMPT(Kind.OBJECT),
  /// Moving to another phone.
  MOVE(Kind.OBJECT),
  /// Programs for remote help.
  REMOTE(Kind.OBJECT),
  /// A part: half, first groups, last digits.
  HALF(Kind.OBJECT),
  /// Recovery, restoring.
  RECOVER(Kind.OBJECT),
  /// A backup or archive of chats.
  BACKUP(Kind.OBJECT),
  /// A group, channel, event.
  GROUP(Kind.OBJECT),
  /// A messenger by name.
  APP(Kind.OBJECT),
  /// Sending, giving, telling.
  SEND(Kind.ACT),
  /// Answering.
  REPLY(Kind.ACT),
  /// Pasting.
  PASTE(Kind.ACT),
  /// Copying.
  COPY(Kind.ACT),
  /// Typing in, entering.
  TYPE(Kind.ACT),
  /// Reading aloud, dictating.
  READ(Kind.ACT),
  /// Scanning.
  SCAN(Kind.ACT),
  /// Tapping, opening.
  TAP(Kind.ACT),
  /// Photographing, making a screenshot.
  SHOOT(Kind.ACT),
  /// Approving, pressing yes.
  APPROVE(Kind.ACT),
  /// Installing.
  INSTALL(Kind.ACT),
  /// Switching off, removing.
  OFF(Kind.ACT),
  /// Setting to a value, changing.
  SET(Kind.ACT),
  /// Uploading.
  UPLOAD(Kind.ACT),
  /// Into this chat.
  HERE(Kind.TO),
  /// To me or us.
  ME(Kind.TO),
  /// To a bot.
  BOT(Kind.TO),
  /// The reader's.
  YOUR(Kind.WHOSE),
  /// The writer's.
  MY(Kind.WHOSE),
  /// Support, customer service.
  SUPPORT(Kind.WHO),
  /// Security, protection.
  SECURITY(Kind.WHO),
  /// A team, department.
  TEAM(Kind.WHO),
  /// Official, verified.
  OFFICIAL(Kind.WHO),
  /// Police, court, ministry.
  AUTHORITY(Kind.WHO),
  /// Employer's IT, administrator.
  WORKIT(Kind.WHO),
  /// Helpline, NGO.
  HELPLINE(Kind.WHO),
  /// "This is", "I am from".
  CLAIM(Kind.WHO),
  /// Loss of data.
  LOSS(Kind.PRESSURE),
  /// Blocking, closing.
  BAN(Kind.PRESSURE),
  /// Suspicious activity.
  SUSPICIOUS(Kind.PRESSURE),
  /// A leak.
  LEAK(Kind.PRESSURE),
  /// Mandatory.
  MUST(Kind.PRESSURE),
  /// A deadline, hurry.
  DEADLINE(Kind.PRESSURE),
  /// Tell nobody.
  SECRECY(Kind.PRESSURE),
  /// A prize, grant.
  REWARD(Kind.PRESSURE),
  /// An error, synchronising.
  FAULT(Kind.PRESSURE),
  /// A plea for help.
  HELP(Kind.PRESSURE),
  /// By mistake.
  MISTAKE(Kind.PRESSURE),
  /// A vote, contest, petition.
  VOTE(Kind.PRESSURE),
  /// A new rule, update.
  UPDATE(Kind.PRESSURE),
  /// Billing, storage plan.
  PAY(Kind.PRESSURE),
  /// Verifying, checking.
  VERIFY(Kind.PRESSURE),
  /// Not, never, nobody.
  NEG(Kind.MODE),
  /// Fraud, fake, phishing, attackers.
  SCAM(Kind.MODE),
  /// Advice, training, news.
  ADVICE(Kind.MODE),
  /// Keep it: paper, safe, password manager.
  KEEP(Kind.MODE),
  /// Except, only.
  EXCEPT(Kind.MODE),
  /// Please.
  PLEASE(Kind.MODE),
  /// Where, how, what.
  QUESTION(Kind.MODE),
  /// A common little word that tells the language.
  STOP(Kind.MODE);

  /// What role a concept plays in an ask.
  public enum Kind {
    /// What is wanted.
    OBJECT,
    /// By which act.
    ACT,
    /// To whom.
    TO,
    /// In whose possession.
    WHOSE,
    /// Who claims to ask.
    WHO,
    /// Why.
    PRESSURE,
    /// In which mode it is said.
    MODE
  }

  private final Kind kind;
  private final int seed;

  Concept(Kind kind) {
    this.kind = kind;
    this.seed = name().hashCode() * 0x9E3779B1;
  }

  /// A number drawn from the name, the same in every run and version.
  public int seed() {
    return seed;
  }

  /// The role it plays.
  public Kind kind() {
    return kind;
  }
}
