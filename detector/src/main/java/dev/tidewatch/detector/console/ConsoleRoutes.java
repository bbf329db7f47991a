package dev.tidewatch.detector.console;

import static java.util.Objects.requireNonNull;

import dev.tidewatch.detector.access.FailedAttempts;
import dev.tidewatch.detector.access.Role;
import dev.tidewatch.detector.audit.AuditLog;
import dev.tidewatch.detector.console.anomaly.AnomalyPages;
import dev.tidewatch.detector.console.anomaly.SeriesData;
import dev.tidewatch.detector.console.door.ConsoleSessions;
import dev.tidewatch.detector.console.door.Door;
import dev.tidewatch.detector.console.door.SignInLinks;
import dev.tidewatch.detector.console.overview.AnomalyFiles;
import dev.tidewatch.detector.console.overview.Overview;
import dev.tidewatch.detector.console.web.Answers;
import dev.tidewatch.detector.console.web.Assets;
import dev.tidewatch.detector.console.web.Pages;
import dev.tidewatch.detector.console.web.SignInPages;
import dev.tidewatch.detector.console.web.Templates;
import dev.tidewatch.detector.store.Database;
import io.javalin.config.JavalinConfig;
import java.time.InstantSource;

/** The pages of the console and where they are. */
public final class ConsoleRoutes {
  /**
   * What the console works with.
   *
   * @param clock by which the detectors run
   */
  public record Parts(
      Database database,
      Door door,
      ConsoleSessions sessions,
      SignInLinks links,
      FailedAttempts attempts,
      AuditLog audit,
      InstantSource clock) {
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
    Overview overview = new Overview(parts.database());
    AnomalyFiles files = new AnomalyFiles(parts.database());
    pages
        .show("/", overview::show)
        .show("/anomalies.csv", files::csv)
        .show("/anomalies.json", files::json);
    AnomalyPages anomalies = new AnomalyPages(parts.database());
    pages
        .show("/d/{detector}/a/{group}", anomalies::show)
        .change("/d/{detector}/a/{group}/feedback", Role.OPERATOR, "PutFeedback", anomalies::judge)
        .show("/d/{detector}/series/{file}", new SeriesData(parts.database())::answer);
  }
}
