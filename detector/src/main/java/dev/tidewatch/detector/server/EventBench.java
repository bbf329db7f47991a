package dev.tidewatch.detector.server;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tidewatch.detector.access.Caller;
import dev.tidewatch.detector.access.Role;
import dev.tidewatch.detector.audit.AuditEntry;
import dev.tidewatch.detector.audit.AuditEntry.Outcome;
import dev.tidewatch.detector.audit.AuditFiles;
import dev.tidewatch.detector.audit.AuditLog;
import dev.tidewatch.detector.catalog.Detector;
import dev.tidewatch.detector.catalog.Detectors;
import dev.tidewatch.detector.events.EventBook;
import dev.tidewatch.detector.events.EventFilter;
import dev.tidewatch.detector.events.EventWish;
import dev.tidewatch.detector.events.NotedEvent;
import dev.tidewatch.detector.store.SqliteDatabase;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;

/** Notes events, beside a running server; each change is in its audit log. */
public final class EventBench implements AutoCloseable {
  private final SqliteDatabase database;
  private final AuditLog audit;
  private final InstantSource clock;

  private EventBench(SqliteDatabase database, AuditLog audit, InstantSource clock) {
    this.database = database;
    this.audit = audit;
    this.clock = clock;
  }

  /**
   * Opens the database of a server, which may run.
   *
   * @throws RefusedStart when there is none
   */
  public static EventBench open(ServerConfiguration configuration) {
    return new EventBench(
        ServerStore.open(configuration),
        new AuditFiles(AuditFiles.in(configuration.data()), configuration.account()),
        InstantSource.system());
  }

  /** What became of a list. */
  public record Taken(int added, int known) {}

  /**
   * Notes all of them or, when one is refused, none: see {@link EventBook#note}.
   *
   * @param giver who says so
   */
  public Taken note(List<EventWish> wishes, String giver) {
    Instant now = clock.instant();
    int added =
        database.write(
            handle ->
                (int)
                    wishes.stream()
                        .filter(wish -> EventBook.note(handle, wish, giver, now))
                        .count());
    ObjectNode request = JsonNodeFactory.instance.objectNode().put("events", wishes.size());
    if (wishes.size() == 1) {
      EventWish only = wishes.get(0);
      request
          .put("time", only.time().start().toString())
          .put("kind", only.kind().label())
          .put("title", only.title())
          .put("detector", only.detector());
    }
    written("AddEvents", giver, request);
    return new Taken(added, wishes.size() - added);
  }

  /** The latest first. */
  public List<NotedEvent> list(EventFilter filter, int most) {
    return database.read(handle -> EventBook.list(handle, filter, 0, most));
  }

  /** See {@link EventBook#delete}. */
  public boolean delete(long id, String giver) {
    boolean deleted = database.write(handle -> EventBook.delete(handle, id));
    if (deleted) {
      written("DeleteEvent", giver, JsonNodeFactory.instance.objectNode().put("id", id));
    }
    return deleted;
  }

  /**
   * The number filters know a detector by.
   *
   * @param name empty: any
   * @throws RefusedStart when there is no such detector
   */
  public long detector(String name) {
    return name.isEmpty() ? 0 : database.read(handle -> find(handle, name).id());
  }

  private static Detector find(Handle handle, String name) {
    return Detectors.find(handle, name)
        .orElseThrow(() -> new RefusedStart("there is no detector '" + name + "'"));
  }

  /** Who can write into the folder may do everything there. */
  private void written(String operation, String giver, ObjectNode request) {
    audit.write(
        new AuditEntry(
            clock.instant(),
            operation,
            new Caller(giver, Role.ADMIN),
            "command line",
            UUID.randomUUID().toString(),
            Optional.of(request),
            Outcome.done(request)));
  }

  @Override
  public void close() {
    database.close();
  }
}
