package dev.tidewatch.setup.cloudwatch.publish;

import dev.tidewatch.metricset.interval.Interval;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.S3Object;

/** The interval files in S3. */
final class IntervalFiles {
  private final S3Client s3;
  private final Place place;
  private final RowReader reader;

  IntervalFiles(S3Client s3, Place place) {
    this.s3 = s3;
    this.place = place;
    this.reader = new RowReader(place.metricSet());
  }

  /** Those of the intervals that are there, found by listing rather than by asking for each. */
  Set<String> present(List<Interval> intervals) {
    Set<String> present = new HashSet<>();
    if (intervals.isEmpty()) {
      return present;
    }
    Set<String> wanted = new HashSet<>();
    intervals.forEach(interval -> wanted.add(place.file(interval)));
    String first = Collections.min(wanted);
    String last = Collections.max(wanted);
    String before = first.substring(0, first.lastIndexOf('/') + 1);
    for (S3Object object :
        s3.listObjectsV2Paginator(
                ask -> ask.bucket(place.bucket()).prefix(place.prefix()).startAfter(before))
            .contents()) {
      if (object.key().compareTo(last) > 0) {
        break;
      }
      if (wanted.contains(object.key())) {
        present.add(object.key());
      }
    }
    return present;
  }

  List<Row> read(Interval interval) {
    String key = place.file(interval);
    String text = s3.getObjectAsBytes(ask -> ask.bucket(place.bucket()).key(key)).asUtf8String();
    return reader.read(text, "s3://" + place.bucket() + "/" + key);
  }
}
