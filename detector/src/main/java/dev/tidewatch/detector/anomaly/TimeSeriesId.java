package dev.tidewatch.detector.anomaly;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * What the API calls a time series: hexadecimal digits that stay the same as long as the detector
 * exists (contract section 6.2).
 */
public final class TimeSeriesId {
  private TimeSeriesId() {}

  /**
   * @param series its number among the detector's series
   */
  public static String of(long detector, String measure, long series) {
    String name = detector + "/" + measure + "/" + series;
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      return HexFormat.of().formatHex(digest.digest(name.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}
