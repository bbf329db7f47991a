package dev.tidewatch.setup.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tidewatch.setup.plan.Change.Action;
import dev.tidewatch.setup.plan.Existing.Owner;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class PlannerTest {
  private final Shelf shelf = new Shelf();
  private final Planner planner = new Planner(false);

  private static Attributes colour(String colour) {
    return new Attributes(Map.of("colour", colour));
  }

  @Test
  void createsWhatIsNotThereWithAllItsAttributes() {
    Change change = planner.change(shelf.resource("a", colour("red")));
    assertThat(change.action()).isEqualTo(Action.CREATE);
    assertThat(change.differences())
        .containsExactly(new Difference("colour", Optional.empty(), Optional.of("red")));
  }

  @Test
  void keepsWhatIsAsItShallBe() {
    shelf.put("a", Existing.ours(colour("red")));
    assertThat(planner.change(shelf.resource("a", colour("red"))).action()).isEqualTo(Action.KEEP);
  }

  @Test
  void updatesWhatDiffersAndTakesAwayWhatNobodyAskedFor() {
    shelf.put("a", Existing.ours(colour("red").with("smell", "sweet")));
    Change change = planner.change(shelf.resource("a", colour("blue")));
    assertThat(change.action()).isEqualTo(Action.UPDATE);
    assertThat(change.differences())
        .containsExactly(
            new Difference("colour", Optional.of("red"), Optional.of("blue")),
            new Difference("smell", Optional.of("sweet"), Optional.empty()));
  }

  @Test
  void replacesWhatCannotBeChangedAndSaysWhy() {
    shelf.put("a", Existing.ours(colour("red").with("size", "1")));
    Change change = planner.change(shelf.resource("a", colour("red").with("size", "2")));
    assertThat(change.action()).isEqualTo(Action.REPLACE);
    assertThat(change.reason()).isEqualTo("size is final");
  }

  @Test
  void doesNotTouchWhatIsSomebodyElses() {
    shelf.put("a", new Existing(colour("red"), Owner.FOREIGN));
    Resource resource = shelf.resource("a", colour("blue"));
    assertThatThrownBy(() -> planner.change(resource))
        .isInstanceOf(Conflict.class)
        .hasMessageContaining("thing 'a' exists already")
        .hasMessageContaining("--adopt");
    assertThat(new Planner(true).change(resource).action()).isEqualTo(Action.UPDATE);
  }

  @Test
  void usesWhatIsSharedAsItIs() {
    shelf.put("a", new Existing(colour("red"), Owner.SHARED));
    assertThat(planner.change(shelf.resource("a", colour("blue"))).action()).isEqualTo(Action.KEEP);
  }

  @Test
  void appliesExactlyTheStepsOfAPlan() {
    shelf.put("b", Existing.ours(colour("red")));
    shelf.put("c", Existing.ours(colour("red")));
    Plan plan =
        new Plan(
            List.of(
                planner.change(shelf.resource("a", colour("red"))),
                planner.change(shelf.resource("b", colour("blue"))),
                Change.delete(shelf.resource("c", colour("red")), "")),
            List.of());
    List<String> told = new ArrayList<>();
    new Apply(
            new StepObserver() {
              @Override
              public void begins(Change step) {
                told.add(step.action().sign() + " " + step.subject());
              }

              @Override
              public void done(Change step, String result) {
                told.add(result);
              }
            })
        .run(plan);
    assertThat(told).containsExactly("+ thing a", "a", "~ thing b", "", "- thing c", "");
    assertThat(shelf.get("b")).contains(Existing.ours(colour("blue")));
    assertThat(shelf.get("c")).isEmpty();
    assertThat(planner.change(shelf.resource("a", colour("red"))).action()).isEqualTo(Action.KEEP);
  }
}
