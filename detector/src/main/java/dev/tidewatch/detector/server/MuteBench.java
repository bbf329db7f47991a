package dev.tidewatch.detector.server;

import dev.tidewatch.detector.alerting.Mute;
import dev.tidewatch.detector.alerting.Mutes;
import dev.tidewatch.detector.catalog.Detector;
import dev.tidewatch.detector.catalog.Detectors;
import dev.tidewatch.detector.store.SqliteDatabase;
import dev.tidewatch.scoring.cube.Scope;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import org.jdbi.v3.core.Handle;

/** Sets and ends mutes, beside a running server, which heeds them from its next interval on. */
public final class MuteBench implements AutoCloseable {
  private final SqliteDatabase database;
  private final InstantSource clock;

  private MuteBench(SqliteDatabase database, InstantSource clock) {
    this.database = database;
    this.clock = clock;
  }

  /**
   * Opens the database of a server, which may run.
   *
   * @throws RefusedStart when there is none
   */
  public static MuteBench open(ServerConfiguration configuration) {
    return new MuteBench(ServerStore.open(configuration), InstantSource.system());
  }

  /** A mute beside the name of its detector. */
  public record Named(String detector, Mute mute) {}

  /**
   * See {@link Mutes#set}.
   *
   * @throws RefusedStart when there is no such detector
   */
  public Mute set(String detector, String measure, Scope scope, Instant until, String giver) {
    return database.write(
        handle ->
            Mutes.set(
                handle,
                find(handle, detector).id(),
                measure,
                scope,
                until,
                giver,
                clock.instant()));
  }

  /** Those of all detectors that have not run out. */
  public List<Named> all() {
    return database.read(handle -> active(handle, Detectors.page(handle, 0, Integer.MAX_VALUE)));
  }

  /** Those of one detector that have not run out. */
  public List<Named> of(String detector) {
    return database.read(handle -> active(handle, List.of(find(handle, detector))));
  }

  private List<Named> active(Handle handle, List<Detector> detectors) {
    List<Named> mutes = new ArrayList<>();
    for (Detector each : detectors) {
      Mutes.active(handle, each.id(), clock.instant())
          .forEach(mute -> mutes.add(new Named(each.name(), mute)));
    }
    return mutes;
  }

  /** See {@link Mutes#end}. */
  public boolean end(long id) {
    return database.write(handle -> Mutes.end(handle, id));
  }

  private static Detector find(Handle handle, String name) {
    return Detectors.find(handle, name)
        .orElseThrow(() -> new RefusedStart("there is no detector '" + name + "'"));
  }

  @Override
  public void close() {
    database.close();
  }
}
