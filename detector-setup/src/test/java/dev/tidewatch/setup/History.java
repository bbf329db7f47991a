package dev.tidewatch.setup;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.S3Client;

/** Enough of the past for a detector to be active at once. */
public final class History {
  private static final int INTERVALS = 400;
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss").withZone(ZoneOffset.UTC);

  private History() {}

  /** Makes a bucket and puts 400 intervals of five minutes into it. */
  public static void put(S3Client s3, String bucket) {
    s3.createBucket(request -> request.bucket(bucket));
    s3.putObject(request -> request.bucket(bucket).key("all.csv"), RequestBody.fromString(rows()));
  }

  private static String rows() {
    Instant end = Instant.now().truncatedTo(ChronoUnit.HOURS);
    StringBuilder rows = new StringBuilder("platform,marketplace,event_time,views,revenue\n");
    for (int interval = INTERVALS; interval > 0; interval--) {
      String time = TIME.format(end.minus(Duration.ofMinutes(5L * interval)));
      rows.append("app,us,%s,%d,%d.5%n".formatted(time, 100 + interval % 12, 30 + interval % 12));
    }
    return rows.toString();
  }
}
