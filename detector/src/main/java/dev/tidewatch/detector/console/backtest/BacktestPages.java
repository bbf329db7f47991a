package dev.tidewatch.detector.console.backtest;

import static java.util.Objects.requireNonNull;

import dev.tidewatch.detector.access.Role;
import dev.tidewatch.detector.catalog.Detectors;
import dev.tidewatch.detector.catalog.MetricSets;
import dev.tidewatch.detector.console.backtest.BacktestPage.Chosen;
import dev.tidewatch.detector.console.backtest.BacktestPage.Dimension;
import dev.tidewatch.detector.console.web.Crumb;
import dev.tidewatch.detector.console.web.Missing;
import dev.tidewatch.detector.console.web.Notice;
import dev.tidewatch.detector.console.web.Pages;
import dev.tidewatch.detector.console.web.Place;
import dev.tidewatch.detector.console.web.Rejected;
import dev.tidewatch.detector.console.web.Visit;
import dev.tidewatch.detector.console.words.Times;
import dev.tidewatch.detector.overview.SeenValues;
import dev.tidewatch.detector.store.Database;
import dev.tidewatch.detector.trial.TrialComparison;
import dev.tidewatch.detector.trial.TrialDraft;
import dev.tidewatch.detector.trial.TrialResults;
import dev.tidewatch.detector.trial.TrialState;
import dev.tidewatch.detector.trial.TrialStates;
import dev.tidewatch.detector.trial.Trials;
import dev.tidewatch.detector.wire.ApiError;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import software.amazon.awssdk.services.lookoutmetrics.model.Metric;
import software.amazon.awssdk.services.lookoutmetrics.model.ValidationExceptionField;

