package dev.tidewatch.detector.console.feedback;

import dev.tidewatch.detector.alerting.message.Plain;
import dev.tidewatch.detector.console.view.View;
import dev.tidewatch.detector.console.words.Headline;
import dev.tidewatch.detector.console.words.Severity;
import dev.tidewatch.detector.console.words.Times;
import dev.tidewatch.detector.overview.FeedbackReport;
import dev.tidewatch.detector.overview.FeedbackReport.Words;
import dev.tidewatch.detector.overview.SaidWord;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * The report as it is shown.
 *
 * @param trend a bar a week
 * @param detectors the names of all there are
 */
public record FeedbackView(
    Total total,
    List<Row> rows,
    List<Week> weeks,
    Trend trend,
    List<Said> latest,
    List<String> detectors) {
  private static final int NOTE = 400;
  private static final DateTimeFormatter WEEK =
      DateTimeFormatter.ofPattern("d MMM uuuu", Locale.ENGLISH);

  public FeedbackView {
    rows = List.copyOf(rows);
    weeks = List.copyOf(weeks);
    latest = List.copyOf(latest);
    detectors = List.copyOf(detectors);
  }

  /** All measures together. */
  public record Total(int groups, Words words, String precision) {}

  /** A measure of a detector. */
  public record Row(
      String detector,
      String measure,
      String url,
      int groups,
      Words words,
      String precision,
      String toDetect,
      String alertsPerWeek) {}

  /** A week in the table. */
  public record Week(String monday, int groups, Words words, String precision, int alerts) {}

  /** The weeks as bars, in a drawing 100 high and so many wide. */
  public record Trend(int width, int highest, List<Bar> bars) {}

  /**
   * A week's bar.
   *
   * @param groups the height for all groups
   * @param confirmed of it for those worth telling
   */
  public record Bar(int left, int groups, int confirmed, String label) {}

  /** What somebody said. */
  public record Said(
      String when,
      String giver,
      String word,
      String cause,
      String note,
      String url,
      String what,
      String where,
      Severity severity) {}

  static FeedbackView of(
      FeedbackReport report, List<SaidWord> latest, List<String> detectors, View view) {
    Times times = new Times(view.zone(), view.now());
    Words all = sum(report.lines().stream().map(FeedbackReport.Line::words).toList());
    int groups = report.lines().stream().mapToInt(FeedbackReport.Line::groups).sum();
    return new FeedbackView(
        new Total(groups, all, precision(all)),
        report.lines().stream().map(line -> row(line, view)).toList(),
        report.weeks().stream().map(FeedbackView::week).toList(),
        trend(report.weeks()),
        latest.stream().map(each -> said(each, view, times)).toList(),
        detectors);
  }

  private static Words sum(List<Words> all) {
    return new Words(
        all.stream().mapToInt(Words::confirmed).sum(),
        all.stream().mapToInt(Words::expected).sum(),
        all.stream().mapToInt(Words::falseAlarms).sum(),
        all.stream().mapToInt(Words::newTrends).sum());
  }

  private static Row row(FeedbackReport.Line line, View view) {
    return new Row(
        line.detector(),
        Headline.name(line.measure()),
        view.query()
            .only("from", "to", "tz")
            .with("sev", "0")
            .with("detector", line.detector())
            .with("measure", line.measure())
            .url("/"),
        line.groups(),
        line.words(),
        precision(line.words()),
        line.toDetect().map(Times::length).orElse("–"),
        String.format(Locale.ROOT, "%.1f", line.alertsPerWeek()));
  }

  static String precision(Words words) {
    return words.precision().isEmpty()
        ? "–"
        : Math.round(100 * words.precision().getAsDouble()) + " %";
  }

  private static Week week(FeedbackReport.Week week) {
    return new Week(
        label(week.monday()), week.groups(), week.words(), precision(week.words()), week.alerts());
  }

  private static String label(LocalDate monday) {
    return WEEK.format(monday);
  }

  private static Trend trend(List<FeedbackReport.Week> weeks) {
    int highest = weeks.stream().mapToInt(FeedbackReport.Week::groups).max().orElse(0);
    List<Bar> bars = new ArrayList<>();
    for (FeedbackReport.Week week : weeks) {
      bars.add(
          new Bar(
              10 * bars.size(),
              scaled(week.groups(), highest),
              scaled(week.words().confirmed(), highest),
              "Week of %s: %d found, %d confirmed"
                  .formatted(label(week.monday()), week.groups(), week.words().confirmed())));
    }
    return new Trend(10 * bars.size(), highest, List.copyOf(bars));
  }

  private static int scaled(int count, int highest) {
    return highest == 0 ? 0 : (100 * count + highest - 1) / highest;
  }

  private static Said said(SaidWord said, View view, Times times) {
    return new Said(
        times.brief(said.given()),
        Headline.name(said.giver()),
        word(said),
        Plain.line(said.cause(), NOTE),
        Plain.line(said.note(), NOTE),
        view.link("/d/" + said.detector() + "/a/" + said.group()),
        Headline.capital(Headline.name(said.measure())) + " of " + said.detector(),
        said.series() == 1 ? Headline.scope(said.scope()) : said.series() + " series",
        new Severity(said.severity()));
  }

  private static String word(SaidWord said) {
    return switch (said.word()) {
      case "CONFIRMED" -> "Confirmed";
      case "EXPECTED" -> "Expected";
      case "FALSE_ALARM" -> "False alarm";
      case "NEW_TREND" -> "New trend";
      default -> said.relevant() ? "Relevant" : "Not relevant";
    };
  }
}
