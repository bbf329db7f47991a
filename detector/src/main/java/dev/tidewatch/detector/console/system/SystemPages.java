package dev.tidewatch.detector.console.system;

import static java.util.Objects.requireNonNull;

import dev.tidewatch.detector.access.Role;
import dev.tidewatch.detector.console.web.Place;
import dev.tidewatch.detector.console.web.Visit;
import dev.tidewatch.detector.console.words.Times;
import dev.tidewatch.detector.health.Health;
import dev.tidewatch.detector.store.Database;
import java.nio.file.Path;
import java.util.Optional;

/** How the server is: its health, its program, its store, what waits, and who may come in. */
public final class SystemPages {
  private final Database database;
  private final Health health;
  private final Store store;
  private final Scales scales;
  private final Administration administration;

  /**
   * @param data the server's folder
   */
  public SystemPages(Database database, Health health, Path data, Administration administration) {
    this.database = requireNonNull(database, "database");
    this.health = requireNonNull(health, "health");
    this.store = new Store(data);
    this.scales = new Scales(database, data);
    this.administration = requireNonNull(administration, "administration");
  }

  public void show(Visit visit) {
    visit.show("system.jte", Place.SYSTEM, "System", page(visit));
  }

  private SystemPage page(Visit visit) {
    return new SystemPage(
        health.parts(),
        Program.facts(visit.now()),
        database.read(handle -> Queue.facts(handle, visit.now())),
        database.read(store::facts),
        visit.asked("sizes").equals("yes") ? Optional.of(scales.sizes()) : Optional.empty(),
        visit.may(Role.ADMIN)
            ? Optional.of(administration.page(new Times(visit.view().zone(), visit.now())))
            : Optional.empty());
  }
}