/** Tries settings on the past, shows what came of it, and makes the better ones live. */
public final class BacktestPages {
  private static final String PATH = "/backtest";
  private static final String TITLE = "Backtest";
  private static final String LIST = "backtest.jte";

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
        .show("/backtest/{trial}/promote", Role.ADMIN, this::askToPromote)
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
    List<String> bases = bases();
    String base = bases.size() == 1 ? bases.get(0) : visit.asked("base");
    Optional<Chosen> chosen =
        trials.draft(base).map(draft -> chosen(base, draft, TrialForm.of(draft)));
    visit.show(LIST, Place.BACKTEST, TITLE, page(bases, chosen));
  }

  private BacktestPage page(List<String> bases, Optional<Chosen> chosen) {
    return new BacktestPage(states.all(), Trials.MOST, bases, chosen);
  }

  private List<String> bases() {
    return database.read(
        handle ->
            Detectors.page(handle, 0, Integer.MAX_VALUE).stream()
                .filter(each -> MetricSets.of(handle, each.id()).isPresent())
                .map(each -> each.name())
                .toList());
  }

  private Chosen chosen(String base, TrialDraft draft, TrialForm form) {
    return new Chosen(
        base,
        draft.definition().metricList().stream().map(Metric::metricName).toList(),
        database.read(
            handle ->
                draft.definition().dimensionList().stream()
                    .map(name -> new Dimension(name, seen(handle, base, name)))
                    .toList()),
        form);
  }

  private static List<String> seen(Handle handle, String base, String dimension) {
    return Detectors.find(handle, base)
        .map(detector -> SeenValues.of(handle, detector.id(), dimension))
        .orElse(List.of());
  }

  private void compare(Visit visit, String one, String other) {
    if (one.equals(other)) {
      visit.leadTo(PATH, Notice.refused("Choose two different trials to compare."));
      return;
    }
    TrialComparison comparison =
        results.compare(one, other).orElseThrow(() -> new Missing("These two are not both done."));
    visit.show(
        "comparison.jte",
        Place.BACKTEST,
        one + " and " + other,
        crumbs(visit),
        new ComparisonPage(comparison, times(visit)));
  }

  private static Times times(Visit visit) {
    return new Times(visit.view().zone(), visit.now());
  }

  private static List<Crumb> crumbs(Visit visit) {
    return List.of(new Crumb(TITLE, visit.view().link(PATH)));
  }

  private void show(Visit visit) {
    TrialState state = state(visit);
    visit.show(
        "trial.jte",
        Place.BACKTEST,
        state.name(),
        crumbs(visit),
        new TrialPage(state, results.of(state.name()), times(visit)));
  }

  private TrialState state(Visit visit) {
    String name = visit.part("trial");
    return states.of(name).orElseThrow(() -> new Missing("There is no trial “" + name + "”."));
  }

  private void start(Visit visit) {
    String base = visit.field("base");
    TrialDraft draft =
        trials.draft(base).orElseThrow(() -> new Missing("There is no dataset of “" + base + "”."));
    TrialForm form = form(visit, draft);
    FormReading reading = new FormReading(form, draft, visit.view().zone());
    TrialDraft wanted = reading.draft();
    if (!reading.mistakes().isEmpty()) {
      throw rejected(fields(reading.mistakes()), draft, form.with(reading.mistakes()));
    }
    try {
      String name = trials.start(wanted, visit.visitor().caller());
      visit.leadTo("/backtest/" + name, Notice.done(name + " runs."));
    } catch (ApiError refusal) {
      throw rejected(refusal, draft, form.refusedBy(refusal));
    }
  }

  private static TrialForm form(Visit visit, TrialDraft draft) {
    Map<String, String> values = new HashMap<>();
    TrialForm.TEXTS.forEach(field -> values.put(field, visit.field(field)));
    Map<String, String> filters = new LinkedHashMap<>();
    draft
        .definition()
        .dimensionList()
        .forEach(dimension -> filters.put(dimension, visit.field("value:" + dimension)));
    return new TrialForm(
        values, visit.fields("measure"), visit.fields("dimension"), filters, Map.of());
  }

  private static ApiError fields(Map<String, String> mistakes) {
    return ApiError.validation(
        mistakes.entrySet().stream()
            .map(
                each ->
                    ValidationExceptionField.builder()
                        .name(each.getKey())
                        .message(each.getValue())
                        .build())
            .toList());
  }

  private Rejected rejected(ApiError reason, TrialDraft draft, TrialForm form) {
    return new Rejected(
        reason,
        again ->
            again.showAgain(
                LIST,
                Place.BACKTEST,
                TITLE,
                List.of(),
                page(bases(), Optional.of(chosen(draft.base(), draft, form)))));
  }

  private void askToPromote(Visit visit) {
    TrialState state = done(visit);
    visit.show(
        "promotion.jte",
        Place.BACKTEST,
        promoting(state),
        crumbs(visit),
        promotion(visit, state, trials.proposedName(state.draft()), "", ""));
  }

  private TrialState done(Visit visit) {
    TrialState state = state(visit);
    if (state.phase() != TrialState.Phase.DONE) {
      throw new Missing(state.name() + " is not done, so there is nothing to promote.");
    }
    return state;
  }

  private static String promoting(TrialState state) {
    return "Make the settings of %s live?".formatted(state.name());
  }

  private static PromotionPage promotion(
      Visit visit, TrialState state, String name, String mistake, String refusal) {
    return new PromotionPage(
        state.name(), TrialFact.settings(state.draft(), times(visit)), name, mistake, refusal);
  }

  private void promote(Visit visit) {
    TrialState state = done(visit);
    String wanted = visit.field("name");
    try {
      String name = trials.promote(state.name(), wanted, visit.visitor().caller());
      visit.leadTo("/d/" + name, Notice.done(name + " is live with the settings of the trial."));
    } catch (ApiError refusal) {
      String said = String.valueOf(refusal.getMessage());
      boolean ofName = said.contains("AnomalyDetectorName") || refusal.status() == 409;
      throw new Rejected(
          refusal,
          again ->
              again.showAgain(
                  "promotion.jte",
                  Place.BACKTEST,
                  promoting(state),
                  crumbs(again),
                  promotion(again, state, wanted, ofName ? said : "", ofName ? "" : said)));
    }
  }

  private void delete(Visit visit) {
    String trial = visit.part("trial");
    trials.delete(trial);
    visit.leadTo(PATH, Notice.done(trial + " is being deleted."));
  }
}
