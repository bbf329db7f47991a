package dev.tidewatch.detector.console;

import static java.util.Objects.requireNonNull;

import dev.tidewatch.detector.access.FailedAttempts;
import dev.tidewatch.detector.access.Role;
import dev.tidewatch.detector.alerting.AlertTrial;
import dev.tidewatch.detector.alerting.ConsoleLinks;
import dev.tidewatch.detector.audit.AuditLog;
import dev.tidewatch.detector.catalog.ResourceNames;
import dev.tidewatch.detector.console.alerts.AlertPages;
import dev.tidewatch.detector.console.alerts.NewAlertPages;
import dev.tidewatch.detector.console.anomaly.AnomalyPages;
import dev.tidewatch.detector.console.anomaly.SeriesData;
import dev.tidewatch.detector.console.backtest.BacktestPages;
import dev.tidewatch.detector.console.dataset.DatasetPages;
import dev.tidewatch.detector.console.detectors.Configuration;
import dev.tidewatch.detector.console.detectors.DetectorList;
import dev.tidewatch.detector.console.detectors.DetectorPages;
import dev.tidewatch.detector.console.detectors.RunFiles;
import dev.tidewatch.detector.console.detectors.StepPages;
import dev.tidewatch.detector.console.door.ConsoleSessions;
import dev.tidewatch.detector.console.door.Door;
import dev.tidewatch.detector.console.door.SignInLinks;
import dev.tidewatch.detector.console.events.EventPages;
import dev.tidewatch.detector.console.feedback.FeedbackPages;
import dev.tidewatch.detector.console.live.LiveFeed;
import dev.tidewatch.detector.console.live.LiveRoute;
import dev.tidewatch.detector.console.mutes.MutePages;
import dev.tidewatch.detector.console.overview.AnomalyFiles;
import dev.tidewatch.detector.console.overview.Overview;
import dev.tidewatch.detector.console.overview.SamplePages;
import dev.tidewatch.detector.console.quality.QualityPages;
import dev.tidewatch.detector.console.system.SystemPages;
import dev.tidewatch.detector.console.web.Answers;
import dev.tidewatch.detector.console.web.Assets;
import dev.tidewatch.detector.console.web.Pages;
import dev.tidewatch.detector.console.web.SignInPages;
import dev.tidewatch.detector.console.web.Templates;
import dev.tidewatch.detector.intake.Dataset;
import dev.tidewatch.detector.intake.source.Inspection;
import dev.tidewatch.detector.operation.InnerCalls;
import dev.tidewatch.detector.sample.SampleData;
import dev.tidewatch.detector.schedule.Datasets;
import dev.tidewatch.detector.store.Database;
import dev.tidewatch.detector.trial.TrialStates;
import dev.tidewatch.detector.trial.Trials;
import io.javalin.config.JavalinConfig;
import java.time.InstantSource;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.LongFunction;

/** The pages of the console and where they are. */
public final class ConsoleRoutes {
  /**
   * What the console works with.
   *
   * @param clock by which the detectors run
   * @param learning how far a detector's reading of history is, in a sentence
   * @param inspections looks into the source of a dataset
   * @param calls what the API can do, with its own refusals
   * @param pages where they are, for messages that lead there
   */
  public record Parts(
      Database database,
      Door door,
      ConsoleSessions sessions,
      SignInLinks links,
      FailedAttempts attempts,
      AuditLog audit,
      InstantSource clock,
      LiveFeed changes,
      InnerCalls calls,
      ResourceNames names,
      ConsoleLinks pages,
      AlertTrial trial,
      LongFunction<Optional<String>> learning,
      Datasets datasets,
      Function<Dataset, Inspection> inspections,
      SampleData sample,
      Trials trials,
      TrialStates trialStates,
      SystemPages system) {
    public Parts {
      requireNonNull(database, "database");
      requireNonNull(door, "door");
    }
  }

  private final Parts parts;
  private final Assets assets = Assets.load();
  private final Templates templates = new Templates();

  public ConsoleRoutes(Parts parts) {
    this.parts = requireNonNull(parts, "parts");
  }

