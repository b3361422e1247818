package dev.holdfast.guard.model;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;

/// Decision trees, all of one depth, whose answers are summed. Each tree is laid out level by
/// level: the children of question `i` are `2i + 1` (not above the cut) and `2i + 2`.
public final class Forest {
  private static final int MOST = 1 << 20;

  private final int depth;
  private final float base;
  private final int[] asked;
  private final float[] cuts;
  private final float[] answers;

  /// A forest of these trees, one after the other.
  ///
  /// @param depth questions from root to answer
  /// @param base added to the sum
  /// @param asked which number each question looks at; two to the power of `depth`, less one, a
  ///          tree; kept, not copied
  /// @param cuts above which value it goes right; as many; kept, not copied
  /// @param answers two to the power of `depth` a tree; kept, not copied
  public Forest(int depth, float base, int[] asked, float[] cuts, float[] answers) {
    this.depth = depth;
    this.base = base;
    this.asked = asked;
    this.cuts = cuts;
    this.answers = answers;
  }

  /// The sum for these numbers, as log odds.
  public double score(float[] numbers) {
    var questions = (1 << depth) - 1;
    var sum = (double) base;
    var answer = 0;
    for (var tree = 0; tree < asked.length; tree += questions) {
      var i = 0;
      for (var level = 0; level < depth; level++)
        i = 2 * i + (numbers[asked[tree + i]] > cuts[tree + i] ? 2 : 1);
      sum += answers[answer + i - questions];
      answer += questions + 1;
    }
    return sum;
  }

  static Forest read(DataInputStream in, int numbers) throws IOException {
    var depth = in.readInt();
    var trees = in.readInt();
    if (depth < 1 || depth > 8 || trees < 0 || trees << depth > MOST)
      throw new IOException("a forest of a wrong size");
    var base = in.readFloat();
    var asked = new int[trees * ((1 << depth) - 1)];
    for (var i = 0; i < asked.length; i++) {
      asked[i] = in.readUnsignedShort();
      if (asked[i] >= numbers) throw new IOException("a question about nothing");
    }
    return new Forest(depth, base, asked, floats(in, asked.length), floats(in, trees << depth));
  }

  void write(DataOutputStream out) throws IOException {
    out.writeInt(depth);
    out.writeInt(answers.length >> depth);
    out.writeFloat(base);
    for (var a : asked)
      out.writeShort(a);
    for (var c : cuts)
      out.writeFloat(c);
    for (var a : answers)
      out.writeFloat(a);
  }

  private static float[] floats(DataInputStream in, int count) throws IOException {
    var floats = new float[count];
    for (var i = 0; i < count; i++)
      floats[i] = in.readFloat();
    return floats;
  }
}
