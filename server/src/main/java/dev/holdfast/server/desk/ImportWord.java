package dev.holdfast.server.desk;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;

/// `desk import FILE.jsonl`
final class ImportWord implements DeskWord {
  @Override
  public String usage() {
    return "import FILE.jsonl|-";
  }

  @Override
  public int run(Desk desk, DeskCall call) throws IOException {
    call.flag("--json");
    var name = call.words(1, 1).get(0);
    var decoder = StandardCharsets.UTF_8.newDecoder()
        .onMalformedInput(CodingErrorAction.REPLACE)
        .onUnmappableCharacter(CodingErrorAction.REPLACE);
    try (var lines = new BufferedReader(
        new InputStreamReader(Files.newInputStream(call.file(name)), decoder), 1 << 16)) {
      var imported = desk.campaigns().take(lines, name, call::err);
      desk.campaigns().settle();
      call.out("{\"added\":%d,\"newer\":%d,\"known\":%d,\"aside\":%d}".formatted(imported.added(),
          imported.newer(), imported.known(), imported.aside()));
    }
    return 0;
  }
}
