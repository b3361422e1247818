package dev.holdfast.guard.link;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Base64;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class LinksTest {
  static final String DEVICE = "sgnl://linkdevice?uuid=4f0c7a1e-2b63-4d0e-9a51-0d7f6f1f2a10&pub_key=BWk3Zm9vYmFyMTIzNDU2Nzg5MGFiY2RlZmdoaWpr";

  @ParameterizedTest
  @ValueSource(strings = {DEVICE, "SGNL://LINKDEVICE?UUID=abc&PUB_KEY=BWk3",
      "tsdevice:/?uuid=abc&pub_key=BWk3", "tsdevice:?uuid=abc&pub_key=BWk3",
      "sgnl%3A%2F%2Flinkdevice%3Fuuid%3Dabc%26pub_key%3DBWk3",
      "https://example.com/go?next=sgnl%3A%2F%2Flinkdevice%3Fuuid%3Dabc%26pub_key%3DBWk3",
      "https://example.com/r?u=sgnl%253A%252F%252Flinkdevice%253Fuuid%253Dabc",
      "(sgnl://linkdevice?uuid=a&pub_key=b)",
      "s\u200bgnl://link\u200bdevice?uuid=a&pub_key=b"})
  void aDeviceLinkIsSeenInEveryForm(String written) {
    assertEquals(Purpose.DEVICE_LINK, only("please open " + written + " now"));
    assertEquals(Purpose.DEVICE_LINK, Links.payload(written).purpose());
  }

  @Test
  void aDeviceLinkIsSeenInsideBase64() {
    var hidden = Base64.getUrlEncoder()
        .encodeToString(DEVICE.getBytes(java.nio.charset.StandardCharsets.US_ASCII));
    assertEquals(Purpose.DEVICE_LINK, only("https://example.com/i/" + hidden));
  }

  @ParameterizedTest
  @CsvSource({"https://signal.group/#CjQKIJ0000, GROUP",
      "https://signal.me/#eu/abcdefghijklmnopqrstuvwxyzabcdefghijklmnopqrstuvwxyzabcdefghijkl, PERSON",
      "https://signal.me/#p/+4915112345678, PERSON",
      "https://signal.art/addstickers/#pack_id=ab&pack_key=cd, STICKERS",
      "https://signal.link/call/#key=abcd-efgh, CALL", "https://wa.me/4915112345678, PERSON",
      "https://chat.whatsapp.com/AbCd, GROUP",
      "https://t.me/somebody, PERSON", "https://support.signal.org/hc, OFFICIAL",
      "https://github.com/signalapp, OFFICIAL", "https://signalhorn.com/shop, OTHER",
      "https://railwaysignals.co.uk, OTHER", "example.org/path, OTHER"})
  void genuineLinksAreBenign(String link, Purpose purpose) {
    assertEquals(purpose, only("see " + link));
    assertEquals(Purpose.Weight.PLAIN, purpose.weight());
  }

  @ParameterizedTest
  @CsvSource({"https://signal.group/join, ODD_PATH", "https://signal-group.site/#CjQ, LOOK_ALIKE",
      "https://add-signal.com, LOOK_ALIKE", "https://signal-confirm.org/x, LOOK_ALIKE",
      "http://s\u0456gnal-support.tech/a, LOOK_ALIKE",
      "https://whatsapp-web.click/a, LOOK_ALIKE", "otpauth://totp/Signal?secret=ABC, CODE_SETUP",
      "tg://login?token=abc, WEB_LOGIN", "https://bit.ly/3abc, SHORTENED",
      "hxxps://signal-group[.]site/x, DEFANGED",
      "sgnl[:]//linkdevice?uuid=a, DEFANGED"})
  void whatIsNotGenuineIsNamed(String link, Purpose purpose) {
    assertEquals(purpose, only("see " + link));
  }

  @Test
  void aWebLoginPictureIsDanger() {
    assertEquals(Purpose.WEB_LOGIN,
        Links.payload("2@AbCdEfGhIjKlMnOpQrSt/+==,AAAA,BBBB,CCCC").purpose());
  }

  @Test
  void aCallForwardingCodeIsNamed() {
    assertEquals(Purpose.CALL_FORWARDING, only("dial **21*+4915112345678#"));
  }

  static IntStream seeds() {
    return IntStream.range(0, 500);
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void anyTextIsReadWithoutAnException(int seed) {
    var random = new Random(seed);
    var pieces = new String[]{"sgnl:", "//", "%", "%2", "?", "#", "[.]", "@", ":", ".",
        "linkdevice", "https", "\u3002", "2@", "*21*", " ", "=", "\ud800",
        "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa"};
    var text = new StringBuilder();
    for (var i = random.nextInt(60); i >= 0; i--)
      text.append(random.nextInt(4) == 0
          ? String.valueOf((char) random.nextInt(0x10000))
          : pieces[random.nextInt(pieces.length)]);
    for (var link : Links.in(text.toString()))
      assertTrue(link.start() >= 0 && link.start() < link.end() && link.end() <= text.length());
    assertTrue(Links.payload(text.toString()).end() >= 0);
  }

  private static Purpose only(String text) {
    var links = Links.in(text);
    assertEquals(1, links.size(), () -> "links in " + text + ": " + links);
    return links.get(0).purpose();
  }
}
