package dev.tidewatch.detector.intake.detect;

import dev.tidewatch.detector.intake.S3Address;
import dev.tidewatch.detector.intake.s3.HistoricalFiles;
import dev.tidewatch.detector.intake.s3.S3Objects;
import dev.tidewatch.detector.intake.s3.S3Objects.Entry;
import dev.tidewatch.detector.intake.s3.S3Refusal;
import dev.tidewatch.metricset.path.PathTemplate;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;

/** Finds files to look at: of the last days along a continuous path, or in a historical one. */
final class SampleFiles {
  private static final int DAYS = 30;
  private static final int LAST_MINUTE = 24 * 60 - 1;

  private final S3Objects objects;
  private final Clock clock;

  SampleFiles(S3Objects objects, Clock clock) {
    this.objects = objects;
    this.clock = clock;
  }

  /** The files of the newest day that has any; else of the beginning of the path. */
  List<Entry> alongPath(PathTemplate template) throws S3Refusal {
    LocalDate tomorrow = LocalDate.now(clock).plusDays(1); // somewhere it is tomorrow already
    for (int i = 0; i < DAYS; i++) {
      List<Entry> found = matching(template, dayPrefix(template, tomorrow.minusDays(i)));
      if (!found.isEmpty()) {
        return found;
      }
    }
    String text = template.template();
    int variable = text.indexOf("{{");
    return matching(template, S3Address.of(variable < 0 ? text : text.substring(0, variable)));
  }

  private static S3Address dayPrefix(PathTemplate template, LocalDate day) {
    String first = template.folder(day.atStartOfDay());
    String last = template.folder(day.atStartOfDay().plusMinutes(LAST_MINUTE));
    int length = 0;
    while (length < Math.min(first.length(), last.length())
        && first.charAt(length) == last.charAt(length)) {
      length++;
    }
    return S3Address.of(first.substring(0, length));
  }

  private List<Entry> matching(PathTemplate template, S3Address prefix) throws S3Refusal {
    return objects.firstPage(prefix).stream()
        .filter(entry -> template.localStart(entry.address().toString()).isPresent())
        .toList();
  }

  /** The files of a historical path. */
  List<Entry> inHistory(S3Address path) throws S3Refusal {
    return HistoricalFiles.list(objects, path, 1);
  }
}
