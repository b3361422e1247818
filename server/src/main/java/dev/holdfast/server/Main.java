package dev.holdfast.server;

import dev.holdfast.server.admin.AdminSocket;
import dev.holdfast.server.config.Home;
import dev.holdfast.server.database.Sqlite;
import dev.holdfast.server.desk.DeskCommand;
import dev.holdfast.server.warning.WarningDesk;
import dev.holdfast.server.warning.WarningWords;
import dev.holdfast.vault.account.Invitations;
import dev.holdfast.vault.database.Database;
import dev.holdfast.vault.database.TimeSource;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.sql.SQLException;
import java.time.Clock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The program `holdfast-server`.
public final class Main {
  private static final int USAGE = 2;
  private static final int FAILED = 1;
  private static final Logger log = LoggerFactory.getLogger(Main.class);

  private Main() {}

  /// @param words the command line
  public static void main(String[] words) throws InterruptedException {
    try {
      var arguments = Arguments.read(words, System.getenv());
      switch (arguments.command()) {
        case "help" -> System.out.print(Arguments.HELP);
        case "version" -> System.out.println("holdfast-server " + Version.text());
        case "invite" -> System.out.println(invite(arguments));
        case "desk" -> desk(arguments);
        default -> run(arguments);
      }
    } catch (IllegalArgumentException e) {
      fail(USAGE, String.valueOf(e.getMessage()), "\"holdfast-server --help\" says what there is");
    } catch (IOException | SQLException e) {
      fail(FAILED, String.valueOf(e.getMessage()), "");
    }
  }

  private static void run(Arguments arguments)
      throws IOException, SQLException, InterruptedException {
    var server = HoldfastServer.start(arguments.home(), arguments.settings(), TimeSource.SYSTEM);
    Runtime.getRuntime().addShutdownHook(new Thread(() -> {
      server.close();
      log.info("stopped");
    }, "stop"));
    System.out.println("holdfast-server ready at " + server.localUrl());
    System.out.flush();
    Thread.currentThread().join();
  }

  private static void desk(Arguments arguments) throws IOException, SQLException {
    var code = new int[1];
    try (var out = new PrintStream(new FileOutputStream(FileDescriptor.out), false,
        StandardCharsets.UTF_8)) {
      code[0] = WarningWords.know(arguments.words())
          ? WarningWords.run(arguments.words(), warnings(arguments), out, System.err)
          : DeskCommand.run(arguments.home(), arguments.words(), System.in, out, System.err);
    }
    if (code[0] != 0) System.exit(code[0]);
  }

  private static WarningDesk warnings(Arguments arguments) {
    return new WarningDesk(arguments.home(), arguments.settings(), Clock.systemUTC());
  }

  /// Asks the running server, or opens the database alone if none runs.
  private static String invite(Arguments arguments) throws IOException, SQLException {
    var answer = AdminSocket.ask(arguments.home(), "invite");
    if (answer.isPresent()) return answer.get();
    try (var home = Home.take(arguments.home())) {
      var sqlite = new Sqlite(home.database());
      sqlite.migrate();
      try (var database = new Database(sqlite, TimeSource.SYSTEM, false)) {
        return new Invitations(database, new SecureRandom()).make();
      }
    }
  }

  private static void fail(int code, String sentence, String hint) {
    System.err.println("holdfast-server: " + sentence);
    if (!hint.isEmpty()) System.err.println("holdfast-server: hint: " + hint);
    System.exit(code);
  }
}
