package dev.tidewatch.detector.console.door;

import static java.util.Objects.requireNonNull;

import dev.tidewatch.detector.access.AccessKeys;
import dev.tidewatch.detector.access.Credential;
import dev.tidewatch.detector.access.Role;
import dev.tidewatch.detector.access.Secret;
import dev.tidewatch.detector.store.Database;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;

/**
 * Who is signed in. A session ends when it is signed out, after {@link #LIFE}, or with the access
 * key it began with; it survives a restart of the server.
 */
public final class ConsoleSessions {
  /** A working day: nobody is asked twice, and a forgotten browser is let in no longer. */
  public static final Duration LIFE = Duration.ofHours(12);

  private final Database database;
  private final AccessKeys keys;
  private final Tokens tokens;
  private final InstantSource clock;

  public ConsoleSessions(
      Database database, AccessKeys keys, SecureRandom random, InstantSource clock) {
    this.database = requireNonNull(database, "database");
    this.keys = requireNonNull(keys, "keys");
    this.tokens = new Tokens(random);
    this.clock = requireNonNull(clock, "clock");
  }

  /** The visitor an access key belongs to; empty when key and secret do not fit. */
  public Optional<Visitor> recognise(String key, String secret) {
    if (secret.isEmpty()) {
      return Optional.empty();
    }
    Secret given = Secret.of(secret);
    return keys.find(key)
        .filter(credential -> credential.secret().equals(given))
        .map(
            credential -> {
              keys.used(key, clock.instant());
              return new Visitor(label(key), credential.caller().role(), key);
            });
  }

  private String label(String key) {
    return keys.list().stream()
        .filter(each -> each.id().equals(key))
        .findFirst()
        .map(each -> each.label())
        .filter(label -> !label.isEmpty())
        .orElse(key);
  }

  /** Begins a session; what is returned is the only thing that opens it. */
  public String begin(Visitor visitor) {
    String token = tokens.fresh();
    long now = clock.millis();
    database.change(
        handle -> {
          handle.execute("DELETE FROM console_session WHERE expires <= ?", now);
          handle.execute(
              "INSERT INTO console_session VALUES (?, ?, ?, ?, ?)",
              Tokens.digest(token),
              visitor.key(),
              visitor.name(),
              visitor.role().label(),
              now + LIFE.toMillis());
        });
    return token;
  }

  /** Who a session is of; empty when it has ended or never was. */
  public Optional<Visitor> find(String token) {
    return database
        .read(
            handle ->
                handle
                    .createQuery(
                        "SELECT name, role, access_key FROM console_session WHERE id = ? AND expires > ?")
                    .bind(0, Tokens.digest(token))
                    .bind(1, clock.millis())
                    .map(
                        (row, context) ->
                            new Visitor(
                                row.getString(1), Role.of(row.getString(2)), row.getString(3)))
                    .findOne())
        .flatMap(this::stillLetIn);
  }

  private Optional<Visitor> stillLetIn(Visitor visitor) {
    return visitor.key().isEmpty()
        ? Optional.of(visitor)
        : keys.find(visitor.key())
            .map(Credential::caller)
            .map(caller -> new Visitor(visitor.name(), caller.role(), visitor.key()));
  }

  public void end(String token) {
    database.change(
        handle -> handle.execute("DELETE FROM console_session WHERE id = ?", Tokens.digest(token)));
  }
}
