package dev.tidewatch.detector.catalog;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.SqlStatement;
import org.jdbi.v3.core.statement.StatementContext;
import software.amazon.awssdk.services.lookoutmetrics.model.Action;
import software.amazon.awssdk.services.lookoutmetrics.model.AlertFilters;
import software.amazon.awssdk.services.lookoutmetrics.model.AlertStatus;

/** The alerts of the database a handle belongs to. */
public final class Alerts {
  private static final String SELECT =
      "SELECT a.id, a.detector, d.name AS detector_name, a.name, a.description, a.threshold, a.status,"
          + " a.action, a.filters, a.created, a.modified FROM alert a JOIN detector d ON d.id = a.detector ";

  private Alerts() {}

  /** Adds one; whether the name is free was asked before. */
  public static AlertEntry insert(
      Handle handle, long detectorId, String name, AlertDraft draft, Instant now) {
    bind(
            handle.createUpdate(
                "INSERT INTO alert (detector, name, description, threshold, type, status, action, filters, created,"
                    + " modified) VALUES (:detector, :name, :description, :threshold, :type, :status, :action,"
                    + " :filters, :now, :now)"),
            draft,
            now)
        .bind("detector", detectorId)
        .bind("name", name)
        .bind("status", AlertStatus.ACTIVE.toString())
        .execute();
    return find(handle, name).orElseThrow();
  }

  public static Optional<AlertEntry> find(Handle handle, String name) {
    return handle
        .createQuery(SELECT + "WHERE a.name = ?")
        .bind(0, name)
        .map(Alerts::read)
        .findOne();
  }

  public static Optional<AlertEntry> find(Handle handle, long id) {
    return handle.createQuery(SELECT + "WHERE a.id = ?").bind(0, id).map(Alerts::read).findOne();
  }

  /** All of a detector, oldest first. */
  public static List<AlertEntry> of(Handle handle, long detectorId) {
    return page(handle, detectorId, 0, Integer.MAX_VALUE);
  }

  /** Of all detectors, oldest first, those after an id; 0 begins. */
  public static List<AlertEntry> page(Handle handle, long after, int most) {
    return handle
        .createQuery(SELECT + "WHERE a.id > ? ORDER BY a.id LIMIT ?")
        .bind(0, after)
        .bind(1, most)
        .map(Alerts::read)
        .list();
  }

  /** Of one detector, oldest first, those after an id; 0 begins. */
  public static List<AlertEntry> page(Handle handle, long detectorId, long after, int most) {
    return handle
        .createQuery(SELECT + "WHERE a.detector = ? AND a.id > ? ORDER BY a.id LIMIT ?")
        .bind(0, detectorId)
        .bind(1, after)
        .bind(2, most)
        .map(Alerts::read)
        .list();
  }

  public static int count(Handle handle, long detectorId) {
    return handle
        .createQuery("SELECT count(*) FROM alert WHERE detector = ?")
        .bind(0, detectorId)
        .mapTo(Integer.class)
        .one();
  }

  public static void update(Handle handle, long id, AlertDraft draft, Instant now) {
    bind(
            handle.createUpdate(
                "UPDATE alert SET description = :description, threshold = :threshold, type = :type, action = :action,"
                    + " filters = :filters, modified = :now WHERE id = :id"),
            draft,
            now)
        .bind("id", id)
        .execute();
  }

  /** Takes it away, with its tags and the list of what it told. */
  public static void delete(Handle handle, AlertEntry alert, ResourceNames names) {
    Tags.removeAll(handle, names.alert(alert.name()));
    handle.execute("DELETE FROM alert WHERE id = ?", alert.id());
  }

  private static <T extends SqlStatement<T>> T bind(T statement, AlertDraft draft, Instant now) {
    AlertFilters filters = draft.filters();
    return statement
        .bind("description", draft.description())
        .bind("threshold", draft.threshold())
        .bind("type", AlertEntry.typeOf(draft.action()).toString())
        .bind("action", Definition.write(draft.action()))
        .bind("filters", filters == null ? null : Definition.write(filters))
        .bind("now", now.toEpochMilli());
  }

  private static AlertEntry read(ResultSet row, StatementContext context) throws SQLException {
    String filters = row.getString("filters");
    return new AlertEntry(
        row.getLong("id"),
        row.getLong("detector"),
        row.getString("detector_name"),
        row.getString("name"),
        row.getString("description"),
        row.getInt("threshold"),
        AlertStatus.fromValue(row.getString("status")),
        Definition.read(row.getString("action"), Action::builder),
        filters == null ? null : Definition.read(filters, AlertFilters::builder),
        Instant.ofEpochMilli(row.getLong("created")),
        Instant.ofEpochMilli(row.getLong("modified")));
  }
}
