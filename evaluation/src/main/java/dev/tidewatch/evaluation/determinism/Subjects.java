package dev.tidewatch.evaluation.determinism;

import dev.tidewatch.evaluation.cube.CubeFolder;
import dev.tidewatch.evaluation.healthy.HealthyKind;
import dev.tidewatch.evaluation.series.SeriesReader;
import dev.tidewatch.evaluation.series.SeriesSource;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** The inputs there are. */
final class Subjects {
  private static final List<Duration> INTERVALS =
      List.of(
          Duration.ofMinutes(1), Duration.ofMinutes(5), Duration.ofHours(1), Duration.ofDays(1));

  private Subjects() {}

  /**
   * @param values how many values each series has
   */
  static List<Subject> made(int values) {
    List<Subject> subjects = new ArrayList<>();
    for (HealthyKind kind : HealthyKind.all()) {
      for (Duration interval : INTERVALS) {
        subjects.add(
            new SeriesSubject(
                "made/" + kind.label() + "/" + interval,
                () -> SeriesInput.made(kind, interval, values)));
      }
    }
    subjects.add(new CubeSubject("made/shop", () -> CubeInput.made(values)));
    return subjects;
  }

  /** All single series and metric sets of a data folder. */
  static List<Subject> in(Path data) {
    List<SeriesSource> sources = new ArrayList<>(SeriesSource.kpi(data));
    sources.addAll(SeriesSource.nab(data));
    List<Subject> subjects = new ArrayList<>();
    for (SeriesSource source : sources) {
      source
          .files()
          .forEach(
              file ->
                  subjects.add(
                      new SeriesSubject(
                          source.name() + "/" + file.name(),
                          () -> SeriesInput.of(SeriesReader.read(file)))));
    }
    for (Path cube : CubeFolder.all(data)) {
      subjects.add(new CubeSubject("cube/" + cube.getFileName(), () -> CubeInput.of(cube)));
    }
    return subjects;
  }
}
