package dev.tidewatch.detector.console.backtest;

import static java.util.Objects.requireNonNull;

import dev.tidewatch.detector.access.Role;
import dev.tidewatch.detector.catalog.Detectors;
import dev.tidewatch.detector.catalog.MetricSets;
import dev.tidewatch.detector.console.view.Query;
import dev.tidewatch.detector.console.web.Crumb;
import dev.tidewatch.detector.console.web.Missing;
import dev.tidewatch.detector.console.web.Notice;
import dev.tidewatch.detector.console.web.Pages;
import dev.tidewatch.detector.console.web.Place;
import dev.tidewatch.detector.console.web.Visit;
import dev.tidewatch.detector.intake.HistoryRange;
import dev.tidewatch.detector.store.Database;
import dev.tidewatch.detector.trial.TrialComparison;
import dev.tidewatch.detector.trial.TrialDraft;
import dev.tidewatch.detector.trial.TrialResult;
import dev.tidewatch.detector.trial.TrialResults;
import dev.tidewatch.detector.trial.TrialState;
import dev.tidewatch.detector.trial.TrialStates;
import dev.tidewatch.detector.trial.Trials;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;

/** Tries settings on the past, shows what came of it, and makes the better ones live. */
public final class BacktestPages {
  private static final String PATH = "/backtest";

  private final Database database;
  private final Trials trials;
  private final TrialStates states;
  private final TrialResults results;

  public BacktestPages(Database database, Trials trials, TrialStates states) {
    this.database = requireNonNull(database, "database");
    this.trials = requireNonNull(trials, "trials");
    this.states = requireNonNull(states, "states");
    this.results = new TrialResults(database);
  }

  public void addTo(Pages pages) {
    pages
        .show(PATH, this::list)
        .change(PATH, Role.ADMIN, "StartTrial", this::start)
        .show("/backtest/{trial}", this::show)
        .change("/backtest/{trial}/promote", Role.ADMIN, "PromoteTrial", this::promote)
        .change("/backtest/{trial}/delete", Role.ADMIN, "DeleteTrial", this::delete);
  }

  private void list(Visit visit) {
    String one = visit.asked("one");
    String other = visit.asked("other");
    if (!one.isEmpty() && !other.isEmpty()) {
      compare(visit, one, other);
      return;
    }
    String base = visit.asked("base");
    Optional<TrialDraft> draft = base.isEmpty() ? Optional.empty() : trials.draft(base);
    visit.show(
        "backtest.jte", Place.BACKTEST, "Backtest", new BacktestPage(states.all(), bases(), draft));
  }

  private List<String> bases() {
    return database.read(
        handle ->
            Detectors.page(handle, 0, Integer.MAX_VALUE).stream()
                .filter(each -> MetricSets.of(handle, each.id()).isPresent())
                .map(each -> each.name())
                .toList());
  }

  private void compare(Visit visit, String one, String other) {
    TrialComparison comparison =
        results.compare(one, other).orElseThrow(() -> new Missing("These two are not both done."));
    visit.show("comparison.jte", Place.BACKTEST, one + " and " + other, crumbs(visit), comparison);
  }

  private static List<Crumb> crumbs(Visit visit) {
    return List.of(new Crumb("Backtest", visit.view().link(PATH)));
  }

  private void show(Visit visit) {
    String name = visit.part("trial");
    TrialState state =
        states.of(name).orElseThrow(() -> new Missing("There is no trial “" + name + "”."));
    visit.show(
        "trial.jte", Place.BACKTEST, name, crumbs(visit), new TrialPage(state, results.of(name)));
  }

  /** What a trial is and, once it is done, found. */
  public record TrialPage(TrialState state, Optional<TrialResult> result) {}

  private void start(Visit visit) {
    String base = visit.field("base");
    try {
      String name = trials.start(draft(visit, base), visit.visitor().caller());
      visit.leadTo("/backtest/" + name, Notice.done(name + " runs."));
    } catch (IllegalArgumentException | DateTimeException wrong) {
      visit.leadTo(
          Query.empty().with("base", base).url(PATH),
          Notice.refused(String.valueOf(wrong.getMessage())));
    }
  }

  private TrialDraft draft(Visit visit, String base) {
    TrialDraft draft =
        trials.draft(base).orElseThrow(() -> new Missing("There is no dataset of “" + base + "”."));
    String threshold = visit.field("threshold");
    if (!threshold.matches("\\d{1,3}")) {
      throw new IllegalArgumentException("a threshold is 0 to 100, not “" + threshold + "”");
    }
    if (visit.fields("measure").isEmpty()) {
      throw new IllegalArgumentException("choose at least one measure");
    }
    return draft
        .withMeasures(new HashSet<>(visit.fields("measure")))
        .withDimensions(new HashSet<>(visit.fields("dimension")))
        .withRange(range(visit, visit.view().zone()))
        .withThreshold(Integer.parseInt(threshold))
        .withLabels(visit.field("labels"));
  }

  private static HistoryRange range(Visit visit, ZoneId zone) {
    return new HistoryRange(
        day(visit.field("first"), zone).orElse(HistoryRange.ALL.from()),
        day(visit.field("last"), zone).orElse(HistoryRange.ALL.to()));
  }

  private static Optional<Instant> day(String text, ZoneId zone) {
    return text.isEmpty()
        ? Optional.empty()
        : Optional.of(LocalDate.parse(text).atStartOfDay(zone).toInstant());
  }

  private void promote(Visit visit) {
    String name =
        trials.promote(visit.part("trial"), visit.field("name"), visit.visitor().caller());
    visit.leadTo("/d/" + name, Notice.done(name + " is live with the settings of the trial."));
  }

  private void delete(Visit visit) {
    String trial = visit.part("trial");
    trials.delete(trial);
    visit.leadTo(PATH, Notice.done(trial + " is being deleted."));
  }
}
