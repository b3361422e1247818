package dev.holdfast.guard.model;

import dev.holdfast.guard.ask.Ask;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.Inflater;
import java.util.zip.InflaterInputStream;

/// The trained model: is it a lure, is it a sharing worth a soft stop, and what does it ask for.
/// What the heads say about a lure is not the last word: two forests weigh it against the numbers of
/// the conversation.
///
/// @param lure tells lures from everything else, mainly from harmless talk about secrets
/// @param topic tells lures from ordinary talk
/// @param harm has the last word on lures against everything else
/// @param strange has the last word on lures against ordinary talk
/// @param soft tells level-2 sharing from everything else
/// @param asks one per [Ask], in the order of [Ask#ALL]
/// @param mix where the scores are cut
public record Model(Head lure, Head topic, Forest harm, Forest strange, Head soft, List<Head> asks,
    Mix mix) {
  /// What ordinary talk scores at most; below every threshold.
  private static final double ORDINARY = 0.05;
  private static final int MAGIC = 0x48464732;
  private static final int MOST_BYTES = 64 << 20;
  /// How many numbers the forests look at.
  public static final int NUMBERS = Traits.COUNT + 6;
  private static final int READ_BYTES = 64 << 10;

  /// Thresholds, found on held-out data.
  ///
  /// @param caution lure probability from which on it is caution
  /// @param danger lure probability from which on it is danger
  /// @param soft soft probability from which on it is caution
  /// @param topic log odds against ordinary talk below which nothing is a lure
  public record Mix(float caution, float danger, float soft, float topic) {}

  /// Copies the list.
  public Model { asks = List.copyOf(asks); }

  /// The model packed into the jar.
  ///
  /// @throws IllegalStateException if the jar was packed without it
  public static Model packed() {
    try (var in = Model.class.getResourceAsStream("/dev/holdfast/guard/model.bin")) {
      if (in == null)
        throw new IllegalStateException("the guard's model is missing from the class path");
      return read(in.readAllBytes());
    } catch (IOException e) {
      throw new UncheckedIOException("the guard's model could not be read", e);
    }
  }

  /// Reads a model.
  ///
  /// @throws IllegalArgumentException if the bytes are no model of this version
  public static Model read(byte[] bytes) {
    var inflater = new Inflater();
    try (InputStream body = new InflaterInputStream(new ByteArrayInputStream(bytes), inflater,
        READ_BYTES);
        var in = new DataInputStream(body)) {
      if (in.readInt() != MAGIC || in.readInt() != Ask.ALL.size())
        throw new IllegalArgumentException("not a model of this version");
      var mix = new Mix(in.readFloat(), in.readFloat(), in.readFloat(), in.readFloat());
      var lure = head(in);
      var topic = head(in);
      var harm = Forest.read(in, NUMBERS);
      var strange = Forest.read(in, NUMBERS);
      var soft = head(in);
      var asks = new ArrayList<Head>();
      for (var i = 0; i < Ask.ALL.size(); i++)
        asks.add(head(in));
      return new Model(lure, topic, harm, strange, soft, asks, mix);
    } catch (IOException e) {
      throw new IllegalArgumentException("the model is damaged", e);
    } finally {
      inflater.end();
    }
  }

  /// The model as bytes, the same for the same weights.
  public byte[] write() {
    var bytes = new ByteArrayOutputStream();
    var deflater = new Deflater(Deflater.BEST_COMPRESSION);
    try (var out = new DataOutputStream(new DeflaterOutputStream(bytes, deflater))) {
      out.writeInt(MAGIC);
      out.writeInt(asks.size());
      for (var f : new float[]{mix.caution(), mix.danger(), mix.soft(), mix.topic()})
        out.writeFloat(f);
      write(out, lure);
      write(out, topic);
      harm.write(out);
      strange.write(out);
      write(out, soft);
      for (var ask : asks)
        write(out, ask);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } finally {
      deflater.end();
    }
    return bytes.toByteArray();
  }

  /// Probability of a lure; hardly any where it reads like ordinary talk.
  public double lure(Features features) {
    var numbers = numbers(lure, topic, features);
    var harmful = sigmoid(harm.score(numbers));
    return strange.score(numbers) >= mix.topic() ? harmful : Math.min(harmful, ORDINARY);
  }

  /// What the forests look at: the numbers of the conversation and what two heads say of it.
  ///
  /// @param lure as of [Model]
  /// @param topic as of [Model]
  /// @return a new array of [#NUMBERS]
  public static float[] numbers(Head lure, Head topic, Features features) {
    var numbers = Arrays.copyOf(features.traits(), NUMBERS);
    var at = Traits.COUNT;
    for (var head : List.of(lure, topic)) {
      numbers[at] = (float) head.meant(features);
      numbers[at + 1] = (float) head.said(features);
      numbers[at + 2] = numbers[at] + numbers[at + 1];
      at += 3;
    }
    return numbers;
  }

  /// Probability of a sharing on purpose.
  public double soft(Features features) {
    return probability(soft, features);
  }

  /// The probability that one head gives.
  public static double probability(Head head, Features features) {
    return sigmoid(head.meant(features) + head.said(features) + head.bias());
  }

  /// How strongly each ask is spoken for, by log odds.
  public double ask(Ask ask, Features features) {
    var head = asks.get(Ask.ALL.indexOf(ask));
    return head.meant(features) + head.said(features) + head.bias();
  }

  /// The logistic function.
  public static double sigmoid(double x) {
    return 1 / (1 + Math.exp(-x));
  }

  private static Head head(DataInputStream in) throws IOException {
    return new Head(in.readFloat(), in.readFloat(), weights(in), in.readFloat(), weights(in));
  }

  private static byte[] weights(DataInputStream in) throws IOException {
    var size = in.readInt();
    if (size <= 0 || size > MOST_BYTES || Integer.bitCount(size) != 1)
      throw new IOException("weights of a wrong size");
    var weights = new byte[size];
    in.readFully(weights);
    return weights;
  }

  private static void write(DataOutputStream out, Head head) throws IOException {
    out.writeFloat(head.bias());
    out.writeFloat(head.meantStep());
    out.writeInt(head.meantWeights().length);
    out.write(head.meantWeights());
    out.writeFloat(head.saidStep());
    out.writeInt(head.saidWeights().length);
    out.write(head.saidWeights());
  }
}
