package dev.tidewatch.setup.doctor;

import dev.tidewatch.setup.blueprint.Blueprint;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Whether the detector waits long enough for the ETL job's files. */
final class OffsetCheck implements Check {
  private static final Duration TRIGGER = Duration.ofSeconds(10);

  private final Blueprint blueprint;

  OffsetCheck(Blueprint blueprint) {
    this.blueprint = blueprint;
  }

  @Override
  public List<Finding> look() {
    return blueprint
        .metricSet()
        .map(set -> set.detectorOffset(TRIGGER, TRIGGER))
        .map(this::compared)
        .map(List::of)
        .orElse(List.of());
  }

  private Finding compared(Duration least) {
    Duration offset =
        Duration.ofSeconds(Optional.ofNullable(blueprint.dataset().offset()).orElse(0));
    String seen = "offset " + offset.toSeconds() + " s";
    return offset.compareTo(least) >= 0
        ? Finding.good(seen + ", of which the job needs at least " + least.toSeconds() + " s")
        : Finding.bad(
            seen + " is less than the " + least.toSeconds() + " s that even a quick job needs",
            "Take 'offset' out of the file: it is then derived from the lateness");
  }

  @Override
  public String subject() {
    return "offset";
  }

  @Override
  public String remedy() {
    return "Shorten the lateness";
  }
}
