package dev.tidewatch.detector.alerting.message;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.stream.Collectors;

/**
 * The format LONG_TEXT, for mail: plain text, a line per question a reader has. Foreign text can
 * add no line.
 */
public final class LongText {
  private static final int NAME = 80;
  private static final int REASON = 500;
  private static final int TITLE = 44;
  private static final int VALUES = 3;
  private static final int SERIES = 10;

  private final AlertContent content;
  private final StringBuilder text = new StringBuilder();

  private LongText(AlertContent content) {
    this.content = content;
  }

  public static String of(AlertContent content) {
    return new LongText(content).text();
  }

  private String text() {
    ToldAnomaly anomaly = content.anomaly();
    if (content.kind() == EventKind.TEST) {
      text.append("TEST - nothing happened; somebody tries whether this alert arrives.\n");
    }
    if (anomaly == null) {
      gap(requireNonNull(content.gap(), "gap"));
    } else {
      anomaly(anomaly);
    }
    return text.toString();
  }

  private void anomaly(ToldAnomaly anomaly) {
    title(headline(anomaly), badge(anomaly));
    line("When", PeriodWords.of(content.period(), content.detector().zone()));
    line("Value", value(anomaly));
    where(anomaly);
    line("Impact", impact(anomaly));
    series(anomaly);
    anomaly.causes().stream().limit(VALUES).forEach(cause -> line("Cause?", CauseWords.of(cause)));
    sender();
    line("Group", Plain.line(anomaly.groupId(), NAME));
    line("Look", content.link());
    line("Wrong?", content.link() + "#feedback");
    line("Mute", content.link() + "#mute");
  }

  private void gap(DataGap gap) {
    boolean back = content.kind() == EventKind.DATA_BACK;
    title(
        back
            ? "Data are back after %d intervals without".formatted(gap.intervals())
            : "No data for %d intervals".formatted(gap.intervals()),
        back ? "DATA BACK" : "DATA MISSING");
    line("When", PeriodWords.of(content.period(), content.detector().zone()));
    if (!gap.reason().isBlank()) {
      line("Reason", Plain.line(gap.reason(), REASON));
    }
    sender();
    line("Look", content.link());
  }

  private static String headline(ToldAnomaly anomaly) {
    return HeadlineWords.of(
        Plain.line(anomaly.measure(), NAME), anomaly.direction(), anomaly.percent());
  }

  private String badge(ToldAnomaly anomaly) {
    String severity = SeverityWords.of(anomaly);
    return switch (content.kind()) {
      case RAISED -> "RAISED TO " + severity;
      case ENDED -> "RESOLVED, was " + severity;
      case TEST -> "TEST, " + severity;
      case OPENED, DATA_MISSING, DATA_BACK -> severity;
    };
  }

  private static String value(ToldAnomaly anomaly) {
    String band =
        Double.isFinite(anomaly.lower()) && Double.isFinite(anomaly.upper())
            ? Numbers.value(anomaly.lower()) + " to " + Numbers.value(anomaly.upper())
            : Numbers.about(anomaly.expected());
    return Numbers.value(anomaly.value()) + "   expected " + band;
  }

  private void where(ToldAnomaly anomaly) {
    String where =
        Share.of(anomaly.contributions()).entrySet().stream()
            .map(each -> Plain.line(each.getKey(), NAME) + " " + values(each.getValue()))
            .collect(Collectors.joining(" · "));
    line("Where", where.isEmpty() ? "everywhere" : where);
  }

  private static String values(List<Share> shares) {
    String named =
        shares.stream()
            .limit(VALUES)
            .map(share -> Plain.line(share.value(), NAME) + " " + share.percent() + " %")
            .collect(Collectors.joining(", "));
    return shares.size() <= VALUES ? named : named + " and " + (shares.size() - VALUES) + " more";
  }

  private static String impact(ToldAnomaly anomaly) {
    int watched = Math.max(anomaly.watched(), anomaly.series());
    return anomaly.watched() == 0
        ? anomaly.series() + " series"
        : "%,d of %,d series".formatted(anomaly.series(), watched);
  }

  private void series(ToldAnomaly anomaly) {
    if (anomaly.series() < 2) {
      return; // said above
    }
    List<ToldSeries> told = anomaly.relevant().stream().limit(SERIES).toList();
    told.forEach(each -> line("Series", series(each)));
    int more = anomaly.series() - told.size();
    if (more > 0) {
      line("", "and %,d more".formatted(more));
    }
  }

  private static String series(ToldSeries series) {
    String name =
        series.dimensions().values().stream()
            .map(value -> Plain.line(value, NAME))
            .collect(Collectors.joining("/"));
    return "%s   %s, expected %s"
        .formatted(
            name.isEmpty() ? "total" : name,
            Numbers.value(series.value()),
            Numbers.about(series.expected()));
  }

  private void sender() {
    line(
        "Detector",
        "%s   Alert %s (threshold %d)"
            .formatted(
                Plain.line(content.detector().name(), NAME),
                Plain.line(content.alert().name(), NAME),
                content.alert().threshold()));
  }

  private void title(String words, String badge) {
    text.append(words)
        .append(" ".repeat(Math.max(2, TITLE - words.codePointCount(0, words.length()))))
        .append('[')
        .append(badge)
        .append("]\n");
  }

  private void line(String name, String words) {
    text.append(name).append(" ".repeat(10 - name.length())).append(words).append('\n');
  }
}
