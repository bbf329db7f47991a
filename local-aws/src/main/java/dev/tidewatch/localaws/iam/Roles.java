package dev.tidewatch.localaws.iam;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.tidewatch.localaws.protocol.AwsException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;

/** The roles of one account. Its users hold its monitor. */
final class Roles {
  private static final ObjectMapper JSON = new ObjectMapper();

  private final NavigableMap<String, Role> roles = new TreeMap<>();
  private final InstantSource clock;
  private Duration appearance = Duration.ZERO;

  Roles(InstantSource clock) {
    this.clock = requireNonNull(clock, "clock");
  }

  /** From now on roles are seen only this long after they were made. */
  synchronized void appearAfter(Duration time) {
    appearance = requireNonNull(time, "time");
  }

  synchronized void add(Role role) {
    if (roles.putIfAbsent(role.name, role) != null) {
      throw new AwsException(
          409, "EntityAlreadyExists", "Role with name " + role.name + " already exists.");
    }
  }

  synchronized Role role(String name) {
    return Optional.ofNullable(roles.get(name))
        .filter(this::isSeen)
        .orElseThrow(() -> noSuch("The role with name " + name + " cannot be found."));
  }

  synchronized void delete(String name) {
    Role role = role(name);
    if (!role.policies.isEmpty()) {
      throw conflict("Cannot delete entity, must delete policies first.");
    }
    if (!role.attached.isEmpty()) {
      throw conflict("Cannot delete entity, must detach all policies first.");
    }
    roles.remove(name);
  }

  synchronized List<Role> all() {
    return roles.values().stream().filter(this::isSeen).toList();
  }

  static AwsException noSuch(String why) {
    return new AwsException(404, "NoSuchEntity", why);
  }

  /** A policy, checked as far as this service does. */
  static String document(String text, boolean trust) {
    try {
      JsonNode statements = JSON.readTree(text).path("Statement");
      boolean sound = !statements.isEmpty();
      for (JsonNode statement : statements.isArray() ? statements : List.of(statements)) {
        sound &= statement.has("Effect") && (statement.has("Action") || statement.has("NotAction"));
        sound &=
            trust
                ? statement.has("Principal")
                : statement.has("Resource") || statement.has("NotResource");
      }
      if (sound) {
        return text;
      }
    } catch (JsonProcessingException broken) {
      throw malformed("This policy contains invalid Json");
    }
    throw malformed("Syntax errors in policy.");
  }

  private boolean isSeen(Role role) {
    return !clock.instant().isBefore(role.created.plus(appearance));
  }

  private static AwsException malformed(String why) {
    return new AwsException(400, "MalformedPolicyDocument", why);
  }

  private static AwsException conflict(String why) {
    return new AwsException(409, "DeleteConflict", why);
  }
}
