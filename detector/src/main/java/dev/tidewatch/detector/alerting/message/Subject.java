package dev.tidewatch.detector.alerting.message;

/**
 * The subject of a mail: one line of printable ASCII, under 100 characters, whatever the names in
 * it hold.
 */
public final class Subject {
  private static final int MOST = 99;
  private static final int NAME = 40;

  private Subject() {}

  public static String of(AlertContent content) {
    return Plain.ascii(words(content), MOST);
  }

  private static String words(AlertContent content) {
    String detector = Plain.ascii(content.detector().name(), NAME);
    ToldAnomaly anomaly = content.anomaly();
    if (anomaly == null) {
      return (content.kind() == EventKind.DATA_BACK ? "Data are back: " : "Data missing: ")
          + detector;
    }
    String what = "anomaly in %s (%s)".formatted(Plain.ascii(anomaly.measure(), NAME), detector);
    String severity = SeverityWords.of(anomaly);
    return switch (content.kind()) {
      case RAISED -> "Raised to " + severity + ": " + what;
      case ENDED -> "Resolved: " + what;
      case TEST -> "TEST - " + severity + ": " + what;
      case OPENED, DATA_MISSING, DATA_BACK -> severity + ": " + what;
    };
  }
}
