package dev.holdfast.guard.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import org.junit.jupiter.api.Test;

class ForestTest {
  /// One tree: the first number above 1, then the second above 5 on the left, above 7 on the right.
  static final Forest TREE = new Forest(2, 0.5f, new int[]{0, 1, 1}, new float[]{1, 5, 7},
      new float[]{10, 20, 30, 40});

  @Test
  void aQuestionGoesRightOnlyAboveItsCut() {
    assertEquals(10.5, TREE.score(new float[]{1, 5}));
    assertEquals(20.5, TREE.score(new float[]{1, 6}));
    assertEquals(30.5, TREE.score(new float[]{2, 7}));
    assertEquals(40.5, TREE.score(new float[]{2, 8}));
  }

  @Test
  void treesAreSummed() {
    var two = new Forest(1, 0, new int[]{0, 1}, new float[]{1, 1}, new float[]{1, 2, 30, 40});
    assertEquals(32, two.score(new float[]{2, 0}));
  }

  @Test
  void aForestIsReadAsItWasWritten() throws IOException {
    var read = Forest.read(in(TREE), 2);
    assertEquals(TREE.score(new float[]{2, 8}), read.score(new float[]{2, 8}));
  }

  @Test
  void aQuestionAboutANumberThatIsNotThereIsRefused() throws IOException {
    var in = in(TREE);
    assertTrue(
        String.valueOf(assertThrows(IOException.class, () -> Forest.read(in, 1)).getMessage())
            .contains("question"));
  }

  private static DataInputStream in(Forest forest) throws IOException {
    var bytes = new ByteArrayOutputStream();
    forest.write(new DataOutputStream(bytes));
    return new DataInputStream(new ByteArrayInputStream(bytes.toByteArray()));
  }
}
