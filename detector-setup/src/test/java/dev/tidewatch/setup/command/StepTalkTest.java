package dev.tidewatch.setup.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tidewatch.setup.plan.Apply;
import dev.tidewatch.setup.plan.Attributes;
import dev.tidewatch.setup.plan.Change;
import dev.tidewatch.setup.plan.Difference;
import dev.tidewatch.setup.plan.Existing;
import dev.tidewatch.setup.plan.Plan;
import dev.tidewatch.setup.plan.Resource;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class StepTalkTest {
  private final StringWriter said = new StringWriter();

  /** Something that can be made, or not. */
  private record Thing(String name, boolean canBeMade) implements Resource {
    @Override
    public String kind() {
      return "thing";
    }

    @Override
    public Optional<Existing> existing() {
      return Optional.empty();
    }

    @Override
    public Attributes desired() {
      return Attributes.NONE;
    }

    @Override
    public String create() {
      if (!canBeMade) {
        throw new IllegalStateException("no");
      }
      return name;
    }

    @Override
    public void update(List<Difference> differences) {}

    @Override
    public void delete() {}
  }

  private void apply(Thing... things) {
    Plan plan =
        new Plan(Arrays.stream(things).map(thing -> Change.create(thing, "")).toList(), List.of());
    assertThatThrownBy(() -> new Apply(new StepTalk(new PrintWriter(said))).run(plan))
        .isInstanceOf(IllegalStateException.class)
        .hasMessage("no");
  }

  @Test
  void endsTheLineOfAStepThatFailsAndSaysWhatStays() {
    apply(new Thing("one", true), new Thing("two", false), new Thing("three", true));
    assertThat(said.toString().lines().toList())
        .hasSize(3)
        .endsWith(
            "+ thing two … failed",
            "1 step was done and stays; the same command goes on from there.");
  }

  @Test
  void saysOnlyThatItFailedWhereNothingWasDone() {
    apply(new Thing("one", false));
    assertThat(said.toString().lines().toList()).containsExactly("+ thing one … failed");
  }
}
