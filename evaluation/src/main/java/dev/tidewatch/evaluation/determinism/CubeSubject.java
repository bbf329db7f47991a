package dev.tidewatch.evaluation.determinism;

import static java.util.Objects.requireNonNull;

import dev.tidewatch.scoring.IntervalScores;
import dev.tidewatch.scoring.ScoringEngine;
import dev.tidewatch.scoring.cube.IntervalRows;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Supplier;
import java.util.stream.LongStream;

/**
 * A metric set: all of its series, and its anomaly groups.
 *
 * @param source reads or makes the metric set, the same each time
 */
record CubeSubject(String name, Supplier<CubeInput> source) implements Subject {
  private static final int THREADS = 2;

  CubeSubject {
    requireNonNull(name, "name");
    requireNonNull(source, "source");
  }

  @Override
  public Outcome oneByOne() {
    CubeInput input = source.get();
    ScoringEngine engine = new ScoringEngine(input.settings());
    LongStream.Builder answers = LongStream.builder();
    input.intervals().forEach(rows -> add(answers, engine.score(rows)));
    return new Outcome(answers.build().toArray(), bytes(engine));
  }

  @Override
  public Outcome withRestarts() {
    CubeInput input = source.get();
    byte[] state = bytes(new ScoringEngine(input.settings()));
    LongStream.Builder answers = LongStream.builder();
    for (IntervalRows rows : input.intervals()) {
      ScoringEngine engine =
          ScoringEngine.restore(input.settings(), new ByteArrayInputStream(state));
      add(answers, engine.score(rows));
      state = bytes(engine);
    }
    return new Outcome(answers.build().toArray(), state);
  }

  @Override
  public Outcome inBatch() {
    CubeInput input = source.get();
    ScoringEngine engine = new ScoringEngine(input.settings());
    LongStream.Builder answers = LongStream.builder();
    ExecutorService threads = Executors.newFixedThreadPool(THREADS);
    try {
      engine.warmStart(input.intervals(), threads, scores -> add(answers, scores));
    } finally {
      threads.shutdown();
    }
    return new Outcome(answers.build().toArray(), bytes(engine));
  }

  /** All points, then what happened to groups. */
  private static void add(LongStream.Builder answers, IntervalScores scores) {
    for (int measure = 0; measure < scores.measures().size(); measure++) {
      for (int series = 0; series < scores.series(); series++) {
        answers.add(AnswerHash.of(scores.point(measure, series)));
      }
    }
    AnswerHash rest = new AnswerHash();
    rest.add(scores.start().getEpochSecond());
    rest.add(Boolean.toString(scores.taken()));
    rest.add((long) scores.rowsBeyondQuota());
    scores.groups().forEach(event -> rest.add(event.toString()));
    answers.add(rest.value());
  }

  private static byte[] bytes(ScoringEngine engine) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    engine.snapshot(bytes);
    return bytes.toByteArray();
  }
}
