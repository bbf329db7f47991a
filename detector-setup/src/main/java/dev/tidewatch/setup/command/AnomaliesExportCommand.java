package dev.tidewatch.setup.command;

import dev.tidewatch.metricset.csv.CsvDialect;
import dev.tidewatch.metricset.csv.CsvWriter;
import dev.tidewatch.setup.anomaly.AnomalyBook;
import dev.tidewatch.setup.anomaly.GroupStory;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import software.amazon.awssdk.services.lookoutmetrics.model.TimeSeries;

/** Writes anomaly groups for other programs. */
@Command(
    name = "export",
    description = {
      "Writes groups with their series: CSV with a line for each series and interval, or JSON with all that 'show' knows.",
      ""
    })
public final class AnomaliesExportCommand implements Callable<Integer> {
  enum Format {
    CSV,
    JSON
  }

  @Mixin private final CommandFrame frame = new CommandFrame();
  @Mixin private final FileOption file = new FileOption();
  @Mixin private final SinceOption since = new SinceOption();

  @Option(
      names = "--format",
      paramLabel = "FORMAT",
      defaultValue = "CSV",
      description = "csv or json. Default: csv.")
  private Format format = Format.CSV;

  @Option(
      names = "--to",
      paramLabel = "FILE",
      description = "Where to write. Default: standard output.")
  private @Nullable Path to;

  @Override
  public Integer call() {
    try (DetectorSession session = DetectorSession.open(file.read())) {
      AnomalyBook book = session.book();
      List<GroupStory> stories =
          book.groups(since.filter(Instant.now())).stream()
              .map(group -> book.story(group.anomalyGroupId()))
              .toList();
      write(format == Format.CSV ? csv(stories) : json(stories));
      frame.say(stories.size() + " groups written");
      return ExitCode.OK;
    }
  }

  private void write(String text) {
    if (to == null) {
      frame.out().print(text);
      frame.out().flush();
      return;
    }
    try {
      Files.writeString(to, text);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot write " + to + ": " + e.getMessage(), e);
    }
  }

  private static String json(List<GroupStory> stories) {
    return Json.text(stories.stream().map(story -> new GroupReport(story).json()).toList())
        + System.lineSeparator();
  }

  private static String csv(List<GroupStory> stories) {
    StringBuilder text = new StringBuilder();
    CsvWriter csv = new CsvWriter(CsvDialect.RFC_4180, text);
    csv.row(
        List.of(
            "group",
            "severity",
            "measure",
            "first",
            "last",
            "series",
            "dimensions",
            "time",
            "value"));
    stories.forEach(story -> story.series().forEach(series -> rows(csv, story, series)));
    return text.toString();
  }

  private static void rows(CsvWriter csv, GroupStory story, TimeSeries series) {
    var group = story.group();
    String dimensions =
        series.dimensionList().stream()
            .map(each -> each.dimensionName() + "=" + each.dimensionValue())
            .collect(Collectors.joining(";"));
    for (int at = 0; at < Math.min(story.times().size(), series.metricValueList().size()); at++) {
      csv.row(
          List.of(
              group.anomalyGroupId(),
              String.valueOf(group.anomalyGroupScore()),
              group.primaryMetricName(),
              group.startTime(),
              group.endTime(),
              series.timeSeriesId(),
              dimensions,
              story.times().get(at),
              String.valueOf(series.metricValueList().get(at))));
    }
  }
}
