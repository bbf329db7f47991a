package dev.tidewatch.detector.sample;

import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;

/** Asks for sample data, or for their end; also beside a running server, which does it. */
public final class SampleRequests {
  private static final long SEED = 20_261_128;

  private final SampleFolder folder;
  private final InstantSource clock;

  /**
   * @param data the server's folder
   */
  public SampleRequests(Path data, InstantSource clock) {
    this.folder = folder(data);
    this.clock = clock;
  }

  static SampleFolder folder(Path data) {
    return new SampleFolder(data.resolve("sample"));
  }

  /** Asks for them; once they were asked for, nothing changes. */
  public void load() {
    if (folder.wish().isPresent()) {
      return;
    }
    long seconds = clock.instant().getEpochSecond();
    long interval = SampleShop.INTERVAL.toSeconds();
    folder.keep(
        new SampleWish(true, false, SEED, Instant.ofEpochSecond(seconds / interval * interval)));
  }

  /** Asks for their end; without them nothing changes. */
  public void remove() {
    folder.wish().map(SampleWish::asUnwanted).ifPresent(folder::keep);
  }
}
