package dev.tidewatch.detector.intake.s3;

import dev.tidewatch.detector.intake.S3Address;
import dev.tidewatch.detector.intake.s3.S3Objects.Entry;
import java.util.List;

/** The files of a historical path (contract section 5.2). */
public final class HistoricalFiles {
  private HistoricalFiles() {}

  /**
   * The objects directly in the folder; when there are none, the object the path names.
   *
   * @param most how many are of interest; there may be more in the answer
   */
  public static List<Entry> list(S3Objects objects, S3Address path, int most) throws S3Refusal {
    List<Entry> inFolder = objects.directlyIn(path, most);
    if (!inFolder.isEmpty() || path.key().isEmpty() || path.key().endsWith("/")) {
      return inFolder;
    }
    return objects.firstBeginningWith(path).stream()
        .filter(entry -> entry.address().equals(path))
        .toList();
  }
}
