package dev.tidewatch.evaluation.picture;

import dev.tidewatch.evaluation.file.DataFile;
import dev.tidewatch.evaluation.series.SeriesSource;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * A series as people write it, {@code kpi/cmd/app1-02} or {@code nab/realTweets/Twitter_AAPL}.
 *
 * @param set the set
 * @param file the file in it
 */
record SeriesAddress(String set, DataFile file) {
  private static final String ENDING = ".csv";

  /** All series of a folder of data, or of one set in it. */
  static List<SeriesAddress> all(Path data) {
    return Stream.concat(SeriesSource.nab(data).stream(), SeriesSource.kpi(data).stream())
        .flatMap(
            source -> source.files().stream().map(file -> new SeriesAddress(source.name(), file)))
        .toList();
  }

  static List<SeriesAddress> inSet(Path data, String set) {
    List<SeriesAddress> found =
        all(data).stream().filter(address -> address.set().equals(set)).toList();
    if (found.isEmpty()) {
      throw new IllegalArgumentException(
          "--set " + set + " is not in --data " + data + "; there are " + sets(data));
    }
    return found;
  }

  static SeriesAddress named(Path data, String name) {
    return all(data).stream()
        .filter(address -> address.text().equals(name.replaceFirst("\\.csv(\\.gz)?$", "")))
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "--series "
                        + name
                        + " is not in --data "
                        + data
                        + "; write SET/SERIES, with a set of "
                        + sets(data)));
  }

  String text() {
    return set + "/" + file.name().substring(0, file.name().length() - ENDING.length());
  }

  private static String sets(Path data) {
    return String.join(", ", all(data).stream().map(SeriesAddress::set).distinct().toList());
  }
}
