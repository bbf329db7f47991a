package dev.tidewatch.setup.command;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tidewatch.setup.plan.Change;
import dev.tidewatch.setup.plan.Change.Action;
import dev.tidewatch.setup.plan.Difference;
import dev.tidewatch.setup.plan.Plan;
import java.io.PrintWriter;
import picocli.CommandLine.Help.Ansi;

/** Writes plans. */
final class PlanReport {
  private final PrintWriter out;
  private final Ansi ansi;

  PlanReport(PrintWriter out, Ansi ansi) {
    this.out = out;
    this.ansi = ansi;
  }

  void print(Plan plan) {
    plan.changes().forEach(this::print);
    plan.notes().forEach(note -> out.println("note: " + note));
    out.println(summary(plan));
    out.flush();
  }

  private void print(Change change) {
    if (change.action() == Action.KEEP) {
      if (!change.reason().isEmpty()) {
        out.println("  " + change.subject() + "  (" + change.reason() + ")");
      }
      return;
    }
    String reason = change.reason().isEmpty() ? "" : "  (" + change.reason() + ")";
    out.println(
        coloured(change.action(), change.action().sign() + " " + change.subject()) + reason);
    change.differences().forEach(difference -> print(change.action(), difference));
  }

  private void print(Action action, Difference difference) {
    out.println(
        "      "
            + difference.attribute()
            + ": "
            + (action == Action.CREATE
                ? DifferenceText.of(difference.to())
                : DifferenceText.of(difference.from(), difference.to())));
  }

  private String coloured(Action action, String text) {
    String style =
        switch (action) {
          case CREATE -> "green";
          case UPDATE -> "yellow";
          case REPLACE, DELETE -> "red";
          case KEEP -> "";
        };
    return style.isEmpty() ? text : ansi.new Text("@|" + style + " " + text + "|@").toString();
  }

  static String summary(Plan plan) {
    if (plan.isEmpty()) {
      return "Nothing to change: everything is as the file says.";
    }
    return "Plan: %d to create, %d to update, %d to replace, %d to delete."
        .formatted(
            plan.count(Action.CREATE),
            plan.count(Action.UPDATE),
            plan.count(Action.REPLACE),
            plan.count(Action.DELETE));
  }

  void printJson(Plan plan) {
    ObjectNode answer = new ObjectMapper().createObjectNode();
    ArrayNode changes = answer.putArray("changes");
    plan.steps().forEach(step -> add(changes.addObject(), step));
    plan.notes().forEach(answer.putArray("notes")::add);
    out.println(answer.toPrettyString());
    out.flush();
  }

  private static void add(ObjectNode node, Change step) {
    node.put("action", step.action().word())
        .put("kind", step.resource().kind())
        .put("name", step.resource().name());
    if (!step.reason().isEmpty()) {
      node.put("reason", step.reason());
    }
    ArrayNode differences = node.putArray("differences");
    for (Difference difference : step.differences()) {
      ObjectNode each = differences.addObject().put("attribute", difference.attribute());
      difference.from().ifPresent(from -> each.put("from", from));
      difference.to().ifPresent(to -> each.put("to", to));
    }
  }
}
