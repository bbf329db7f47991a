package dev.tidewatch.detector.console.door;

import static java.util.Objects.requireNonNull;

import dev.tidewatch.detector.access.Caller;
import dev.tidewatch.detector.access.Role;

/**
 * Who looks at the console.
 *
 * @param name as people call them: the label of their key or link, or what the proxy said
 * @param key the access key they signed in with; empty for links and proxies
 */
public record Visitor(String name, Role role, String key) {
  public Visitor {
    requireNonNull(name, "name");
    requireNonNull(role, "role");
    requireNonNull(key, "key");
  }

  public boolean may(Role needed) {
    return role.includes(needed);
  }

  /** As the API and the audit log know them. */
  public Caller caller() {
    return new Caller(key.isEmpty() ? "console/" + name : key, role);
  }
}
