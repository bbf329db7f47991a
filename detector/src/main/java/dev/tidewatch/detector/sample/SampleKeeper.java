package dev.tidewatch.detector.sample;

import dev.tidewatch.detector.catalog.Detector;
import dev.tidewatch.detector.catalog.Failure;
import dev.tidewatch.detector.sample.SampleState.Kind;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import software.amazon.awssdk.services.lookoutmetrics.model.AnomalyDetectorStatus;

/**
 * Does what is still missing to what was wished, one step at a time. Where it stands it sees from
 * the files and the catalogue, so that a step that was interrupted is done again.
 */
final class SampleKeeper {
  private static final SampleState ABSENT =
      new SampleState(Kind.ABSENT, "There are no sample data", 0);
  private static final double LEARNING = .2;
  private static final double CATCHING_UP = .4;

  private final SampleFolder folder;
  private final SampleDetector detector;
  private final InstantSource clock;
  private final SampleWriter writer;

  SampleKeeper(SampleFolder folder, SampleDetector detector, InstantSource clock) {
    this.folder = folder;
    this.detector = detector;
    this.clock = clock;
    this.writer = new SampleWriter(folder, clock);
  }

  /** Does the next thing, and says how far all is. */
  SampleState step() {
    Optional<SampleWish> wish = folder.wish();
    if (wish.isEmpty()) {
      return ABSENT;
    }
    return wish.get().wanted() ? bring(wish.get()) : takeAway();
  }

  private SampleState bring(SampleWish wish) {
    Optional<Detector> present = detector.find();
    if (present.isEmpty() && wish.made()) {
      folder.keep(wish.asUnwanted()); // somebody deleted it
      return takeAway();
    }
    if (present.isEmpty()) {
      folder.writeHistory(wish);
      writer.write(wish);
      detector.create();
      return loading("The records are written", LEARNING);
    }
    if (!detector.isOurs()) {
      return new SampleState(
          Kind.STUCK,
          "There is a detector %s already that is not of the sample data: delete it first"
              .formatted(SampleDetector.NAME),
          0);
    }
    if (!wish.made()) {
      folder.keep(wish.asMade());
    }
    writer.write(wish);
    return bring(wish, present.get());
  }

  private SampleState bring(SampleWish wish, Detector present) {
    return switch (present.status()) {
      case INACTIVE -> activate(present);
      case ACTIVATING -> loading("Learning from the first days", LEARNING);
      case LEARNING, ACTIVE -> judge(wish, present);
      case FAILED -> {
        Failure failure = present.failure();
        yield new SampleState(
            Kind.STUCK, failure == null ? "The detector failed" : failure.reason(), 0);
      }
      default -> new SampleState(Kind.READY, "The sample's detector is " + present.status(), 1);
    };
  }

  private SampleState activate(Detector present) {
    if (!detector.hasDataset(present)) {
      detector.addDataset();
    }
    detector.activate();
    return loading("Learning from the first days", LEARNING);
  }

  private SampleState judge(SampleWish wish, Detector present) {
    if (detector.waits(present)) {
      detector.catchUp();
    }
    Instant now = clock.instant();
    Instant first = wish.anchor().minus(SampleDetector.WAITING);
    Instant next = detector.next(present).orElse(first);
    if (next.plus(SampleShop.INTERVAL.multipliedBy(2)).isAfter(now)) {
      return new SampleState(
          Kind.READY, "The sample data are there; every five minutes come new ones", 1);
    }
    double part =
        (double) Duration.between(first, next).toSeconds()
            / Duration.between(first, now).toSeconds();
    double bounded = Math.min(1, Math.max(0, part));
    return loading("Judging the last days", CATCHING_UP + (1 - CATCHING_UP) * bounded);
  }

  private SampleState takeAway() {
    writer.forget();
    Optional<Detector> present = detector.find().filter(any -> detector.isOurs());
    if (present.isEmpty()) {
      folder.clear();
      return ABSENT;
    }
    if (present.get().status() != AnomalyDetectorStatus.DELETING) {
      detector.delete();
    }
    return new SampleState(Kind.REMOVING, "The sample data are being taken away", .5);
  }

  private static SampleState loading(String words, double fraction) {
    return new SampleState(Kind.LOADING, words, fraction);
  }
}
