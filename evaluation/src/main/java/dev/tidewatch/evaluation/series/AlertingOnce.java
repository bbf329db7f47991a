package dev.tidewatch.evaluation.series;

import static java.util.Objects.requireNonNull;

import dev.tidewatch.scoring.series.News;
import dev.tidewatch.scoring.series.SeriesSettings;

/**
 * The engine as whoever is alerted sees it: trouble that lasts is told once ({@link News}). For
 * benchmarks that count every alerted row, as Numenta's does, which charges each row outside its
 * windows.
 */
public final class AlertingOnce implements SeriesMethod {
  private final SeriesMethod engine;

  /**
   * @param engine the engine, with or without what is optional
   */
  public AlertingOnce(SeriesMethod engine) {
    this.engine = requireNonNull(engine, "engine");
  }

  @Override
  public String name() {
    return engine.name();
  }

  @Override
  public SeriesDetector detector(SeriesSettings settings) {
    SeriesDetector detector = engine.detector(settings);
    News news = new News();
    return (start, value) -> {
      Verdict verdict = detector.judge(start, value);
      return new Verdict(news.of(start, verdict.score()), verdict.severity());
    };
  }
}
