package dev.tidewatch.detector.console.backtest;

import dev.tidewatch.detector.console.words.Times;
import dev.tidewatch.detector.intake.HistoryRange;
import dev.tidewatch.detector.schedule.BacktestSplit;
import dev.tidewatch.detector.trial.TrialDraft;
import dev.tidewatch.metricset.interval.IntervalLength;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads what the fields of a form say, and says of each what it cannot understand. */
final class FormReading {
  private static final int LONGEST_OFFSET = 432_000;
  private static final int LONGEST_SHOWN = 60;

  private final TrialForm form;
  private final TrialDraft base;
  private final ZoneId zone;
  private final Map<String, String> mistakes = new LinkedHashMap<>();

  /**
   * @param base the settings as they are
   * @param zone of its days
   */
  FormReading(TrialForm form, TrialDraft base, ZoneId zone) {
    this.form = form;
    this.base = base;
    this.zone = zone;
  }

  /** What is to be tried; without meaning when there are mistakes. */
  TrialDraft draft() {
    mistakes.clear();
    if (form.measures().isEmpty()) {
      mistakes.put("measure", "choose at least one measure");
    }
    Map<String, List<String>> filters = filters();
    IntervalLength interval = interval();
    int offset = number("offset", "an offset", LONGEST_OFFSET, " seconds");
    HistoryRange range = range(interval);
    int threshold = number("threshold", "a severity", 100, "");
    return base.withMeasures(new LinkedHashSet<>(form.measures()))
        .withDimensions(new LinkedHashSet<>(form.dimensions()))
        .withFilters(filters)
        .withInterval(interval)
        .withOffset(offset)
        .withRange(range)
        .withThreshold(threshold)
        .withLabels(form.value("labels"));
  }

  /** What is wrong, by the fields' names; empty when all can be understood. */
  Map<String, String> mistakes() {
    return mistakes;
  }

  private Map<String, List<String>> filters() {
    Map<String, List<String>> filters = new LinkedHashMap<>();
    form.filters()
        .forEach(
            (dimension, text) -> {
              List<String> values =
                  text.lines()
                      .map(String::strip)
                      .filter(line -> !line.isEmpty())
                      .distinct()
                      .toList();
              if (!values.isEmpty()) {
                filters.put(dimension, values);
              }
            });
    filters.keySet().stream()
        .filter(dimension -> !form.dimensions().contains(dimension))
        .findFirst()
        .ifPresent(
            dimension ->
                mistakes.put(
                    "filters",
                    "“%s” has values but is not ticked: tick it, or leave its values empty"
                        .formatted(dimension)));
    return filters;
  }

  private IntervalLength interval() {
    String text = form.value("interval");
    Optional<IntervalLength> known =
        Arrays.stream(IntervalLength.values()).filter(each -> each.name().equals(text)).findFirst();
    if (known.isEmpty()) {
      mistakes.put(
          "interval", "an interval is PT5M, PT10M, PT1H or P1D, not “%s”".formatted(shown(text)));
    }
    return known.orElse(base.interval());
  }

  private int number(String field, String what, int most, String unit) {
    String text = form.value(field);
    if (text.matches("\\d{1,9}") && Integer.parseInt(text) <= most) {
      return Integer.parseInt(text);
    }
    mistakes.put(field, "%s is 0 to %d%s, not “%s”".formatted(what, most, unit, shown(text)));
    return 0;
  }

  private HistoryRange range(IntervalLength interval) {
    Optional<LocalDate> first = day("first");
    Optional<LocalDate> last = day("last");
    if (first.isPresent() && last.isPresent()) {
      checkLength(first.get(), last.get(), interval);
    }
    return mistakes.containsKey("last")
        ? HistoryRange.ALL
        : new HistoryRange(
            first.map(day -> day.atStartOfDay(zone).toInstant()).orElse(HistoryRange.ALL.from()),
            last.map(day -> day.plusDays(1).atStartOfDay(zone).toInstant())
                .orElse(HistoryRange.ALL.to()));
  }

  private Optional<LocalDate> day(String field) {
    String text = form.value(field);
    try {
      return text.isEmpty() ? Optional.empty() : Optional.of(LocalDate.parse(text));
    } catch (DateTimeException wrong) {
      mistakes.put(field, "“%s” is no day such as 2026-11-20".formatted(shown(text)));
      return Optional.empty();
    }
  }

  private void checkLength(LocalDate first, LocalDate last, IntervalLength interval) {
    if (last.isBefore(first)) {
      mistakes.put("last", "the last day %s is before the first, %s".formatted(last, first));
      return;
    }
    Duration length =
        Duration.between(first.atStartOfDay(zone), last.plusDays(1).atStartOfDay(zone));
    long intervals = length.dividedBy(interval.duration());
    if (BacktestSplit.of((int) Math.min(Integer.MAX_VALUE, intervals)).isEmpty()) {
      mistakes.put(
          "last",
          "from %s to %s there are %d intervals of %s; a backtest needs %d at least: choose more days, or shorter intervals"
              .formatted(
                  first, last, intervals, Times.length(interval.duration()), BacktestSplit.FEWEST));
    }
  }

  private static String shown(String text) {
    return text.length() <= LONGEST_SHOWN ? text : text.substring(0, LONGEST_SHOWN) + "…";
  }
}
