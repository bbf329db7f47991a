package dev.tidewatch.detector.access;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;

import dev.tidewatch.detector.store.Database;
import java.security.SecureRandom;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Access keys in the server's database, their secrets sealed; revoking one wipes its secret. */
public final class StoredAccessKeys implements AccessKeys {
  private static final Logger LOG = LoggerFactory.getLogger(StoredAccessKeys.class);

  private final Database database;
  private final SecretCipher cipher;
  private final KeyMaker maker;
  private final Clock clock;
  private final LastUse lastUse = new LastUse();

  public StoredAccessKeys(
      Database database, SecretCipher cipher, SecureRandom random, Clock clock) {
    this.database = requireNonNull(database, "database");
    this.cipher = requireNonNull(cipher, "cipher");
    this.maker = new KeyMaker(random);
    this.clock = requireNonNull(clock, "clock");
  }

  /**
   * Makes a key.
   *
   * @throws AccessException when the label has two live keys already
   */
  public NewAccessKey create(Role role, String label) {
    AccessKey key =
        new AccessKey(
            maker.id(KeyMaker.LASTING),
            role,
            label,
            Instant.ofEpochMilli(clock.millis()),
            null,
            true);
    Secret secret = maker.secret();
    byte[] sealed = cipher.seal(secret.reveal().getBytes(UTF_8), purpose(key.id()));
    database.change(
        handle -> {
          refuseThird(handle, label);
          handle
              .createUpdate(
                  "INSERT INTO access_key (id, secret, role, label, created, active)"
                      + " VALUES (:id, :secret, :role, :label, :created, 1)")
              .bind("id", key.id())
              .bind("secret", sealed)
              .bind("role", role.label())
              .bind("label", label)
              .bind("created", key.created().toEpochMilli())
              .execute();
        });
    LOG.info("access key {} made: role {}, label {}", key.id(), role.label(), label);
    return new NewAccessKey(key, secret);
  }

  private static void refuseThird(Handle handle, String label) {
    List<String> live =
        handle
            .createQuery(
                "SELECT id FROM access_key WHERE label = :label AND active = 1 ORDER BY created")
            .bind("label", label)
            .mapTo(String.class)
            .list();
    if (live.size() >= AccessKey.MOST_OF_A_LABEL) {
      throw new AccessException(
          "'" + label + "' has two live keys, " + live + "; revoke one of them first");
    }
  }

  /**
   * Ends a key, from its next request on, and all temporary credentials issued for it.
   *
   * @throws AccessException when there is no such key
   */
  public void revoke(String id) {
    int changed =
        database.write(
            handle ->
                handle
                    .createUpdate("UPDATE access_key SET active = 0, secret = x'' WHERE id = :id")
                    .bind("id", id)
                    .execute());
    if (changed == 0) {
      throw new AccessException("there is no access key " + id);
    }
    LOG.info("access key {} revoked", id);
  }

  @Override
  public Optional<Credential> find(String id) {
    return database.read(
        handle ->
            handle
                .createQuery("SELECT role, secret FROM access_key WHERE id = :id AND active = 1")
                .bind("id", id)
                .map((row, context) -> credential(id, row))
                .findOne());
  }

  private Credential credential(String id, ResultSet row) throws SQLException {
    byte[] secret = cipher.open(row.getBytes("secret"), purpose(id));
    return new Credential(
        new Caller(id, Role.of(row.getString("role"))), Secret.of(new String(secret, UTF_8)));
  }

  @Override
  public List<AccessKey> list() {
    return database.read(
        handle ->
            handle
                .createQuery("SELECT * FROM access_key ORDER BY label, created, id")
                .map((row, context) -> key(row))
                .list());
  }

  private static AccessKey key(ResultSet row) throws SQLException {
    long used = row.getLong("used");
    @Nullable Instant lastUsed = row.wasNull() ? null : Instant.ofEpochMilli(used);
    return new AccessKey(
        row.getString("id"),
        Role.of(row.getString("role")),
        row.getString("label"),
        Instant.ofEpochMilli(row.getLong("created")),
        lastUsed,
        row.getBoolean("active"));
  }

  /** A note that cannot be taken lets nobody be turned away. */
  @Override
  public void used(String id, Instant when) {
    if (!lastUse.isWorthNoting(id, when)) {
      return;
    }
    try {
      database.change(
          handle ->
              handle
                  .createUpdate("UPDATE access_key SET used = :used WHERE id = :id")
                  .bind("used", when.toEpochMilli())
                  .bind("id", id)
                  .execute());
    } catch (RuntimeException e) {
      LOG.warn("cannot note the use of access key {}: {}", id, e.getMessage());
    }
  }

  private static String purpose(String id) {
    return "access-key:" + id;
  }
}
