package dev.holdfast.client.screen;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.JsonNode;
import dev.holdfast.client.ClientException;
import dev.holdfast.client.ClientException.Kind;
import dev.holdfast.guard.Level;
import dev.holdfast.guard.Screen;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Optional;

/// Judges JSON Lines, one conversation each, and answers in the same order with flat memory; the
/// format is in docs/screen.md.
///
/// The first line that is not as described ends it: what came before is answered, nothing after it
/// is, so that answers and questions always pair up.
public final class Batch {
  /// The most bytes that a line may have.
  public static final int LONGEST_LINE = 4 << 20;

  private static final JsonFactory FACTORY = JsonFactory.builder().build();

  private final Screen screen;

  /// @param screen judges
  public Batch(Screen screen) {
    this.screen = screen;
  }

  /// Answers every line; blank ones are passed over. Neither stream is closed.
  ///
  /// @return true if there was danger in any
  /// @throws ClientException USAGE with the line's number if one is not as described, ABSENT if the
  ///           questions cannot be read, BUG if the answers cannot be written
  public boolean run(InputStream questions, OutputStream answers) {
    var lines = new Lines(questions, LONGEST_LINE);
    var out = new Answers(answers);
    boolean danger = false;
    try {
      for (var line = next(lines); line.isPresent(); line = next(lines)) {
        if (!blank(line.get())) danger |= answer(line.get(), lines.number(), out);
        if (idle(lines)) out.flush();
      }
    } finally {
      out.flush();
    }
    return danger;
  }

  private static Optional<byte[]> next(Lines lines) {
    try {
      return lines.next();
    } catch (Lines.LongLineException e) {
      throw bad(lines.number(), "it is longer than " + (LONGEST_LINE >> 20) + " MiB");
    } catch (IOException e) {
      throw unreadable(e);
    }
  }

  private static boolean idle(Lines lines) {
    try {
      return lines.idle();
    } catch (IOException e) {
      throw unreadable(e);
    }
  }

  private boolean answer(byte[] line, long number, Answers out) {
    try {
      var question = Question.read(line);
      var verdict = screen.judge(question.conversation());
      out.write(question.id(), Judgement.of(verdict));
      return verdict.level() == Level.DANGER;
    } catch (Question.BadLineException e) {
      throw bad(number, String.valueOf(e.getMessage()));
    }
  }

  private static boolean blank(byte[] line) {
    for (byte b : line)
      if (b != ' ' && b != '\t' && b != '\r') return false;
    return true;
  }

  private static ClientException bad(long number, String expected) {
    return new ClientException(Kind.USAGE, "line " + number + " of the batch is not as described: "
        + expected, "the lines before it are answered; the format is in docs/screen.md");
  }

  private static ClientException unreadable(IOException e) {
    return new ClientException(Kind.ABSENT, "the batch cannot be read to its end",
        "check the file or the pipe", e);
  }

  /// Answers on their way out.
  private static final class Answers {
    private final OutputStream out;
    private final JsonGenerator json;

    Answers(OutputStream out) {
      this.out = out;
      try {
        json = FACTORY.createGenerator(out);
        json.setRootValueSeparator(null);
      } catch (IOException e) {
        throw unwritable(e);
      }
    }

    void write(JsonNode id, Judgement judgement) {
      try {
        json.writeStartObject();
        json.writeFieldName("id");
        id(id);
        json.writeStringField("level", judgement.level());
        json.writeNumberField("score", judgement.score());
        json.writeArrayFieldStart("asks");
        for (var ask : judgement.asks())
          json.writeString(ask);
        json.writeEndArray();
        json.writeArrayFieldStart("reasons");
        for (var reason : judgement.reasons())
          reason(reason);
        json.writeEndArray();
        json.writeEndObject();
        json.writeRaw('\n');
      } catch (IOException e) {
        throw unwritable(e);
      }
    }

    private void id(JsonNode id) throws IOException {
      if (id.isTextual()) json.writeString(id.textValue());
      else
        json.writeRawValue(id.toString());
    }

    private void reason(Judgement.Reason reason) throws IOException {
      json.writeStartObject();
      json.writeStringField("what", reason.what());
      json.writeNumberField("turn", reason.turn());
      json.writeNumberField("start", reason.start());
      json.writeNumberField("end", reason.end());
      if (!reason.title().isEmpty()) json.writeStringField("title", reason.title());
      json.writeEndObject();
    }

    void flush() {
      try {
        json.flush();
        out.flush();
      } catch (IOException e) {
        throw unwritable(e);
      }
    }

    private static ClientException unwritable(IOException e) {
      return new ClientException(Kind.BUG, "the answers cannot be written",
          "check the disk or the pipe", e);
    }
  }
}
