package dev.holdfast.desk.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReportJsonTest {
  static Report report(String line) {
    return assertInstanceOf(Reading.Read.class, ReportJson.read(line)).report();
  }

  @Test
  void aReportOfNothingButAnIdIsAReport() {
    var report = report("{\"id\":\"r1\"}");
    assertEquals("r1", report.id());
    assertNull(report.at());
    assertEquals(Report.Sender.UNKNOWN, report.sender());
  }

  @Test
  void whatIsNullIsMissing() {
    var report = report("""
        {"id":7,"at":null,"app":null,"sender":null,"lang":null,"turns":null,"links":[null],
         "qr":null,"image":null,"community":null}
        """);
    assertEquals(report("{\"id\":\"7\"}"), report);
  }

  @Test
  void aDayAloneSaysNothingOfTheHour() {
    var at = report("{\"id\":\"r\",\"at\":\"2026-05-27\"}").at();
    assertNotNull(at);
    assertTrue(at.dayOnly());
    var instant = report("{\"id\":\"r\",\"at\":\"2026-05-27T08:00:00+02:00\"}").at();
    assertNotNull(instant);
    assertEquals("2026-05-27T06:00:00Z", instant.instant().toString());
  }

  @Test
  void whatWasWrittenIsReadAgain() {
    var report = report("""
        {"id":"r","at":"2026-05-27","app":"Signal","sender":{"id":"a","number":"+491","name":"S"},
         "lang":"DE","turns":[{"from":"them","text":"  Hallo ","at":"2026-05-27T08:00:00Z"},
         {"from":"me","text":"?"},"so"],"links":["https://a.example/b"],"qr":["x"],
         "image":{"width":"1080","height":2220},"community":["press","law"],"else":[1]}
        """);
    assertEquals(report, report(ReportJson.write(report)));
    assertEquals("  Hallo ", report.turns().get(0).text(), "spaces are evidence");
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
      nonsense|this is not JSON
      [1]|expected a JSON object
      {"at":"2026-05-27"}|a report needs an "id"
      {"id":"r","at":"soon"}|"at" is no date
      {"id":"r","turns":"hello"}|"turns" should be a list
      {"id":"r","image":{"pdq":"zz"}}|"image.pdq" should be 64 hex digits
      {"id":{"a":1}}|"id" should be a text
      """)
  void whatIsNoReportIsKeptAsideWithAReason(String line, String reason) {
    var aside = assertInstanceOf(Reading.Aside.class, ReportJson.read(line));
    assertTrue(aside.reason().contains(reason), aside.reason());
  }
}
