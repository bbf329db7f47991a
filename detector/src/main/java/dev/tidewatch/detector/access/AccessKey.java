package dev.tidewatch.detector.access;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * An access key without its secret.
 *
 * @param id what requests name it by
 * @param label whose or what for it is; two live keys may share one while it is rotated
 * @param lastUsed to the minute; null when it never was, or nobody keeps it
 * @param active whether it lets anybody in
 */
public record AccessKey(
    String id,
    Role role,
    String label,
    Instant created,
    @Nullable Instant lastUsed,
    boolean active) {
  /** How many live keys may share a label: the old one and the new. */
  public static final int MOST_OF_A_LABEL = 2;

  private static final Pattern ID = Pattern.compile("[A-Za-z0-9]{4,128}");
  private static final Pattern LABEL = Pattern.compile("[A-Za-z0-9][A-Za-z0-9_.@-]{0,63}");

  public AccessKey {
    requireNonNull(role, "role");
    requireNonNull(created, "created");
    if (!ID.matcher(id).matches()) {
      throw new AccessException("an access key's id is 4 to 128 letters and digits");
    }
    if (!LABEL.matcher(label).matches()) {
      throw new AccessException(
          "a label is 1 to 64 letters, digits and _ . @ -, and begins with a letter or digit");
    }
  }

  /** When it last let somebody in. */
  public Optional<Instant> used() {
    return Optional.ofNullable(lastUsed);
  }

  Caller caller() {
    return new Caller(id, role);
  }
}
