package dev.tidewatch.setup.cloudwatch.publish;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.S3Exception;
import software.amazon.awssdk.services.s3.model.S3Object;

/**
 * What is remembered of published intervals: an object for each attempt, made before its first
 * call, and one when all was sent. They stay, so that whoever looked before does not begin again.
 */
final class Marks {
  private static final String BEGUN = ".begun-";
  private static final String SENT = ".sent.json";
  private static final int EXISTS = 412;

  /** Another did the same at the same moment. */
  private static final int CONFLICT = 409;

  private final S3Client s3;
  private final Place place;
  private final String run;

  Marks(S3Client s3, Place place, String run) {
    this.s3 = s3;
    this.place = place;
    this.run = run;
  }

  /** What is known of the intervals that start from one instant and before another. */
  Map<Instant, Trace> known(Instant from, Instant to) {
    Map<Instant, Trace> known = new HashMap<>();
    for (S3Object object :
        s3.listObjectsV2Paginator(
                ask ->
                    ask.bucket(place.bucket()).prefix(place.marks()).startAfter(place.mark(from)))
            .contents()) {
      if (object.key().compareTo(place.mark(to)) >= 0) {
        break;
      }
      trace(object).ifPresent(trace -> known.merge(place.start(object.key()), trace, Trace::and));
    }
    return known;
  }

  private static Optional<Trace> trace(S3Object mark) {
    if (mark.key().endsWith(SENT)) {
      return Optional.of(Trace.ofSent(mark.lastModified()));
    }
    int begun = mark.key().lastIndexOf(BEGUN);
    return begun < 0
        ? Optional.empty()
        : Optional.of(
            Trace.ofAttempt(
                Integer.parseInt(mark.key().substring(begun + BEGUN.length())),
                mark.lastModified()));
  }

  /** Says that an interval is about to be sent; false when another run said so before. */
  boolean begin(Instant start, int attempt) {
    String key = begun(start, attempt);
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
      if (failure.statusCode() == CONFLICT) {
        return false;
      }
      throw failure;
    }
  }

  private String begun(Instant start, int attempt) {
    return place.mark(start) + BEGUN + attempt;
  }

  /** Takes {@link #begin} back: the attempt sent nothing. */
  void withdraw(Instant start, int attempt) {
    s3.deleteObject(ask -> ask.bucket(place.bucket()).key(begun(start, attempt)));
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
  }
}
