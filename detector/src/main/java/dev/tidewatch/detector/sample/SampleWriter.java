package dev.tidewatch.detector.sample;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;

/** Writes the records of every interval that ends, also of those that ended while nobody wrote. */
final class SampleWriter {
  private final SampleFolder folder;
  private final InstantSource clock;

  /** The start of the first interval that is not written for sure. */
  private Instant next = Instant.MIN;

  private LocalDate tidied = LocalDate.MIN;

  SampleWriter(SampleFolder folder, InstantSource clock) {
    this.folder = folder;
    this.clock = clock;
  }

  void write(SampleWish wish) {
    Instant now = clock.instant();
    Instant first = first(wish, now);
    next = folder.writeIntervals(wish, next.isBefore(first) ? first : next, now);
    LocalDate today = now.atZone(ZoneOffset.UTC).toLocalDate();
    if (!today.equals(tidied)) {
      folder.forgetBefore(now);
      tidied = today;
    }
  }

  /** The files are gone: all are written again when they are asked for. */
  void forget() {
    next = Instant.MIN;
  }

  /** Where judging begins; what is forgotten already is not written again. */
  private static Instant first(SampleWish wish, Instant now) {
    Instant judged = wish.anchor().minus(SampleDetector.WAITING);
    long behind = Duration.between(judged, now.minus(SampleFolder.KEPT)).toSeconds();
    long interval = SampleShop.INTERVAL.toSeconds();
    return behind <= 0 ? judged : judged.plusSeconds(behind / interval * interval);
  }
}
