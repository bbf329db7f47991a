package dev.tidewatch.detector.alerting.message;

import static java.time.ZoneOffset.UTC;
import static java.util.Objects.requireNonNull;

import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * The format SHORT_TEXT, for SMS: at most 140 characters of printable ASCII. The link is kept whole
 * or left out, names are cut first.
 */
public final class ShortText {
  private static final int MOST = 140;
  private static final int NAME = 30;
  private static final int LEAST_WITHOUT_LINK = 50;
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("HH:mm'Z'", Locale.ROOT);

  private final AlertContent content;

  private ShortText(AlertContent content) {
    this.content = content;
  }

  public static String of(AlertContent content) {
    return new ShortText(content).text();
  }

  private String text() {
    String link = " " + Plain.ascii(content.shortLink(), Integer.MAX_VALUE);
    int room = MOST - link.length();
    return room >= LEAST_WITHOUT_LINK ? words(room) + link : words(MOST);
  }

  private String words(int room) {
    ToldAnomaly anomaly = content.anomaly();
    String time = content.period().last().atOffset(UTC).format(TIME) + ".";
    String begin = anomaly == null ? gap() : begin(anomaly);
    if (anomaly == null) {
      return Plain.ascii(begin, room - time.length() - 1) + " " + time;
    }
    String values =
        "(%s vs %s)".formatted(Numbers.value(anomaly.value()), Numbers.about(anomaly.expected()));
    String most = begin + " " + values;
    if (most.length() + time.length() + 1 > room) {
      return Plain.ascii(begin, room - time.length() - 1) + " " + time;
    }
    int left = room - most.length() - time.length() - 2;
    String where = left < 3 ? "" : Plain.ascii(where(anomaly), left);
    return most + (where.isEmpty() ? "" : " " + where) + " " + time;
  }

  private String gap() {
    DataGap gap = requireNonNull(content.gap(), "gap");
    String detector = Plain.ascii(content.detector().name(), NAME);
    return content.kind() == EventKind.DATA_BACK
        ? "DATA BACK %s after %d intervals without,".formatted(detector, gap.intervals())
        : "DATA MISSING %s: none in %d intervals, last".formatted(detector, gap.intervals());
  }

  private String begin(ToldAnomaly anomaly) {
    String state =
        switch (content.kind()) {
          case OPENED, DATA_MISSING, DATA_BACK -> "";
          case RAISED -> "UPDATED ";
          case ENDED -> "RESOLVED ";
          case TEST -> "TEST ";
        };
    String percent = Numbers.percent(anomaly.percent());
    String change =
        percent.isEmpty()
            ? (anomaly.value() < anomaly.expected() ? "down" : "up")
            : (percent.startsWith("-") ? "" : "+") + percent + "%";
    return "%s%s %s %s"
        .formatted(
            state, SeverityWords.word(anomaly), Plain.ascii(anomaly.measure(), NAME), change);
  }

  /** The largest value of each dimension: {@code uk/mobile_app}. */
  private static String where(ToldAnomaly anomaly) {
    return Share.of(anomaly.contributions()).values().stream()
        .map(shares -> shares.stream().findFirst())
        .flatMap(Optional::stream)
        .map(share -> Plain.ascii(share.value(), NAME))
        .collect(Collectors.joining("/"));
  }
}
