package dev.tidewatch.evaluation.determinism;

import static java.util.Objects.requireNonNull;

import dev.tidewatch.scoring.series.SeriesEngine;
import dev.tidewatch.scoring.series.SeriesSettings;
import java.nio.ByteBuffer;
import java.util.function.Supplier;

/**
 * A single time series.
 *
 * @param source reads or makes the series, the same each time
 */
record SeriesSubject(String name, Supplier<SeriesInput> source) implements Subject {
  SeriesSubject {
    requireNonNull(name, "name");
    requireNonNull(source, "source");
  }

  @Override
  public Outcome oneByOne() {
    SeriesInput input = source.get();
    SeriesEngine engine = new SeriesEngine(input.settings());
    float[] memory = new float[engine.size()];
    engine.begin(memory, 0);
    long[] answers = new long[input.size()];
    for (int i = 0; i < answers.length; i++) {
      answers[i] = AnswerHash.of(engine.score(memory, 0, input.second(i), input.value(i)));
    }
    return new Outcome(answers, bytes(memory, 0, memory.length));
  }

  @Override
  public Outcome withRestarts() {
    SeriesInput input = source.get();
    SeriesSettings settings = input.settings();
    float[] first = new float[new SeriesEngine(settings).size()];
    new SeriesEngine(settings).begin(first, 0);
    byte[] state = bytes(first, 0, first.length);
    long[] answers = new long[input.size()];
    for (int i = 0; i < answers.length; i++) {
      float[] memory = floats(state);
      SeriesEngine engine = new SeriesEngine(settings);
      answers[i] = AnswerHash.of(engine.score(memory, 0, input.second(i), input.value(i)));
      state = bytes(memory, 0, memory.length);
    }
    return new Outcome(answers, state);
  }

  /** Side by side in one array with series of other values, by one engine, as a detector has it. */
  @Override
  public Outcome inBatch() {
    SeriesInput input = source.get();
    SeriesEngine engine = new SeriesEngine(input.settings());
    int size = engine.size();
    float[] memory = new float[3 * size];
    for (int series = 0; series < 3; series++) {
      engine.begin(memory, series * size);
    }
    long[] answers = new long[input.size()];
    for (int i = 0; i < answers.length; i++) {
      engine.score(memory, 0, input.second(i), -input.value(i));
      answers[i] = AnswerHash.of(engine.score(memory, size, input.second(i), input.value(i)));
      engine.score(memory, 2 * size, input.second(i), i % 7 == 0 ? Double.NaN : i);
    }
    return new Outcome(answers, bytes(memory, size, size));
  }

  private static byte[] bytes(float[] memory, int from, int count) {
    ByteBuffer bytes = ByteBuffer.allocate(Float.BYTES * count);
    for (int i = from; i < from + count; i++) {
      bytes.putInt(Float.floatToIntBits(memory[i]));
    }
    return bytes.array();
  }

  private static float[] floats(byte[] bytes) {
    float[] memory = new float[bytes.length / Float.BYTES];
    ByteBuffer.wrap(bytes).asFloatBuffer().get(memory);
    return memory;
  }
}