  /** Answers them from now on. */
  public void addTo(JavalinConfig config) {
    Answers answers = new Answers(templates, assets, parts.door(), parts.clock());
    assets.addTo(config);
    new SignInPages(parts.door(), parts.sessions(), parts.links(), parts.attempts(), answers)
        .addTo(config);
    Pages pages = new Pages(config, parts.door(), answers, parts.audit(), parts.clock());
    pages.sayWhereNoneIs();
    Overview overview = new Overview(parts.database(), parts.sample()::state);
    AnomalyFiles files = new AnomalyFiles(parts.database());
    pages
        .show("/", overview::show)
        .show("/anomalies.csv", files::csv)
        .show("/anomalies.json", files::json);
    SamplePages sample = new SamplePages(parts.sample());
    pages
        .change("/sample", Role.ADMIN, "LoadSampleData", sample::load)
        .change("/sample/remove", Role.ADMIN, "RemoveSampleData", sample::remove);
    AnomalyPages anomalies = new AnomalyPages(parts.database());
    pages
        .show("/d/{detector}/a/{group}", anomalies::show)
        .change("/d/{detector}/a/{group}/feedback", Role.OPERATOR, "PutFeedback", anomalies::judge)
        .change(
            "/d/{detector}/a/{group}/alerts", Role.OPERATOR, "RepeatAlert", anomalies::tellAgain)
        .show("/d/{detector}/series/{file}", new SeriesData(parts.database())::answer);
    new LiveRoute(parts.changes(), parts.door()).addTo(config);
    addDetectors(pages);
    new BacktestPages(parts.database(), parts.trials(), parts.trialStates()).addTo(pages);
    addMutes(pages);
    addAlerts(pages);
    addEvents(pages);
    FeedbackPages feedback = new FeedbackPages(parts.database());
    pages.show("/feedback", feedback::show).show("/feedback.csv", feedback::csv);
    pages.show("/system", parts.system()::show);
  }

  private void addDetectors(Pages pages) {
    DetectorPages detectors =
        new DetectorPages(
            parts.database(),
            parts.names(),
            parts.learning(),
            new Configuration(parts.calls(), parts.names()));
    RunFiles runs = new RunFiles(parts.database());
    pages
        .show("/detectors", new DetectorList(parts.database())::show)
        .show("/d/{detector}", detectors::log)
        .show("/d/{detector}/log.csv", runs::csv)
        .show("/d/{detector}/log.json", runs::json)
        .show("/d/{detector}/backtest-data", detectors::backtest)
        .show("/d/{detector}/tags", detectors::tags)
        .show("/d/{detector}/configuration", detectors::configuration);
    new StepPages(parts.database(), parts.names(), parts.calls()).addTo(pages);
    DatasetPages datasets =
        new DatasetPages(parts.database(), parts.names(), parts.datasets(), parts.inspections());
    pages
        .show("/d/{detector}/dataset", datasets::show)
        .change("/d/{detector}/dataset/check", Role.OPERATOR, "CheckDataset", datasets::check);
    QualityPages quality = new QualityPages(parts.database(), parts.datasets());
    pages
        .show("/d/{detector}/quality", quality::show)
        .show("/d/{detector}/quality.csv", quality::csv);
  }

  /** The page of mutes comes before that of the alert of any name. */
  private void addMutes(Pages pages) {
    MutePages mutes = new MutePages(parts.database());
    pages
        .show("/alerts/mutes", mutes::show)
        .change("/alerts/mutes", Role.OPERATOR, "Mute", mutes::add)
        .change("/alerts/mutes/end", Role.OPERATOR, "EndMute", mutes::end)
        .change("/d/{detector}/mutes", Role.OPERATOR, "Mute", mutes::addTo);
  }

  private void addEvents(Pages pages) {
    EventPages events = new EventPages(parts.database());
    pages
        .show("/events", events::show)
        .show("/events.csv", events::csv)
        .show("/events.json", events::json)
        .change("/events", Role.OPERATOR, "AddEvents", events::add)
        .change("/events/delete", Role.OPERATOR, "DeleteEvent", events::delete);
  }

  private void addAlerts(Pages pages) {
    AlertPages alerts =
        new AlertPages(
            parts.database(), parts.calls(), parts.names(), parts.pages(), parts.trial());
    NewAlertPages more = new NewAlertPages(parts.database(), parts.calls(), parts.names());
    pages
        .show("/alerts", alerts::list)
        .show("/alerts/-/mutes", alerts::showMutes)
        .show("/alerts/-/new", Role.ADMIN, more::ask)
        .change("/alerts/-/new", Role.ADMIN, "CreateAlert", more::add)
        .show("/alerts/{alert}", alerts::show)
        .change("/alerts/{alert}/test", Role.OPERATOR, "TestAlert", alerts::test)
        .change("/alerts/{alert}/edit", Role.ADMIN, "UpdateAlert", alerts::edit)
        .show("/alerts/{alert}/delete", Role.ADMIN, alerts::askToDelete)
        .change("/alerts/{alert}/delete", Role.ADMIN, "DeleteAlert", alerts::delete);
  }
}
