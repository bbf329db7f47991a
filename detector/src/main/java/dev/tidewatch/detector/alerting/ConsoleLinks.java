package dev.tidewatch.detector.alerting;

/**
 * Links into the console.
 *
 * @param base such as {@code https://tidewatch.example.org}, without a slash at its end
 */
public record ConsoleLinks(String base) {
  private static final int SHORT_ID = 8;

  public ConsoleLinks {
    base = base.replaceAll("/+$", "");
  }

  /** To a group. */
  public String group(String detector, String group) {
    return base + "/d/" + detector + "/a/" + group;
  }

  /** For short messages: the beginning of a group's id, which the console completes. */
  String shortGroup(String group) {
    return base + "/a/" + group.substring(0, Math.min(SHORT_ID, group.length()));
  }

  String quality(String detector) {
    return base + "/d/" + detector + "/quality";
  }

  String detector(String detector) {
    return base + "/d/" + detector;
  }
}
