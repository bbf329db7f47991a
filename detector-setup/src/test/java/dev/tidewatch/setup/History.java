package dev.tidewatch.setup;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.List;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.S3Client;

/** Enough of the past for a detector to be active at once. */
public final class History {
  private static final int INTERVALS = 400;
  private static final int OUTAGE = 40;
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss").withZone(ZoneOffset.UTC);

  private History() {}

  /** Makes a bucket and puts 400 intervals of five minutes into it. */
  public static void put(S3Client s3, String bucket) {
    put(s3, bucket, INTERVALS);
  }

  /** The same, but nothing is sold for ten of the last intervals. */
  public static void putWithAnOutage(S3Client s3, String bucket) {
    put(s3, bucket, OUTAGE);
  }

  private static void put(S3Client s3, String bucket, int outage) {
    s3.createBucket(request -> request.bucket(bucket));
    s3.putObject(
        request -> request.bucket(bucket).key("all.csv"), RequestBody.fromString(rows(outage)));
  }

  /**
   * @param outage how many intervals before the end it begins; none when before the first
   */
  private static String rows(int outage) {
    Instant end = Instant.now().truncatedTo(ChronoUnit.HOURS);
    StringBuilder rows = new StringBuilder("platform,marketplace,event_time,views,revenue\n");
    for (int interval = INTERVALS; interval > 0; interval--) {
      String time = TIME.format(end.minus(Duration.ofMinutes(5L * interval)));
      boolean out = interval <= outage && interval > outage - 10 && outage < INTERVALS;
      for (String marketplace : List.of("us", "uk")) {
        int views = out && marketplace.equals("us") ? 0 : 100 + interval % 12;
        rows.append(
            "app,%s,%s,%d,%d.5%n".formatted(marketplace, time, views, views == 0 ? 0 : views / 3));
      }
    }
    return rows.toString();
  }
}
