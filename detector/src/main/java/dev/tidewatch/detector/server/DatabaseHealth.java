package dev.tidewatch.detector.server;

import dev.tidewatch.detector.health.HealthCheck;
import dev.tidewatch.detector.store.Database;
import java.util.Optional;

/** Whether the database answers and can be written. */
record DatabaseHealth(Database database) implements HealthCheck {
  @Override
  public String name() {
    return "database";
  }

  @Override
  public Optional<String> trouble() {
    try {
      database.read(handle -> handle.createQuery("SELECT 1").mapTo(Integer.class).one());
      return database.writeTrouble().map(trouble -> "the database cannot be written: " + trouble);
    } catch (RuntimeException failure) {
      return Optional.of("the database does not answer");
    }
  }
}
