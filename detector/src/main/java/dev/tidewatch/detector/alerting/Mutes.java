package dev.tidewatch.detector.alerting;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.tidewatch.detector.store.StoreException;
import dev.tidewatch.scoring.cube.Scope;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.StatementContext;

/** The mutes of all detectors, in the database. */
public final class Mutes {
  private static final JsonMapper JSON = new JsonMapper();

  private Mutes() {}

  /** Adds one; its id is given here. */
  public static Mute add(
      Handle handle, long detector, String measure, Scope scope, Instant until, String giver) {
    long id =
        handle
            .createUpdate(
                "INSERT INTO mute (detector, measure, scope, until, giver) VALUES (?, ?, ?, ?, ?)")
            .bind(0, detector)
            .bind(1, measure)
            .bind(2, text(scope))
            .bind(3, until.toEpochMilli())
            .bind(4, giver)
            .executeAndReturnGeneratedKeys("id")
            .mapTo(Long.class)
            .one();
    return new Mute(id, detector, measure, scope, until, giver);
  }

  /** Ends one before its time; one that is not there is no error. */
  public static void remove(Handle handle, long detector, long id) {
    handle.execute("DELETE FROM mute WHERE detector = ? AND id = ?", detector, id);
  }

  /** Those of a detector that have not run out, the next to run out first. */
  public static List<Mute> active(Handle handle, long detector, Instant now) {
    return handle
        .createQuery("SELECT * FROM mute WHERE detector = ? AND until > ? ORDER BY until, id")
        .bind(0, detector)
        .bind(1, now.toEpochMilli())
        .map(Mutes::read)
        .list();
  }

  private static Mute read(ResultSet row, StatementContext context) throws SQLException {
    return new Mute(
        row.getLong("id"),
        row.getLong("detector"),
        row.getString("measure"),
        scope(row.getString("scope")),
        Instant.ofEpochMilli(row.getLong("until")),
        row.getString("giver"));
  }

  private static String text(Scope scope) {
    try {
      return JSON.writeValueAsString(scope.values());
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
