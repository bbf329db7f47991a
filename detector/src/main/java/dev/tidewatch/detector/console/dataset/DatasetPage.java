package dev.tidewatch.detector.console.dataset;

import dev.tidewatch.detector.console.dataset.SeriesSearch.Found;
import dev.tidewatch.detector.console.dataset.SourceCheck.Result;
import dev.tidewatch.detector.intake.DataLocation;
import dev.tidewatch.detector.intake.Dataset;
import dev.tidewatch.detector.intake.FileFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The page of a dataset.
 *
 * @param doubt why there is nothing to see; empty when there is
 */
public record DatasetPage(String detector, String doubt, Optional<Details> details) {
  /**
   * @param arn of the dataset
   * @param path as declared; empty without one
   * @param folder where the newest interval that was due has to be; empty without a path
   * @param series combinations of dimension values and their totals, so far
   * @param mostMetrics measures times combinations at most
   * @param tags of the dataset
   * @param check the last one since the server started
   * @param searched the words looked for; empty: none
   */
  public record Details(
      Dataset dataset,
      String arn,
      String path,
      String history,
      String folder,
      int series,
      int mostMetrics,
      Map<String, String> tags,
      Optional<Result> check,
      String searched,
      Found found) {

    public boolean isBacktest() {
      return dataset.isBacktest();
    }

    /** Where the data come from. */
    public String source() {
      return dataset.location() instanceof DataLocation.Files ? "Files in Amazon S3" : "CloudWatch";
    }

    /** {@code CSV, delimiter “,”, with header, UTF-8}. */
    public String format() {
      if (!(dataset.location() instanceof DataLocation.Files files)) {
        return "";
      }
      FileFormat format = files.format();
      String zipped = format.gzip() ? ", gzip" : "";
      if (format instanceof FileFormat.Csv csv) {
        return "CSV, delimiter “%s”, %s, %s%s"
            .formatted(
                csv.dialect().delimiter() == '\t' ? "tab" : csv.dialect().delimiter(),
                csv.dialect().header() ? "with header" : "columns " + csv.columns(),
                format.charset(),
                zipped);
      }
      return "JSON lines, %s%s".formatted(format.charset(), zipped);
    }

    /** What the dataset's filters keep, one sentence each. */
    public List<String> filters() {
      return dataset.filters().stream()
          .map(
              filter ->
                  "%s is %s"
                      .formatted(
                          filter.dimension(),
                          String.join(" or ", filter.values().stream().sorted().toList())))
          .toList();
    }
  }
}
