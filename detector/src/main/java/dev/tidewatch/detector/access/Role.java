package dev.tidewatch.detector.access;

import java.util.Locale;

/** What a key may do; each role includes the ones before it. */
public enum Role {
  /** Looks: {@code List*}, {@code Describe*}, {@code Get*}. */
  VIEWER,
  /** Also says whether an anomaly was one: {@code PutFeedback}. */
  OPERATOR,
  /** Everything. */
  ADMIN;

  /** The least role that may call an operation; one that is not known needs the highest. */
  public static Role neededFor(String operation) {
    if (operation.equals("GetSampleData")) {
      return ADMIN; // it reads whatever the server may read in S3
    }
    if (isReading(operation)) {
      return VIEWER;
    }
    return operation.equals("PutFeedback") ? OPERATOR : ADMIN;
  }

  static boolean isReading(String operation) {
    return operation.startsWith("List")
        || operation.startsWith("Describe")
        || operation.startsWith("Get");
  }

  /**
   * Reads what {@link #label} writes.
   *
   * @throws AccessException when it is none of the three
   */
  public static Role of(String label) {
    for (Role role : values()) {
      if (role.label().equals(label)) {
        return role;
      }
    }
    throw new AccessException("there is no role '" + label + "'; take viewer, operator or admin");
  }

  /** As users write it. */
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** Whether who has this role may do what needs the other. */
  public boolean includes(Role other) {
    return compareTo(other) >= 0;
  }
}
