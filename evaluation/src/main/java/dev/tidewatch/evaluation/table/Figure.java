package dev.tidewatch.evaluation.table;

import java.util.Locale;
import java.util.OptionalDouble;

/** What is said of every method, and what the engine is to reach. */
enum Figure {
  MICROS("microseconds a point", "micros", Better.LESS, 2, 1),
  CMD_EVENT("CMD: event F1", "kpi/cmd event F1", Better.MORE, .72, .80),
  CMD_DELAY("CMD: delay F1", "kpi/cmd delay F1", Better.MORE),
  AIOPS_EVENT("AIOps: event F1", "kpi/aiops event F1", Better.MORE, .82, .88),
  AIOPS_DELAY("AIOps: delay F1", "kpi/aiops delay F1", Better.MORE, .88, .92),
  CMD_RECALL("CMD at 50: recall", "kpi/cmd recall", Better.MORE, .65, .65),
  CMD_PRECISION("CMD at 50: precision", "kpi/cmd precision", Better.MORE),
  CMD_FALSE("CMD at 50: false alerts per series-day", "kpi/cmd false", Better.LESS, .10, .05),
  AIOPS_RECALL("AIOps at 50: recall", "kpi/aiops recall", Better.MORE, .65, .65),
  AIOPS_PRECISION("AIOps at 50: precision", "kpi/aiops precision", Better.MORE),
  AIOPS_FALSE("AIOps at 50: false alerts per series-day", "kpi/aiops false", Better.LESS, .10, .05),
  AWSDEMO_RECALL("awsdemo at 50: recall", "kpi/awsdemo recall", Better.MORE, .99, .995),
  AWSDEMO_PRECISION("awsdemo at 50: precision", "kpi/awsdemo precision", Better.MORE, .99, .995),
  AWSDEMO_FALSE(
      "awsdemo at 50: false alerts per series-day", "kpi/awsdemo false", Better.LESS, .10, .05),
  NAB("NAB standard", "nab standard", Better.MORE, 62, 70),
  CUBE_EVENT("cubes: event F1, mean", "cube event F1", Better.MORE, .70, .85),
  CUBE_CONTRIBUTION("cubes: contribution F1, mean", "cube contribution F1", Better.MORE, .82, .92),
  ROOT_CAUSE("root causes: F1", "rca F1", Better.MORE, .80, .88);

  private enum Better {
    MORE,
    LESS
  }

  private final String title;
  private final String key;
  private final Better better;
  private final OptionalDouble first;
  private final OptionalDouble beyond;

  Figure(String title, String key, Better better) {
    this(title, key, better, OptionalDouble.empty(), OptionalDouble.empty());
  }

  Figure(String title, String key, Better better, double first, double beyond) {
    this(title, key, better, OptionalDouble.of(first), OptionalDouble.of(beyond));
  }

  Figure(String title, String key, Better better, OptionalDouble first, OptionalDouble beyond) {
    this.title = title;
    this.key = key;
    this.better = better;
    this.first = first;
    this.beyond = beyond;
  }

  String title() {
    return title;
  }

  /** What it is called in {@link Figures}. */
  String key() {
    return key;
  }

  OptionalDouble firstTarget() {
    return first;
  }

  OptionalDouble beyond() {
    return beyond;
  }

  boolean isReached(double value, double target) {
    return better == Better.MORE ? value >= target : value <= target;
  }

  /** A target with its direction, {@code >= 0.72}. */
  String targetText(double target) {
    return (better == Better.MORE ? ">= " : "<= ") + text(target);
  }

  String text(double value) {
    String digits = this == NAB ? "%.1f" : this == MICROS ? "%.2f" : "%.3f";
    return String.format(Locale.ROOT, digits, value);
  }
}
