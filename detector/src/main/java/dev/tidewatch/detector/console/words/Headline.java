package dev.tidewatch.detector.console.words;

import dev.tidewatch.detector.alerting.message.HeadlineWords;
import dev.tidewatch.detector.alerting.message.Plain;
import dev.tidewatch.detector.anomaly.FoundGroup;
import dev.tidewatch.detector.anomaly.FoundGroup.Peak;
import dev.tidewatch.scoring.cube.Scope;
import java.util.stream.Collectors;

/** What happened, in one plain sentence: {@code Revenue fell 62 % below expected}. */
public final class Headline {
  private static final int NAME = 120;

  private Headline() {}

  public static String of(FoundGroup group) {
    return of(group.measure(), group.peak());
  }

  public static String of(String measure, Peak peak) {
    return HeadlineWords.of(name(measure), peak.direction(), peak.percent());
  }

  /** A name out of foreign hands, on one line, with nothing invisible in it. */
  public static String name(String text) {
    return Plain.line(text, NAME);
  }

  /** As the original console wrote names: {@code Revenue}. */
  public static String capital(String text) {
    return HeadlineWords.capital(text);
  }

  /** {@code uk · mobile_app}; of everything together: {@code all}. */
  public static String scope(Scope scope) {
    return scope.values().isEmpty()
        ? "all"
        : scope.values().values().stream()
            .map(value -> value.isEmpty() ? "(empty)" : name(value))
            .collect(Collectors.joining(" · "));
  }
}
