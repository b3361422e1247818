package dev.holdfast.picture;

import com.google.zxing.BarcodeFormat;
import com.google.zxing.WriterException;
import com.google.zxing.qrcode.QRCodeWriter;
import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.List;

/// Draws screenshots of chats.
final class Drawn {
  private static final int MARGIN = 40;
  private static final int PAD = 28;

  private final Theme theme;
  private final BufferedImage image;
  private final Graphics2D pen;
  private final int size;
  private int y;

  /// Colours of an app.
  record Theme(Color ground, Color ink, Color theirs, Color theirInk, Color mine, Color myInk) {
    static final Theme LIGHT = new Theme(Color.WHITE, Color.BLACK, new Color(0xe9e9e9), Color.BLACK,
        new Color(0x2c6bed), Color.WHITE);
    static final Theme DARK = new Theme(new Color(0x121212), Color.WHITE, new Color(0x2e2e2e),
        new Color(0xe9e9e9), new Color(0x2c6bed), Color.WHITE);
    static final Theme GREEN = new Theme(new Color(0xefeae2), Color.BLACK, Color.WHITE, Color.BLACK,
        new Color(0xd9fdd3), Color.BLACK);
    static final List<Theme> ALL = List.of(LIGHT, DARK, GREEN);
  }

  Drawn(Theme theme, int width, int height) {
    this.theme = theme;
    size = width / 30;
    image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
    pen = image.createGraphics();
    pen.setRenderingHint(RenderingHints.KEY_TEXT_ANTIALIASING,
        RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
    pen.setColor(theme.ground());
    pen.fillRect(0, 0, width, height);
    pen.setFont(new Font("DejaVu Sans", Font.PLAIN, size));
  }

  Drawn header(String... lines) {
    pen.setColor(theme.ink());
    y = size;
    for (var line : lines) {
      y += (int) (size * 1.5);
      pen.drawString(line, MARGIN, y);
    }
    y += 2 * size;
    return this;
  }

  Drawn theirs(String text, String time) {
    return bubble(false, text, time);
  }

  Drawn mine(String text, String time) {
    return bubble(true, text, time);
  }

  private Drawn bubble(boolean mine, String text, String time) {
    int widest = image.getWidth() * 7 / 10;
    var lines = new ArrayList<>(wrapped(text, widest - 2 * PAD));
    lines.add(time);
    var metrics = pen.getFontMetrics();
    int wide = lines.stream().mapToInt(metrics::stringWidth).max().orElse(0) + 2 * PAD;
    int high = lines.size() * metrics.getHeight() + 2 * PAD;
    int x = mine ? image.getWidth() - MARGIN - wide : MARGIN;
    pen.setColor(mine ? theme.mine() : theme.theirs());
    pen.fillRoundRect(x, y, wide, high, 40, 40);
    pen.setColor(mine ? theme.myInk() : theme.theirInk());
    int line = y + PAD + metrics.getAscent();
    for (var words : lines) {
      pen.drawString(words, x + PAD, line);
      line += metrics.getHeight();
    }
    y += high + size;
    return this;
  }

  private List<String> wrapped(String text, int width) {
    var lines = new ArrayList<String>();
    var line = new StringBuilder();
    for (var word : text.split(" ", -1)) {
      var longer = line.isEmpty() ? word : line + " " + word;
      if (pen.getFontMetrics().stringWidth(longer) > width && !line.isEmpty()) {
        lines.add(line.toString());
        line.setLength(0);
        line.append(word);
      } else {
        line.setLength(0);
        line.append(longer);
      }
    }
    lines.add(line.toString());
    return lines;
  }

  Drawn code(String payload, int edge, boolean inverted) {
    try {
      var bits = new QRCodeWriter().encode(payload, BarcodeFormat.QR_CODE, edge, edge);
      for (int row = 0; row < edge; row++)
        for (int column = 0; column < edge; column++)
          image.setRGB(MARGIN + column, y + row,
              bits.get(column, row) != inverted ? 0x000000 : 0xffffff);
      y += edge + size;
      return this;
    } catch (WriterException e) {
      throw new IllegalStateException(e);
    }
  }

  BufferedImage image() {
    pen.dispose();
    return image;
  }
}
