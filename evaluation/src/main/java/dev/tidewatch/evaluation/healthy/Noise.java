package dev.tidewatch.evaluation.healthy;

import dev.tidewatch.generator.series.CounterRandom;
import java.time.Duration;
import java.util.Random;

/** Series with a daily and a weekly season and each its own kind of noise. */
public enum Noise implements HealthyKind {
  NORMAL("normal") {
    @Override
    HealthySignal signal(Season season, Draw draw) {
      return time -> 100 * season.at(time) + 5 * draw.normal();
    }
  },
  PERSISTENT("persistent, AR(1) .9") {
    @Override
    HealthySignal signal(Season season, Draw draw) {
      double step = StrictMath.sqrt(1 - 0.9 * 0.9);
      double[] state = {draw.normal()};
      return time -> {
        state[0] = 0.9 * state[0] + step * draw.normal();
        return 100 * season.at(time) + 5 * state[0];
      };
    }
  },
  WANDERING("random walk") {
    @Override
    HealthySignal signal(Season season, Draw draw) {
      double[] level = {1_000};
      return time -> {
        level[0] += draw.normal();
        return level[0] + 20 * season.at(time) + draw.normal();
      };
    }
  },
  HEAVY_TAILED("heavy tails, Student 3") {
    @Override
    HealthySignal signal(Season season, Draw draw) {
      return time -> 100 * season.at(time) + 5 * draw.studentThree();
    }
  },
  MULTIPLICATIVE("multiplicative, log-normal") {
    @Override
    HealthySignal signal(Season season, Draw draw) {
      return time -> 100 * season.at(time) * StrictMath.exp(0.2 * draw.normal());
    }
  },
  LARGE_COUNTS("counts of about 1,000") {
    @Override
    HealthySignal signal(Season season, Draw draw) {
      return time -> draw.poisson(1_000 * season.at(time));
    }
  },
  SMALL_COUNTS("counts of about 4") {
    @Override
    HealthySignal signal(Season season, Draw draw) {
      return time -> draw.poisson(4 * season.at(time));
    }
  },
  RARE_COUNTS("counts, mostly 0") {
    @Override
    HealthySignal signal(Season season, Draw draw) {
      return time -> draw.poisson(0.05 * season.at(time));
    }
  },
  STEADY("no noise, whole numbers") {
    @Override
    HealthySignal signal(Season season, Draw draw) {
      return time -> StrictMath.rint(100 * season.at(time));
    }
  },
  NIGHTLY_JOB("nightly job, late or early") {
    @Override
    HealthySignal signal(Season season, Draw draw) {
      return new NightlyJob(season, draw);
    }
  },
  GAPS("normal with gaps") {
    @Override
    HealthySignal signal(Season season, Draw draw) {
      boolean[] gone = {false};
      return time -> {
        gone[0] = draw.even() < (gone[0] ? 0.8 : 0.01);
        double value = 100 * season.at(time) + 5 * draw.normal();
        return gone[0] ? Double.NaN : value;
      };
    }
  };

  private static final long SEED = 20_180_402;

  private final String label;

  Noise(String label) {
    this.label = label;
  }

  abstract HealthySignal signal(Season season, Draw draw);

  @Override
  public String label() {
    return label;
  }

  @Override
  public HealthySignal signal(int number, Duration interval) {
    CounterRandom own = CounterRandom.of(SEED).split(label).split(interval.toSeconds());
    Random random = new Random(own.bits(number));
    return signal(Season.drawn(random), new Draw(random));
  }
}
