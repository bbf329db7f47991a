package dev.tidewatch.etl.deliver;

import static java.util.Objects.requireNonNull;

import java.io.Serializable;

/**
 * An object of the late or the rejected area.
 *
 * @param lines how many records are in it
 */
public record SideObject(Area area, String key, long lines) implements Serializable {
  /** Why records are set aside. */
  public enum Area {
    /** They came after their interval had closed. */
    LATE("late/"),
    /** They cannot be used. */
    REJECTED("rejected/");

    private final String prefix;

    Area(String prefix) {
      this.prefix = prefix;
    }

    /** How the keys of the area begin. */
    public String prefix() {
      return prefix;
    }
  }

  public SideObject {
    requireNonNull(area, "area");
    requireNonNull(key, "key");
  }
}
