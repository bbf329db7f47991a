package dev.tidewatch.setup.lookout;

/** What the roles of a detector are called: as long as IAM allows. */
final class RoleNames {
  private static final int LONGEST = 64;

  private RoleNames() {}

  /** Of the role that reads the bucket. */
  static String reading(String detector) {
    return name(detector, "-reads");
  }

  /** Of the role that tells topics and functions. */
  static String alerting(String detector) {
    return name(detector, "-alerts");
  }

  private static String name(String detector, String end) {
    String whole = "tidewatch-" + detector;
    int room = LONGEST - end.length();
    return (whole.length() > room ? whole.substring(0, room) : whole) + end;
  }
}
