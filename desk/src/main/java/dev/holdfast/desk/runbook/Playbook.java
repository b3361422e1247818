package dev.holdfast.desk.runbook;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.holdfast.desk.name.FixedUuid;
import dev.holdfast.guard.runbook.Given;
import dev.holdfast.guard.runbook.Phone;
import dev.holdfast.guard.runbook.Runbook;
import dev.holdfast.guard.runbook.Situation;
import dev.holdfast.guard.runbook.Speech;
import dev.holdfast.guard.runbook.Step;
import dev.holdfast.guard.runbook.Todo;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/// What helps after one thing was given, as a CACAO 2.0 playbook of manual steps. The same case and
/// language give the same bytes.
public final class Playbook {
  /// When the steps were last changed.
  private static final String EDITION = "2026-11-24T00:00:00.000Z";
  /// The namespace that CACAO 2.0, section 10.10, names for playbooks.
  private static final UUID PLAYBOOKS = UUID.fromString("aa7caf3a-d55a-4e9a-b34e-056215fba56a");
  private static final UUID IDENTITIES = UUID.fromString("6ba7b810-9dad-11d1-80b4-00c04fd430c8");
  private static final String ACTIVITY = "eliminate-risk";
  private static final JsonMapper JSON = new JsonMapper();

  private final Given given;
  private final Speech speech;
  private final String name;
  private final ObjectNode root = JSON.createObjectNode();

  private Playbook(Given given, Speech speech) {
    this.given = given;
    this.speech = speech;
    name = "holdfast " + given.word() + " " + speech.tag();
  }

  /// The playbook of a case.
  public static byte[] of(Given given, Speech speech) {
    var playbook = new Playbook(given, speech);
    playbook.fill();
    return (playbook.root.toPrettyString() + "\n").getBytes(StandardCharsets.UTF_8);
  }

  private void fill() {
    var title = speech.say("title") + " " + speech.say("given_" + given.word());
    root.put("type", "playbook")
        .put("spec_version", "cacao-2.0")
        .put("id", "playbook--" + FixedUuid.of(PLAYBOOKS, identity(title)))
        .put("name", title)
        .put("description", speech.say("lead"));
    root.putArray("playbook_types").add("remediation");
    root.putArray("playbook_activities").add(ACTIVITY);
    root.put("created_by", creator()).put("created", EDITION).put("modified", EDITION);
    root.putArray("labels").add("holdfast:gave=\"" + given.word() + "\"").add(speech.tag());
    root.putArray("markings").add(marking());
    workflow();
    var person = root.putObject("agent_definitions").putObject(person());
    person.put("type", "individual").put("name", speech.say("given_" + given.word()));
    var tlp = root.putObject("data_marking_definitions").putObject(marking());
    tlp.put("type", "marking-tlp")
        .put("id", marking())
        .put("created_by", creator())
        .put("created", EDITION)
        .put("tlpv2_level", "TLP:CLEAR");
  }

  private void workflow() {
    var steps = steps();
    var ids = new ArrayList<String>();
    ids.add(id("start", "start"));
    steps.forEach(step -> ids.add(id("action", step.key())));
    ids.add(id("end", "end"));
    root.put("workflow_start", ids.getFirst());
    var workflow = root.putObject("workflow");
    workflow.putObject(ids.getFirst()).put("type", "start").put("on_completion", ids.get(1));
    for (int i = 0; i < steps.size(); i++)
      action(workflow.putObject(ids.get(i + 1)), steps.get(i), ids.get(i + 2));
    workflow.putObject(ids.getLast()).put("type", "end");
  }

  private List<Step> steps() {
    var situation = new Situation(Set.of(given), Optional.empty(), Phone.OTHER);
    return Runbook.steps(situation, Instant.parse(EDITION)).stream().map(Todo::step).toList();
  }

  private void action(ObjectNode action, Step step, String next) {
    action.put("type", "action")
        .put("name", speech.todo(step))
        .put("description", speech.why(step))
        .put("on_completion", next)
        .put("agent", person());
    if (step == Step.CHECK_AGAIN) action.put("delay", Duration.ofHours(1).toMillis());
    action.putArray("commands")
        .addObject()
        .put("type", "manual")
        .put("command", speech.todo(step))
        .put("playbook_activity", ACTIVITY);
  }

  private static String identity(String title) {
    return JSON.createObjectNode()
        .put("name", title)
        .set("playbook_types", JSON.createArrayNode().add("remediation"))
        .toString();
  }

  private static String creator() {
    return "identity--" + FixedUuid.of(IDENTITIES, "holdfast");
  }

  private String marking() {
    return "marking-tlp--" + FixedUuid.shapedAsRandom(name + " marking");
  }

  private String person() {
    return "individual--" + FixedUuid.shapedAsRandom(name + " person");
  }

  private String id(String type, String part) {
    return type + "--" + FixedUuid.shapedAsRandom(name + " " + part);
  }
}
