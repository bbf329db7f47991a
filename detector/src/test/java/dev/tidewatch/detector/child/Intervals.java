package dev.tidewatch.detector.child;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.tidewatch.detector.intake.Bucket;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.HexFormat;
import java.util.Locale;

/** Puts intervals where a detector reads them, as our own job does: the file, then its manifest. */
public record Intervals(Bucket bucket, String detector) {
  private static final DateTimeFormatter FOLDER = of("yyyyMMdd'/'HHmm'/'");
  private static final DateTimeFormatter NAME = of("yyyyMMdd'T'HHmmss'Z'");
  private static final DateTimeFormatter DAY = of("yyyy/MM/dd/");

  private static DateTimeFormatter of(String pattern) {
    return DateTimeFormatter.ofPattern(pattern, Locale.ROOT).withZone(ZoneOffset.UTC);
  }

  /** The file alone. */
  public void put(Instant start, String csv) {
    bucket.put(detector + "/" + object(start), csv);
  }

  /** The file and its manifest. */
  public void putComplete(Instant start, String csv) {
    put(start, csv);
    String manifest =
        "{\"version\":1,\"object\":\"%s\",\"rows\":%d,\"sha256\":\"%s\"}"
            .formatted(object(start), csv.lines().count() - 1, sha256(csv));
    bucket.put(
        "%s/manifests/%s%s.json".formatted(detector, DAY.format(start), NAME.format(start)),
        manifest);
  }

  private static String object(Instant start) {
    return "data/" + FOLDER.format(start) + NAME.format(start) + ".csv";
  }

  private static String sha256(String text) {
    try {
      byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(UTF_8));
      return HexFormat.of().formatHex(digest);
    } catch (NoSuchAlgorithmException e) {
      throw new AssertionError(e);
    }
  }
}
