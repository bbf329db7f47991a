package dev.tidewatch.detector.console.overview;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tidewatch.detector.anomaly.FoundGroup;
import dev.tidewatch.detector.console.web.CsvTable;
import dev.tidewatch.detector.console.web.Visit;
import dev.tidewatch.detector.console.words.Headline;
import dev.tidewatch.detector.console.words.Severity;
import dev.tidewatch.detector.overview.GroupPage;
import dev.tidewatch.detector.store.Database;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** The list of anomalies to take away: all of it, not a page. */
public final class AnomalyFiles {
  private static final int MOST = 10_000;
  private static final JsonMapper JSON = new JsonMapper();

  private final Database database;

  public AnomalyFiles(Database database) {
    this.database = requireNonNull(database, "database");
  }

  /** A group beside the name of its detector and when its last interval ended. */
  private record Listed(FoundGroup group, KnownDetector detector) {
    String end() {
      return group.end().plus(detector.interval()).toString();
    }
  }

  private List<Listed> listed(Visit visit) {
    return database.read(
        handle -> {
          List<KnownDetector> detectors = KnownDetector.all(handle, visit.view().detector());
          Map<Long, KnownDetector> byId =
              detectors.stream().collect(Collectors.toMap(KnownDetector::id, each -> each));
          return GroupPage.read(
                  handle, Overview.filter(visit.view(), detectors), visit.view().order(), 0, MOST)
              .groups()
              .stream()
              .map(group -> new Listed(group, requireNonNull(byId.get(group.detector()))))
              .toList();
        });
  }

  public void csv(Visit visit) {
    CsvTable table =
        new CsvTable(
            "id",
            "detector",
            "measure",
            "where",
            "title",
            "severity",
            "class",
            "start",
            "end",
            "detected",
            "open",
            "value",
            "expected",
            "lower",
            "upper",
            "series");
    for (Listed each : listed(visit)) {
      FoundGroup group = each.group();
      table.row(
          group.id(),
          each.detector().name(),
          group.measure(),
          group.scope().values().entrySet().stream()
              .map(value -> value.getKey() + "=" + value.getValue())
              .collect(Collectors.joining(";")),
          Headline.of(group),
          group.told(),
          new Severity(group.told()).word(),
          group.start(),
          each.end(),
          group.detected(),
          group.open(),
          group.peak().value(),
          group.peak().expected(),
          group.peak().lower(),
          group.peak().upper(),
          group.series());
    }
    visit.download("anomalies.csv", "text/csv; charset=utf-8", table.bytes());
  }

  public void json(Visit visit) {
    ArrayNode all = JSON.createArrayNode();
    for (Listed each : listed(visit)) {
      FoundGroup group = each.group();
      ObjectNode one = all.addObject();
      one.put("id", group.id())
          .put("detector", each.detector().name())
          .put("measure", group.measure())
          .put("title", Headline.of(group))
          .put("severity", group.told())
          .put("class", new Severity(group.told()).word())
          .put("start", group.start().toString())
          .put("end", each.end())
          .put("detected", group.detected().toString())
          .put("open", group.open());
      number(one, "value", group.peak().value());
      number(one, "expected", group.peak().expected());
      number(one, "lower", group.peak().lower());
      number(one, "upper", group.peak().upper());
      one.put("series", group.series());
      ObjectNode where = one.putObject("where");
      group.scope().values().forEach(where::put);
    }
    visit.download("anomalies.json", "application/json", all.toPrettyString().getBytes(UTF_8));
  }

  private static void number(ObjectNode node, String name, double value) {
    if (Double.isFinite(value)) {
      node.put(name, value);
    } else {
      node.putNull(name);
    }
  }
}
