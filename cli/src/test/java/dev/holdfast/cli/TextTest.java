package dev.holdfast.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.holdfast.client.ClientException;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TextTest {
  @ParameterizedTest
  @CsvSource({"90s,PT90S", "10m,PT10M", "72h,PT72H", "7d,P7D", "0s,PT0S"})
  void aDurationIsANumberAndAUnit(String typed, Duration expected) {
    assertEquals(expected, Text.duration(typed));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "5", "h", "-1h", "1.5h", "1w", "1h30m", " 1h"})
  void anythingElseIsNoDuration(String typed) {
    assertThrows(ClientException.class, () -> Text.duration(typed));
  }

  @ParameterizedTest
  @CsvSource({"0,0 B", "999,999 B", "1000,1.00 kB", "43500,43.5 kB", "999499,999 kB",
      "999500,1.00 MB", "53687091200,53.7 GB"})
  void bytesAreShownWithThreeDigits(long bytes, String expected) {
    assertEquals(expected, Text.bytes(bytes));
  }

  @ParameterizedTest
  @CsvSource({"PT2S,2 s", "PT0.2S,1 s", "PT90S,1 min 30 s", "PT72H,3 d", "PT73H,3 d 1 h",
      "PT-5S,0 s"})
  void aDurationIsShownInItsTwoLargestUnits(Duration duration, String expected) {
    assertEquals(expected, Text.duration(duration));
  }

  @Test
  void whatOthersWroteCannotSteerTheTerminal() {
    assertEquals("[31mlaptop", Text.plain("\u001b[31mlap\u202etop\r\n"));
  }
}
