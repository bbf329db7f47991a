package dev.tidewatch.detector.console.detectors;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tidewatch.detector.console.web.CsvTable;
import dev.tidewatch.detector.console.web.Visit;
import dev.tidewatch.detector.store.Database;
import java.util.List;

/** The detector log to take away: all of it, not a page. */
public final class RunFiles {
  private static final int MOST = 100_000;
  private static final JsonMapper JSON = new JsonMapper();

  private final Database database;

  public RunFiles(Database database) {
    this.database = requireNonNull(database, "database");
  }

  private List<RunLog.Run> runs(Visit visit) {
    return database.read(
        handle ->
            DetectorPages.log(
                    handle,
                    DetectorViews.detector(handle, visit.part("detector")),
                    visit.asked("runs").equals("failed"))
                .page(0, MOST));
  }

  public void csv(Visit visit) {
    CsvTable table = new CsvTable("interval", "end", "status", "reason", "started", "finished");
    for (RunLog.Run run : runs(visit)) {
      table.row(
          run.start(),
          run.end(),
          run.status(),
          run.reason(),
          run.started(),
          run.finished().map(Object::toString).orElse(""));
    }
    visit.download(visit.part("detector") + "-log.csv", "text/csv; charset=utf-8", table.bytes());
  }

  public void json(Visit visit) {
    ArrayNode rows = JSON.createArrayNode();
    for (RunLog.Run run : runs(visit)) {
      ObjectNode row = rows.addObject();
      row.put("interval", run.start().toString())
          .put("end", run.end().toString())
          .put("status", run.status())
          .put("reason", run.reason())
          .put("started", run.started().toString());
      run.finished().ifPresent(time -> row.put("finished", time.toString()));
    }
    visit.download(
        visit.part("detector") + "-log.json", "application/json", rows.toString().getBytes(UTF_8));
  }
}
