package dev.holdfast.server.warning;

import dev.holdfast.desk.warning.Publication;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;

/// `holdfast-server desk feed --to DIR`
final class FeedWord implements Word {
  private record Document(String key, long sequence, String expires, int warnings, int revoked) {}

  @Override
  public String usage() {
    return """
        feed --to DIR                              write the signed feed as static files
        """;
  }

  @Override
  public void run(List<String> all, WarningDesk desk, PrintStream out) throws IOException {
    var words = Words.read(all, Set.of("--to"));
    var folder = Path.of(words.needed("--to"));
    var signed = desk.warnings().feed();
    try {
      Publication.of(signed).write(folder);
    } catch (IOException e) {
      throw new DeskRefusal(DeskRefusal.ABSENT, "the folder " + folder + " cannot be written",
          "check that it is a folder and yours");
    }
    var feed = signed.feed();
    if (words.json())
      out.println(DeskJson.line(new Document(feed.key().hex(), feed.sequence(),
          feed.expiresAt().toString(), feed.warnings().size(), feed.revoked().size())));
    else
      out.println(feed.warnings().size() + " warnings, " + feed.revoked().size()
          + " taken back; good until " + feed.expiresAt() + "; key " + feed.key().hex());
  }
}
