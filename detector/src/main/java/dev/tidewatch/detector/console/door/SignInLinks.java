package dev.tidewatch.detector.console.door;

import static java.util.Objects.requireNonNull;

import dev.tidewatch.detector.access.Role;
import dev.tidewatch.detector.store.Database;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;

/** Links that sign somebody in once: for who has no access key, and for the first look. */
public final class SignInLinks {
  private final Database database;
  private final Tokens tokens;
  private final InstantSource clock;

  public SignInLinks(Database database, SecureRandom random, InstantSource clock) {
    this.database = requireNonNull(database, "database");
    this.tokens = new Tokens(random);
    this.clock = requireNonNull(clock, "clock");
  }

  /** Makes one; what is returned is the end of its path. */
  public String issue(String name, Role role, Duration life) {
    String token = tokens.fresh();
    long now = clock.millis();
    database.change(
        handle -> {
          handle.execute("DELETE FROM sign_in_link WHERE expires <= ?", now);
          handle.execute(
              "INSERT INTO sign_in_link VALUES (?, ?, ?, ?)",
              Tokens.digest(token),
              name,
              role.label(),
              now + life.toMillis());
        });
    return token;
  }

  /** Whom it would sign in: mail scanners follow links, so looking at one does not use it up. */
  public Optional<Visitor> look(String token) {
    return database.read(
        handle ->
            handle
                .createQuery("SELECT name, role FROM sign_in_link WHERE id = ? AND expires > ?")
                .bind(0, Tokens.digest(token))
                .bind(1, clock.millis())
                .map((row, context) -> visitor(row.getString(1), row.getString(2)))
                .findOne());
  }

  /** Uses it up. */
  public Optional<Visitor> use(String token) {
    return database.write(
        handle ->
            handle
                .createQuery(
                    "DELETE FROM sign_in_link WHERE id = ? AND expires > ? RETURNING name, role")
                .bind(0, Tokens.digest(token))
                .bind(1, clock.millis())
                .map((row, context) -> visitor(row.getString(1), row.getString(2)))
                .findOne());
  }

  private static Visitor visitor(String name, String role) {
    return new Visitor(name, Role.of(role), "");
  }
}
