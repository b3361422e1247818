package dev.holdfast.desk.runbook;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.holdfast.guard.runbook.Given;
import dev.holdfast.guard.runbook.Speech;
import java.io.IOException;
import java.util.HashSet;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// The MUST rules of CACAO 2.0, sections 3, 4, 7, 9 and 10.
class PlaybookTest {
  static final ObjectMapper JSON = new ObjectMapper();
  static final String UUID = "[0-9a-f]{8}-[0-9a-f]{4}-[1-5][0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}";

  static JsonNode playbook(Given given, String tag) throws IOException {
    return JSON.readTree(Playbook.of(given, Speech.in(tag)));
  }

  @ParameterizedTest
  @EnumSource(Given.class)
  void everyCaseIsAPlaybookThatRunsFromStartToEnd(Given given) throws IOException {
    for (var tag : Speech.LANGUAGES) {
      var playbook = playbook(given, tag);
      for (var name : List.of("type", "spec_version", "id", "name", "created_by", "created",
          "modified", "workflow_start", "workflow"))
        assertTrue(playbook.has(name), name);
      assertTrue(playbook.get("id").asText().matches("playbook--" + UUID));
      assertTrue(playbook.get("created").asText().matches(".*\\.\\d{3}Z"));
      walk(playbook);
      assertTrue(playbook.get("data_marking_definitions")
          .has(playbook.at("/markings/0").asText()));
    }
  }

  static void walk(JsonNode playbook) {
    var workflow = playbook.get("workflow");
    var seen = new HashSet<String>();
    var at = playbook.get("workflow_start").asText();
    assertEquals("start", workflow.get(at).get("type").asText());
    while (workflow.get(at).has("on_completion")) {
      assertTrue(seen.add(at));
      at = workflow.get(at).get("on_completion").asText();
      var step = workflow.get(at);
      assertTrue(at.matches(step.get("type").asText() + "--" + UUID), at);
      if (step.get("type").asText().equals("action")) {
        assertTrue(playbook.get("agent_definitions").has(step.get("agent").asText()));
        assertEquals("manual", step.at("/commands/0/type").asText());
        assertTrue(at.charAt("action--".length() + 14) == '4', "a step's id is of version 4");
      }
    }
    seen.add(at);
    assertEquals("end", workflow.get(at).get("type").asText());
    assertEquals(workflow.size(), seen.size());
  }

  @Test
  void theSameCaseGivesTheSameBytes() {
    assertArrayEquals(Playbook.of(Given.PIN, Speech.in("fa")),
        Playbook.of(Given.PIN, Speech.in("fa")));
  }
}
