package dev.tidewatch.setup;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.S3Client;

/** A past in which revenue broke down for half an hour, in one marketplace of two. */
public final class Incident {
  private static final int INTERVALS = 400;
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss").withZone(ZoneOffset.UTC);

  private Incident() {}

  /** Makes a bucket and puts the past into it. */
  public static void put(S3Client s3, String bucket) {
    s3.createBucket(request -> request.bucket(bucket));
    s3.putObject(request -> request.bucket(bucket).key("all.csv"), RequestBody.fromString(rows()));
  }

  private static String rows() {
    Instant end = Instant.now().truncatedTo(ChronoUnit.HOURS);
    StringBuilder rows = new StringBuilder("platform,marketplace,event_time,views,revenue\n");
    for (int interval = INTERVALS; interval > 0; interval--) {
      String time = TIME.format(end.minus(Duration.ofMinutes(5L * interval)));
      boolean broken = interval <= 30 && interval > 24;
      int wave = interval % 12;
      rows.append("app,us,%s,%d,%d.5%n".formatted(time, 100 + wave, broken ? 0 : 300 + wave));
      rows.append("app,uk,%s,%d,%d.5%n".formatted(time, 100 + wave, 300 + wave));
    }
    return rows.toString();
  }
}
