package dev.holdfast.picture;

import boofcv.factory.fiducial.FactoryFiducial;
import boofcv.struct.image.GrayU8;
import com.google.zxing.BarcodeFormat;
import com.google.zxing.BinaryBitmap;
import com.google.zxing.DecodeHintType;
import com.google.zxing.LuminanceSource;
import com.google.zxing.MultiFormatReader;
import com.google.zxing.RGBLuminanceSource;
import com.google.zxing.ReaderException;
import com.google.zxing.common.GlobalHistogramBinarizer;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.multi.qrcode.QRCodeMultiReader;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.SequencedSet;

/// Reads QR codes: ZXing first, BoofCV where that finds nothing, as on photos.
final class Codes {
  private static final Map<DecodeHintType, Object> HINTS = Map.of(DecodeHintType.TRY_HARDER, true,
      DecodeHintType.POSSIBLE_FORMATS, List.of(BarcodeFormat.QR_CODE));

  private Codes() {}

  static SequencedSet<String> in(Raster picture) {
    var found = new LinkedHashSet<String>();
    var light = new RGBLuminanceSource(picture.width(), picture.height(), picture.rgb());
    for (var source : List.of(light, light.invert())) {
      many(source, found);
      if (found.isEmpty()) one(source, found);
    }
    if (found.isEmpty()) onPhoto(picture, found);
    return found;
  }

  private static void many(LuminanceSource source, SequencedSet<String> found) {
    try {
      var bitmap = new BinaryBitmap(new HybridBinarizer(source));
      for (var result : new QRCodeMultiReader().decodeMultiple(bitmap, HINTS))
        found.add(result.getText());
    } catch (ReaderException | IndexOutOfBoundsException | IllegalArgumentException e) {
      // none, or one that no phone would read either: hostile codes may throw the unchecked two
    }
  }

  private static void one(LuminanceSource source, SequencedSet<String> found) {
    try {
      var bitmap = new BinaryBitmap(new GlobalHistogramBinarizer(source));
      found.add(new MultiFormatReader().decode(bitmap, HINTS).getText());
    } catch (ReaderException | IndexOutOfBoundsException | IllegalArgumentException e) {
      // as above
    }
  }

  private static void onPhoto(Raster picture, SequencedSet<String> found) {
    var gray = new GrayU8(picture.width(), picture.height());
    var rgb = picture.rgb();
    for (int i = 0; i < rgb.length; i++)
      gray.data[i] = (byte) luma(rgb[i]);
    var detector = FactoryFiducial.qrcode(null, GrayU8.class);
    detector.process(gray);
    for (var code : detector.getDetections())
      found.add(code.message);
  }

  /// Brightness, 0 to 255 (BT.601).
  static int luma(int rgb) {
    return ((rgb >> 16 & 0xff) * 77 + (rgb >> 8 & 0xff) * 150 + (rgb & 0xff) * 29) >> 8;
  }
}
