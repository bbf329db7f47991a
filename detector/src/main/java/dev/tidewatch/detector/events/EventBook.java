package dev.tidewatch.detector.events;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.tidewatch.detector.catalog.Detector;
import dev.tidewatch.detector.catalog.Detectors;
import dev.tidewatch.detector.store.StoreException;
import dev.tidewatch.scoring.cube.Scope;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;
import org.jdbi.v3.core.statement.StatementContext;
import org.jspecify.annotations.Nullable;

/** The events people noted, in the database. */
public final class EventBook {
  private static final JsonMapper JSON = new JsonMapper();
  private static final String MATCHING =
      " FROM noted_event e LEFT JOIN detector d ON d.id = e.detector"
          + " WHERE e.started < :to AND (e.ended > :from OR e.started >= :from)"
          + " AND (:detector = 0 OR e.detector IS NULL OR e.detector = :detector)"
          + " AND (:kind = '' OR e.kind = :kind)"
          + " AND instr(lower(e.title), lower(:text)) > 0";

  private EventBook() {}

  /**
   * Notes an event once: the same again, at the same time, is that one, with the end of the last
   * time.
   *
   * @return whether it is new
   * @throws EventRefused when there is no such detector
   */
  public static boolean note(Handle handle, EventWish wish, String giver, Instant now) {
    Long detector = detector(handle, wish.detector()).orElse(null);
    Optional<Long> known = known(handle, wish, detector);
    if (known.isPresent()) {
      handle.execute(
          "UPDATE noted_event SET ended = ? WHERE id = ?",
          wish.time().end().toEpochMilli(),
          known.get());
      return false;
    }
    handle.execute(
        "INSERT INTO noted_event (started, ended, kind, title, detector, scope, giver, noted)"
            + " VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
        wish.time().start().toEpochMilli(),
        wish.time().end().toEpochMilli(),
        wish.kind().name(),
        wish.title(),
        detector,
        text(wish.scope()),
        giver,
        now.toEpochMilli());
    return true;
  }

  private static Optional<Long> detector(Handle handle, String name) {
    return name.isEmpty()
        ? Optional.empty()
        : Optional.of(
            Detectors.find(handle, name)
                .map(Detector::id)
                .orElseThrow(() -> new EventRefused("there is no detector '" + name + "'")));
  }

  private static Optional<Long> known(Handle handle, EventWish wish, @Nullable Long detector) {
    return handle
        .createQuery(
            "SELECT id FROM noted_event WHERE started = ? AND kind = ? AND title = ?"
                + " AND coalesce(detector, 0) = coalesce(?, 0) AND scope = ?")
        .bind(0, wish.time().start().toEpochMilli())
        .bind(1, wish.kind().name())
        .bind(2, wish.title())
        .bind(3, detector)
        .bind(4, text(wish.scope()))
        .mapTo(Long.class)
        .findOne();
  }

  /**
   * Takes one away.
   *
   * @return whether it was there
   */
  public static boolean delete(Handle handle, long id) {
    return handle.execute("DELETE FROM noted_event WHERE id = ?", id) > 0;
  }

  /** The latest first, from the so-and-so-manieth on. */
  public static List<NotedEvent> list(Handle handle, EventFilter filter, int skipped, int most) {
    return bound(
            handle.createQuery(
                "SELECT e.*, coalesce(d.name, '') AS name"
                    + MATCHING
                    + " ORDER BY e.started DESC, e.id DESC LIMIT :most OFFSET :skipped"),
            filter)
        .bind("most", most)
        .bind("skipped", skipped)
        .map(EventBook::read)
        .list();
  }

  public static int count(Handle handle, EventFilter filter) {
    return bound(handle.createQuery("SELECT count(*)" + MATCHING), filter)
        .mapTo(Integer.class)
        .one();
  }

  /** Those that a part of a detector's data may feel in a time, the latest first. */
  public static List<NotedEvent> felt(
      Handle handle, long detector, Scope part, Instant from, Instant to, int most) {
    return list(handle, EventFilter.of(detector, from, to), 0, most).stream()
        .filter(event -> event.concerns(part))
        .toList();
  }

  private static Query bound(Query query, EventFilter filter) {
    return query
        .bind("from", filter.from().toEpochMilli())
        .bind("to", filter.to().toEpochMilli())
        .bind("detector", filter.detector())
        .bind("kind", filter.kind().map(Kind::name).orElse(""))
        .bind("text", filter.text());
  }

  private static NotedEvent read(ResultSet row, StatementContext context) throws SQLException {
    return new NotedEvent(
        row.getLong("id"),
        new EventWish(
            new EventTime(
                Instant.ofEpochMilli(row.getLong("started")),
                Instant.ofEpochMilli(row.getLong("ended"))),
            Kind.valueOf(row.getString("kind")),
            row.getString("title"),
            row.getString("name"),
            scope(row.getString("scope"))),
        row.getString("giver"),
        Instant.ofEpochMilli(row.getLong("noted")));
  }

  private static String text(Scope scope) {
    try {
      return JSON.writeValueAsString(new TreeMap<>(scope.values())); // one order, one text
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("cannot write " + scope, e);
    }
  }

  private static Scope scope(String text) {
    try {
      return new Scope(JSON.readValue(text, new TypeReference<LinkedHashMap<String, String>>() {}));
    } catch (JsonProcessingException e) {
      throw new StoreException(
          "the database holds '" + text + "', which this version did not write", e);
    }
  }
}
