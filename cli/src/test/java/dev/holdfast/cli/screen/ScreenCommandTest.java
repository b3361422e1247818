package dev.holdfast.cli.screen;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ScreenCommandTest {
  static final String LURE = "Please paste your recovery key here or your backup is lost.";

  @TempDir
  Path home;

  @Test
  void aLureIsDangerWithItsWordsMarkedAndAWayOut() {
    var played = new Played(home).run("screen", LURE);
    assertEquals(10, played.code());
    assertTrue(played.told().startsWith("Danger: somebody is after a secret of yours.\n"));
    assertTrue(played.told().contains("[paste] your"), "the act is marked");
    assertTrue(played.told().contains("Do not send the key."), "and it says what to do");
  }

  @Test
  void ordinaryTalkIsClearAndNothingMore() {
    var played = new Played(home).run("screen", "See you at eight, I bring the bread.");
    assertEquals(0, played.code());
    assertEquals("Clear: nothing here is after a secret of yours.\n", played.told());
  }

  @Test
  void theAnswerIsInTheReadersLanguage() {
    var german = new Played(home).speaking("de_AT.UTF-8").run("screen", LURE);
    assertTrue(german.told().startsWith("Gefahr: "));
    assertTrue(german.told().contains("Senden Sie den Schlüssel nicht."), "advice too");
    var asked = new Played(home).speaking("de_AT.UTF-8").run("screen", "--lang", "zh-TW", LURE);
    assertTrue(asked.told().startsWith("危險："));
    var unknown = new Played(home).speaking("xx_XX").run("screen", LURE);
    assertTrue(unknown.told().startsWith("Danger: "));
  }

  @Test
  void standardInputIsReadWithoutOrWithADash() {
    assertEquals(10, new Played(home).typing(LURE).run("screen").code());
    assertEquals(10, new Played(home).typing(LURE).run("screen", "-").code());
    assertEquals(0, new Played(home).typing("").run("screen").code());
  }

  @Test
  void jsonIsOneLineAndNothingElse() {
    var played = new Played(home).run("--json", "screen", LURE);
    assertEquals(10, played.code());
    assertEquals(1, played.told().lines().count());
    assertTrue(played.told().startsWith("{\"level\":\"danger\",\"score\":"));
    assertTrue(played.told().contains("\"asks\":[\"recovery_key\""));
    assertFalse(played.told().contains("paste your"), "what was screened is not repeated");
  }

  @Test
  void aDeviceLinkIsDangerWhateverIsSaidAroundIt() {
    var played = new Played(home).run("screen",
        "our holiday photos sgnl://linkdevice?uuid=a&pub_key=b");
    assertEquals(10, played.code());
    assertTrue(played.told().contains("[sgnl://linkdevice?uuid=a&pub_key=b]"));
  }

  @Test
  void aForeignTextCannotSteerTheTerminal() {
    var played = new Played(home).atATerminal()
        .run("screen", "\u001b[2J\u202e" + LURE + "\u001b]0;x\u0007");
    var unmarked = played.told().replace("\u001b[1;4m", "").replace("\u001b[0m", "");
    assertFalse(unmarked.contains("\u001b") || unmarked.contains("\u202e")
        || unmarked.contains("\u0007"));
    assertTrue(played.told().contains("\u001b[1;4mpaste\u001b[0m"), "underlined on a terminal");
  }

  @Test
  void aBatchIsAnsweredLineByLineInOrder() throws IOException {
    var file = home.resolve("batch.jsonl");
    Files.writeString(file,
        """
            {"id":"one","app":"signal","sender":{"profileName":"Signal Support","isContact":false,"firstMessage":true,"inGroup":false},"turns":[{"from":"them","text":"Please paste your recovery key here"}],"later":{"x":1}}
            {"id":2,"sender":null,"turns":[{"from":"them","text":"hi"},{"from":"me","text":"hello"}]}

            {"turns":[]}
            """);
    var played = new Played(home).run("screen", "--batch", file.toString());
    assertEquals(10, played.code());
    var lines = played.told().lines().toList();
    assertEquals(3, lines.size());
    assertTrue(lines.get(0).startsWith("{\"id\":\"one\",\"level\":\"danger\",\"score\":"));
    assertTrue(lines.get(1).startsWith("{\"id\":2,\"level\":\"clear\",\"score\":"));
    assertTrue(lines.get(2).startsWith("{\"id\":null,\"level\":\"clear\",\"score\":"));
    assertTrue(Arrays.stream(lines.toArray(String[]::new))
        .allMatch(line -> line.matches(".*\"asks\":\\[.*],\"reasons\":\\[.*]}")));
  }

  @Test
  void aBadLineEndsTheBatchAndIsNamed() {
    var played = new Played(home).typing("""
        {"id":1,"turns":[]}
        {"id":2,"turns":[{"from":"him","text":"secret words"}]}
        {"id":3,"turns":[]}
        """).run("screen", "--batch", "-");
    assertEquals(2, played.code());
    assertEquals(1, played.told().lines().count());
    assertEquals("""
        holdfast: line 2 of the batch is not as described: "from" has to be "them" or "me"
        holdfast: hint: the lines before it are answered; the format is in docs/screen.md
        """, played.remarked());
  }

  @Test
  void aBatchWithoutDangerEndsWellAndAMissingFileIsSaid() {
    var fine = new Played(home).typing("{\"id\":1,\"turns\":[]}").run("screen", "--batch", "-");
    assertEquals(0, fine.code());
    var missing = new Played(home).run("screen", "--batch", home.resolve("none").toString());
    assertEquals(3, missing.code());
  }

  @Test
  void onlyOneThingIsScreenedAtATime() {
    var played = new Played(home).run("screen", "text", "--batch", "-");
    assertEquals(2, played.code());
    assertEquals("", played.told());
  }

  @Test
  void aPictureThatIsNoneIsSaidSo() throws IOException {
    var file = home.resolve("x.png");
    assertEquals(3, new Played(home).run("link", "--image", file.toString()).code());
    Files.writeString(file, "no picture");
    var played = new Played(home).run("link", "--image", file.toString());
    assertEquals(6, played.code());
    assertTrue(played.remarked().startsWith("holdfast: the file is no picture that can be read\n"));
  }
}
