package dev.tidewatch.generator.fault;

import dev.tidewatch.generator.series.CounterRandom;
import dev.tidewatch.generator.series.SeriesCatalog;
import dev.tidewatch.generator.series.TimeSeries;

/** Which records suffer which fault, and how: a pure function of seed, series and instant. */
public final class FaultPlan {
  private final FaultRates rates;
  private final CounterRandom intervals;
  private final CounterRandom[] kinds;
  private final CounterRandom[] details;

  public FaultPlan(FaultRates rates, SeriesCatalog catalog, long seed) {
    this.rates = rates;
    CounterRandom random = CounterRandom.of(seed).split("faults");
    intervals = random.split("intervals");
    kinds = new CounterRandom[catalog.size()];
    details = new CounterRandom[catalog.size()];
    for (TimeSeries series : catalog.series()) {
      CounterRandom own = random.split(series.name());
      kinds[series.index()] = own.split("kind");
      details[series.index()] = own.split("detail");
    }
  }

  public Fault of(int series, long epochNanos) {
    double drawn = kinds[series].unit(epochNanos);
    if ((drawn -= rates.late()) < 0) {
      return Fault.LATE;
    }
    if ((drawn -= rates.duplicate()) < 0) {
      return Fault.DUPLICATE;
    }
    if ((drawn -= rates.outOfOrder()) < 0) {
      return Fault.OUT_OF_ORDER;
    }
    return drawn < rates.malformed() ? Fault.MALFORMED : Fault.NONE;
  }

  /** How strong the record's fault is: even in [0, 1). */
  public double detail(int series, long epochNanos) {
    return details[series].unit(epochNanos);
  }

  /** Whether nothing at all comes for the interval that starts then. */
  public boolean isMissing(long intervalStartNanos) {
    return rates.missingInterval() > 0
        && intervals.unit(intervalStartNanos) < rates.missingInterval();
  }
}
