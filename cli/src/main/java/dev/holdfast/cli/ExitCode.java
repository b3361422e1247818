package dev.holdfast.cli;

import dev.holdfast.archive.ArchiveException;
import dev.holdfast.client.ClientException;
import java.util.LinkedHashMap;
import java.util.Map;

/// What the program ends with; a contract with scripts.
public final class ExitCode {
  public static final int DONE = 0;
  public static final int BUG = 1;
  public static final int USAGE = 2;
  public static final int ABSENT = 3;
  public static final int REFUSED = 4;
  public static final int WAITING = 5;
  public static final int DAMAGED = 6;
  public static final int UNREACHABLE = 7;
  public static final int NOT_ALLOWED = 8;
  /// `screen` found danger.
  public static final int DANGER = 10;

  private ExitCode() {}

  /// The code that belongs to a failure.
  public static int of(ClientException.Kind kind) {
    return switch (kind) {
      case USAGE -> USAGE;
      case ABSENT -> ABSENT;
      case REFUSED -> REFUSED;
      case WAITING -> WAITING;
      case DAMAGED -> DAMAGED;
      case UNREACHABLE -> UNREACHABLE;
      case NOT_ALLOWED -> NOT_ALLOWED;
      case BUG -> BUG;
    };
  }

  /// The code that belongs to a failure of the archive.
  public static int of(ArchiveException.Kind kind) {
    return switch (kind) {
      case DAMAGED -> DAMAGED;
      case ABSENT -> ABSENT;
      case UNSUPPORTED -> BUG;
    };
  }

  /// For every command's help.
  static Map<String, String> list() {
    var list = new LinkedHashMap<String, String>();
    list.put("0", "done");
    list.put("1", "anything else (a bug)");
    list.put("2", "usage");
    list.put("3", "no such thing");
    list.put("4", "refused by policy");
    list.put("5", "waiting (ask again later)");
    list.put("6", "damaged or forged data");
    list.put("7", "server not reachable");
    list.put("8", "not allowed");
    list.put("10", "\"screen\" found danger");
    return list;
  }
}
