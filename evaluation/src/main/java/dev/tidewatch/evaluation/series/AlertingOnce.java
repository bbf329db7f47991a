package dev.tidewatch.evaluation.series;

import dev.tidewatch.scoring.series.News;
import dev.tidewatch.scoring.series.SeriesSettings;

/**
 * The engine as whoever is alerted sees it: trouble that lasts is told once ({@link News}). For
 * benchmarks that count every alerted row, as Numenta's does, which charges each row outside its
 * windows.
 */
public final class AlertingOnce implements SeriesMethod {
  @Override
  public String name() {
    return EngineMethod.NAME;
  }

  @Override
  public SeriesDetector detector(SeriesSettings settings) {
    SeriesDetector engine = new EngineMethod().detector(settings);
    News news = new News();
    return (start, value) -> {
      Verdict verdict = engine.judge(start, value);
      return new Verdict(news.of(start, verdict.score()), verdict.severity());
    };
  }
}
