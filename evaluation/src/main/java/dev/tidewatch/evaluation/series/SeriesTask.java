package dev.tidewatch.evaluation.series;

import dev.tidewatch.evaluation.file.DataFile;
import dev.tidewatch.evaluation.timing.ProcessorTime;
import dev.tidewatch.evaluation.timing.Timing;
import dev.tidewatch.scoring.series.MissingRule;
import dev.tidewatch.scoring.series.SeriesSettings;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;

/**
 * Runs one method over one file and writes what it says.
 *
 * @param method the method
 * @param source the set the file belongs to
 * @param file the file
 * @param results the method's folder of results
 */
public record SeriesTask(SeriesMethod method, SeriesSource source, DataFile file, Path results)
    implements Callable<Timing> {
  /** Answers how long the judging alone took, without reading and writing. */
  @Override
  public Timing call() {
    TimeSeries series = SeriesReader.read(file);
    List<Verdict> verdicts = new ArrayList<>(series.size());
    SeriesDetector detector = method.detector(settings(series));
    long before = ProcessorTime.ofThisThread();
    for (int row = 0; row < series.size(); row++) {
      verdicts.add(detector.judge(series.start(row), series.value(row)));
    }
    long nanos = ProcessorTime.ofThisThread() - before;
    Path target = results.resolve(source.name()).resolve(file.name());
    ScoreFile.write(target, source.columns(), verdicts);
    return new Timing(1, series.size(), nanos);
  }

  /** The public data say neither where their days begin nor what a missing value means. */
  public static SeriesSettings settings(TimeSeries series) {
    return new SeriesSettings(series.interval(), ZoneOffset.UTC, MissingRule.UNKNOWN);
  }
}
