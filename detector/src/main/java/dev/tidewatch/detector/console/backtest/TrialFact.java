package dev.tidewatch.detector.console.backtest;

import static java.util.Objects.requireNonNull;

import dev.tidewatch.detector.console.words.Times;
import dev.tidewatch.detector.intake.HistoryRange;
import dev.tidewatch.detector.trial.Accuracy;
import dev.tidewatch.detector.trial.TrialDraft;
import dev.tidewatch.detector.trial.TrialResult;
import dev.tidewatch.metricset.interval.IntervalLength;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import java.util.function.Function;
import java.util.stream.Collectors;
import software.amazon.awssdk.services.lookoutmetrics.model.Filter;
import software.amazon.awssdk.services.lookoutmetrics.model.Metric;
import software.amazon.awssdk.services.lookoutmetrics.model.MetricSetDimensionFilter;

/** A line about a trial. All trials have lines of the same names, in the same order. */
public record TrialFact(String name, String value) {
  public TrialFact {
    requireNonNull(name, "name");
    requireNonNull(value, "value");
  }

  /** What was tried. */
  static List<TrialFact> settings(TrialDraft draft, Times times) {
    return List.of(
        new TrialFact("Dataset of", draft.base().isEmpty() ? "no detector" : draft.base()),
        new TrialFact("Measures", joined(draft.definition().metricList(), Metric::metricName)),
        new TrialFact("Dimensions", dimensions(draft)),
        new TrialFact("Only records of", filters(draft)),
        new TrialFact("Interval", words(draft.interval())),
        new TrialFact("Offset", offset(draft)),
        new TrialFact("History used", range(draft.range(), times)),
        new TrialFact("Counts from severity", String.valueOf(draft.threshold())),
        new TrialFact("Held against", labels(draft)));
  }

  private static <T> String joined(List<T> all, Function<T, String> name) {
    return all.stream().map(name).collect(Collectors.joining(", "));
  }

  private static String dimensions(TrialDraft draft) {
    List<String> dimensions = draft.definition().dimensionList();
    return dimensions.isEmpty() ? "none: totals only" : String.join(", ", dimensions);
  }

  private static String filters(TrialDraft draft) {
    List<MetricSetDimensionFilter> filters = draft.definition().dimensionFilterList();
    return filters.isEmpty()
        ? "any value"
        : filters.stream()
            .map(each -> each.name() + ": " + joined(each.filterList(), Filter::dimensionValue))
            .collect(Collectors.joining("; "));
  }

  /** {@code 5 minutes}. */
  public static String words(IntervalLength interval) {
    return switch (interval) {
      case PT5M -> "5 minutes";
      case PT10M -> "10 minutes";
      case PT1H -> "1 hour";
      case P1D -> "1 day";
    };
  }

  private static String offset(TrialDraft draft) {
    Integer offset = draft.definition().offset();
    return String.format(Locale.ROOT, "%,d seconds", offset == null ? 0 : offset);
  }

  private static String range(HistoryRange range, Times times) {
    boolean begins = range.from().equals(HistoryRange.ALL.from());
    boolean ends = range.to().equals(HistoryRange.ALL.to());
    if (begins && ends) {
      return "all of it";
    }
    String from = begins ? "the beginning" : times.full(range.from());
    return from + " to " + (ends ? "the end" : times.full(range.to()));
  }

  private static String labels(TrialDraft draft) {
    return draft.labels().isBlank()
        ? "what people said of " + (draft.base().isEmpty() ? "it" : draft.base())
        : "a list of %d lines".formatted(draft.labels().lines().filter(l -> !l.isBlank()).count());
  }

  /** What came of it. */
  static List<TrialFact> results(TrialResult result, Times times) {
    List<TrialFact> facts = new ArrayList<>();
    facts.add(new TrialFact("Judged", times.stretch(result.scoredFrom(), result.scoredTo())));
    facts.add(new TrialFact("Intervals read", String.format(Locale.ROOT, "%,d", result.learnt())));
    result
        .classes()
        .forEach(each -> facts.add(rate(capital(each.word()), each.groups(), each.perWeek())));
    facts.add(share("Precision", result, Accuracy::precision));
    facts.add(share("Recall", result, Accuracy::recall));
    facts.add(new TrialFact("F1", f1(result)));
    result
        .alerts()
        .forEach(
            each ->
                facts.add(
                    rate(
                        "Alerts from severity " + each.threshold(),
                        each.alerts(),
                        each.perWeek())));
    return facts;
  }

  private static String capital(String word) {
    return word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1);
  }

  private static TrialFact rate(String name, int count, double perWeek) {
    return new TrialFact(name, String.format(Locale.ROOT, "%d (%.1f a week)", count, perWeek));
  }

  private static TrialFact share(
      String name, TrialResult result, Function<Accuracy, OptionalDouble> share) {
    return new TrialFact(
        name,
        result
            .accuracy()
            .map(share)
            .filter(OptionalDouble::isPresent)
            .map(known -> Math.round(100 * known.getAsDouble()) + " %")
            .orElse("not known"));
  }

  private static String f1(TrialResult result) {
    return result
        .accuracy()
        .map(Accuracy::f1)
        .filter(OptionalDouble::isPresent)
        .map(known -> String.format(Locale.ROOT, "%.2f", known.getAsDouble()))
        .orElse("not known");
  }
}
