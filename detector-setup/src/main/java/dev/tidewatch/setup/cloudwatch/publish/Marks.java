package dev.tidewatch.setup.cloudwatch.publish;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.S3Exception;
import software.amazon.awssdk.services.s3.model.S3Object;

/**
 * What is remembered of published intervals: one object before the first call, another after the
 * last. An interval with the first alone is in doubt: it was sent in part, or as a whole, or not.
 */
final class Marks {
  private static final String BEGUN = ".begun";
  private static final String SENT = ".sent.json";
  private static final int EXISTS = 412;

  private final S3Client s3;
  private final Place place;
  private final String run;

  Marks(S3Client s3, Place place, String run) {
    this.s3 = s3;
    this.place = place;
    this.run = run;
  }

  /** How far the intervals are that start from one instant and before another. */
  Map<Instant, Outcome> known(Instant from, Instant to) {
    Map<Instant, Outcome> known = new HashMap<>();
    for (S3Object object :
        s3.listObjectsV2Paginator(
                ask ->
                    ask.bucket(place.bucket()).prefix(place.marks()).startAfter(place.mark(from)))
            .contents()) {
      if (object.key().compareTo(place.mark(to)) >= 0) {
        break;
      }
      boolean sent = object.key().endsWith(SENT);
      if (sent || object.key().endsWith(BEGUN)) {
        known.merge(
            place.start(object.key()),
            sent ? Outcome.SENT_BEFORE : Outcome.IN_DOUBT,
            (one, other) -> Outcome.SENT_BEFORE);
      }
    }
    return known;
  }

  /** Says that an interval is about to be sent; false when another run said so before. */
  boolean begin(Instant start) {
    String key = place.mark(start) + BEGUN;
    try {
      s3.putObject(
          ask -> ask.bucket(place.bucket()).key(key).ifNoneMatch("*"), RequestBody.fromString(run));
      return true;
    } catch (S3Exception failure) {
      if (failure.statusCode() == EXISTS) {
        // a call that is repeated because its answer was lost meets what it made itself
        return s3.getObjectAsBytes(ask -> ask.bucket(place.bucket()).key(key))
            .asUtf8String()
            .equals(run);
      }
      throw failure;
    }
  }

  /** Takes {@link #begin} back: nothing was sent. */
  void withdraw(Instant start) {
    s3.deleteObject(ask -> ask.bucket(place.bucket()).key(place.mark(start) + BEGUN));
  }

  void sent(Instant start, IntervalData data) {
    String text =
        "{\"interval\":\"%s\",\"rows\":%d,\"data\":%d,\"leftOut\":%d}%n"
            .formatted(start, data.rows(), data.data().size(), data.leftOut());
    s3.putObject(
        ask ->
            ask.bucket(place.bucket())
                .key(place.mark(start) + SENT)
                .contentType("application/json"),
        RequestBody.fromString(text));
    withdraw(start);
  }
}
