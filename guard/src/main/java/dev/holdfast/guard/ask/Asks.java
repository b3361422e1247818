package dev.holdfast.guard.ask;

import static dev.holdfast.guard.lexicon.Concept.*;

import dev.holdfast.guard.lexicon.Concept;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Which ask a set of concepts speaks for, in any language: rules over meanings, not words.
public final class Asks {
  /// If all of `all` and one of `any` are said, `ask` gains `points`.
  private static final class Rule {
    final Ask ask;
    final double points;
    private final Concept[] all;
    private final Concept[] any;

    Rule(Ask ask, double points, Set<Concept> all, Concept[] any) {
      this.ask = ask;
      this.points = points;
      this.all = all.toArray(Concept[]::new);
      this.any = any;
    }

    boolean holds(Set<Concept> said) {
      for (var needed : all)
        if (!said.contains(needed)) return false;
      for (var one : any)
        if (said.contains(one)) return true;
      return any.length == 0;
    }
  }

  private static final List<Rule> RULES = List.of(
      rule(Ask.RECOVERY_KEY, 2.0, Set.of(KEY), RECOVER, BACKUP, LINE, COPY),
      rule(Ask.RECOVERY_KEY, 1.5, Set.of(BACKUP), LINE, TOKEN, PHRASE, CODE),
      rule(Ask.RECOVERY_KEY, 1.2, Set.of(RECOVER), LINE, TOKEN, PHRASE, CODE),
      rule(Ask.RECOVERY_KEY, 1.0, Set.of(LINE, COPY), PASTE, SEND, HERE),
      rule(Ask.RECOVERY_KEY, 0.8, Set.of(KEY)),
      rule(Ask.BACKUP_PASSPHRASE, 1.6, Set.of(BACKUP, PASSWORD)),
      rule(Ask.BACKUP_PASSPHRASE, 1.4, Set.of(BACKUP, DIGITS, PHRASE)),
      rule(Ask.BACKUP_PASSPHRASE, 1.0, Set.of(BACKUP, DIGITS)),
      rule(Ask.BACKUP_FILE, 2.4, Set.of(BACKUP, FILE), SEND, UPLOAD),
      rule(Ask.BACKUP_FILE, 1.0, Set.of(FILE), SEND, UPLOAD),
      rule(Ask.PIN, 2.2, Set.of(PIN)),
      rule(Ask.SET_KNOWN_PIN, 2.8, Set.of(PIN, SET)),
      rule(Ask.REGISTRATION_LOCK_OFF, 3.0, Set.of(LOCK, OFF)),
      rule(Ask.REGISTRATION_LOCK_OFF, 1.2, Set.of(LOCK)),
      rule(Ask.REGISTRATION_LOCK_OFF, 1.0, Set.of(PIN, OFF)),
      rule(Ask.REGISTRATION_CODE, 2.0, Set.of(CODE), SMS, MISTAKE, NUMBER),
      rule(Ask.REGISTRATION_CODE, 1.2, Set.of(CODE)),
      rule(Ask.REGISTRATION_CODE, 1.0, Set.of(DIGITS, SMS)),
      rule(Ask.REGISTRATION_CODE, 0.8, Set.of(DIGITS), SEND, REPLY),
      rule(Ask.LOGIN_CODE, 1.8, Set.of(CODE), LOGIN, CALL, BOT),
      rule(Ask.LOGIN_CODE, 1.2, Set.of(DIGITS, CALL)),
      rule(Ask.ACCOUNT_PASSWORD, 2.2, Set.of(PASSWORD)),
      rule(Ask.DEVICE_LINK, 2.4, Set.of(PAIR)),
      rule(Ask.DEVICE_LINK, 1.6, Set.of(QR), SCAN, GROUP, VERIFY, DEVICE),
      rule(Ask.DEVICE_LINK, 1.0, Set.of(SCAN)),
      rule(Ask.PAIRING_CODE, 2.2, Set.of(CODE, TYPE), PHOTO, VOTE, PAIR, REWARD),
      rule(Ask.PAIRING_CODE, 1.4, Set.of(CODE, PAIR)),
      rule(Ask.TRANSFER_QR, 2.8, Set.of(MOVE, QR)),
      rule(Ask.TRANSFER_QR, 1.6, Set.of(MOVE), SCAN, SHOOT),
      rule(Ask.SESSION_APPROVAL, 2.6, Set.of(APPROVE, PROMPT)),
      rule(Ask.SESSION_APPROVAL, 1.0, Set.of(APPROVE, LOGIN)),
      rule(Ask.SCREENSHOT, 2.4, Set.of(SHOOT), SEND, HERE, UPLOAD, ME),
      rule(Ask.SCREENSHOT, 1.6, Set.of(PHOTO, SCREEN)),
      rule(Ask.SCREEN_SHARE, 3.0, Set.of(REMOTE)),
      rule(Ask.SCREEN_SHARE, 1.2, Set.of(SCREEN), SEND),
      rule(Ask.EXPORTED_KEYS, 3.2, Set.of(EXPORT, KEY)),
      rule(Ask.EXPORTED_KEYS, 1.6, Set.of(EXPORT)),
      rule(Ask.ACCESS_TOKEN, 2.2, Set.of(SESSION)),
      rule(Ask.ACCESS_TOKEN, 1.8, Set.of(TOKEN), BOT, LOGIN, SESSION),
      rule(Ask.SEED_PHRASE, 3.2, Set.of(WALLET), PHRASE, DIGITS, RECOVER, KEY),
      rule(Ask.SEED_PHRASE, 1.0, Set.of(PHRASE, DIGITS)),
      rule(Ask.OTHER_SECRET, 3.0, Set.of(AUTHAPP)),
      rule(Ask.OTHER_SECRET, 0.6, Set.of(TOKEN, PASSWORD)));

  private Asks() {}

  /// Points for every ask that some rule speaks for.
  public static Map<Ask, Double> pointsFor(Set<Concept> said) {
    var points = new EnumMap<Ask, Double>(Ask.class);
    for (var rule : RULES)
      if (rule.holds(said)) points.merge(rule.ask, rule.points, Double::sum);
    return points;
  }

  private static Rule rule(Ask ask, double points, Set<Concept> all, Concept... any) {
    return new Rule(ask, points, all, any);
  }
}
