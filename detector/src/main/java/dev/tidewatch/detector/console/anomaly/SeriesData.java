package dev.tidewatch.detector.console.anomaly;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import dev.tidewatch.detector.anomaly.Point;
import dev.tidewatch.detector.anomaly.SeriesNumbers;
import dev.tidewatch.detector.catalog.Detector;
import dev.tidewatch.detector.catalog.Detectors;
import dev.tidewatch.detector.console.view.View;
import dev.tidewatch.detector.console.web.Missing;
import dev.tidewatch.detector.console.web.Visit;
import dev.tidewatch.detector.console.words.Headline;
import dev.tidewatch.detector.events.EventBook;
import dev.tidewatch.detector.events.NotedEvent;
import dev.tidewatch.detector.overview.SeriesPicture;
import dev.tidewatch.detector.overview.TimeRange;
import dev.tidewatch.detector.store.Database;
import dev.tidewatch.scoring.cube.Scope;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jdbi.v3.core.Handle;

/** What a chart draws: a series with its band, its week before, and where it was anomalous. */
public final class SeriesData {
  private static final Pattern FILE = Pattern.compile("(\\d{1,9})\\.json");
  private static final JsonFactory JSON = new JsonFactory();

  /** More would be a wall, not lines. */
  private static final int MOST_EVENTS = 200;

  private final Database database;

  public SeriesData(Database database) {
    this.database = requireNonNull(database, "database");
  }

  /** All that is written. */
  private record Drawn(
      String measure,
      Scope scope,
      long interval,
      SeriesPicture picture,
      List<TimeRange> anomalies,
      List<NotedEvent> events) {}

  public void answer(Visit visit) {
    Matcher file = FILE.matcher(visit.part("file"));
    if (!file.matches()) {
      throw new Missing("There is no such series.");
    }
    long number = Long.parseLong(file.group(1));
    View view = visit.view();
    Drawn drawn = database.read(handle -> read(handle, visit.part("detector"), number, view));
    visit.data("application/json", write(drawn, view.zone()));
  }

  private static Drawn read(Handle handle, String name, long number, View view) {
    Detector detector = Detectors.find(handle, name).orElseThrow(() -> Missing.detector(name));
    requireSeries(handle, detector, number);
    Scope scope = SeriesNumbers.scope(handle, detector.id(), number);
    return new Drawn(
        view.measure(),
        scope,
        detector.interval().duration().toSeconds(),
        SeriesPicture.read(
            handle,
            detector.id(),
            view.measure(),
            number,
            view.range(),
            view.zone(),
            SeriesPicture.MOST),
        anomalies(handle, detector, number, view),
        EventBook.felt(
            handle, detector.id(), scope, view.range().from(), view.range().to(), MOST_EVENTS));
  }

  private static void requireSeries(Handle handle, Detector detector, long number) {
    boolean known =
        handle
            .createQuery("SELECT count(*) FROM series WHERE detector = ? AND number = ?")
            .bind(0, detector.id())
            .bind(1, number)
            .mapTo(Boolean.class)
            .one();
    if (!known) {
      throw new Missing("“%s” has no series %d.".formatted(detector.name(), number));
    }
  }

  /** When groups were about this series. */
  private static List<TimeRange> anomalies(
      Handle handle, Detector detector, long number, View view) {
    return handle
        .createQuery(
            "SELECT g.started, g.ended FROM anomaly_group g WHERE g.detector = :detector AND g.measure = :measure"
                + " AND g.started < :to AND g.ended >= :from AND (EXISTS (SELECT 1 FROM anomaly_series a"
                + " WHERE a.anomaly_group = g.id AND a.series = :series) OR g.scope = (SELECT s.scope FROM series s"
                + " WHERE s.detector = :detector AND s.number = :series)) ORDER BY g.started")
        .bind("detector", detector.id())
        .bind("measure", view.measure())
        .bind("series", number)
        .bind("from", view.range().from().getEpochSecond())
        .bind("to", view.range().to().getEpochSecond())
        .map(
            (row, context) ->
                new TimeRange(
                    Instant.ofEpochSecond(row.getLong(1)),
                    Instant.ofEpochSecond(row.getLong(2)).plus(detector.interval().duration())))
        .list();
  }

  private static byte[] write(Drawn drawn, ZoneId zone) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (JsonGenerator json = JSON.createGenerator(bytes)) {
      json.writeStartObject();
      json.writeStringField("measure", drawn.measure());
      json.writeObjectFieldStart("scope");
      for (Map.Entry<String, String> each : drawn.scope().values().entrySet()) {
        json.writeStringField(each.getKey(), each.getValue());
      }
      json.writeEndObject();
      json.writeStringField("zone", zone.getId());
      json.writeNumberField("interval", drawn.interval());
      List<Point> points = drawn.picture().points();
      json.writeArrayFieldStart("times");
      for (Point point : points) {
        json.writeNumber(point.interval().getEpochSecond());
      }
      json.writeEndArray();
      column(json, "value", points, Point::value);
      column(json, "expected", points, Point::expected);
      column(json, "lower", points, Point::lower);
      column(json, "upper", points, Point::upper);
      column(json, "severity", points, Point::severity);
      column(json, "weekBefore", points, weekBefore(drawn.picture(), zone));
      json.writeArrayFieldStart("anomalous");
      for (TimeRange each : drawn.anomalies()) {
        json.writeStartObject();
        json.writeNumberField("from", each.from().getEpochSecond());
        json.writeNumberField("to", each.to().getEpochSecond());
        json.writeEndObject();
      }
      json.writeEndArray();
      events(json, drawn.events());
      json.writeEndObject();
    } catch (IOException e) {
      throw new UncheckedIOException("cannot write to memory", e);
    }
    return bytes.toByteArray();
  }

  private static void events(JsonGenerator json, List<NotedEvent> events) throws IOException {
    json.writeArrayFieldStart("events");
    for (NotedEvent each : events) {
      json.writeStartObject();
      json.writeNumberField("from", each.start().getEpochSecond());
      json.writeNumberField("to", each.end().getEpochSecond());
      json.writeStringField("kind", each.kind().label());
      json.writeStringField("title", Headline.name(each.title()));
      json.writeEndObject();
    }
    json.writeEndArray();
  }

  /** The same hour of the clock a week earlier, whatever the clocks did in between. */
  private static ToDoubleFunction<Point> weekBefore(SeriesPicture picture, ZoneId zone) {
    Map<Instant, Double> later = new HashMap<>();
    for (Point each : picture.earlier()) {
      later.put(each.interval().atZone(zone).plusWeeks(1).toInstant(), each.value());
    }
    return point -> later.getOrDefault(point.interval(), Double.NaN);
  }

  private static void column(
      JsonGenerator json, String name, List<Point> points, ToDoubleFunction<Point> number)
      throws IOException {
    json.writeArrayFieldStart(name);
    for (Point point : points) {
      write(json, number.applyAsDouble(point));
    }
    json.writeEndArray();
  }

  /** Seven figures, as charts show fewer; JSON knows no NaN. */
  private static void write(JsonGenerator json, double number) throws IOException {
    if (!Double.isFinite(number)) {
      json.writeNull();
    } else if (number == Math.rint(number) && Math.abs(number) < 1e15) {
      json.writeNumber((long) number);
    } else {
      json.writeNumber((float) number);
    }
  }
}
