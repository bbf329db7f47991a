package dev.tidewatch.generator.lambda;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import dev.tidewatch.generator.encode.RecordBuffer;
import dev.tidewatch.generator.series.TimeSeries;
import dev.tidewatch.generator.sink.KinesisClients;
import dev.tidewatch.generator.sink.KinesisSink;
import dev.tidewatch.generator.sink.RecordSink;
import dev.tidewatch.generator.stream.Leg;
import dev.tidewatch.generator.stream.RecordConsumer;
import dev.tidewatch.generator.stream.StreamTally;
import dev.tidewatch.generator.timeline.Ticks;
import dev.tidewatch.generator.timeline.Window;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * A Lambda function for EventBridge's {@code rate(5 minutes)}: each invocation puts the records of
 * the last full five minutes into a stream and continues the series of the ones before.
 *
 * <p>The event names the stream as {@code stream_name}, as in AWS's sample; without one the
 * environment variable {@code STREAM_NAME} does. {@link LambdaSettings} has the other variables.
 * The answer tells the window and what was sent.
 */
public final class ScheduledGenerator
    implements RequestHandler<Map<String, Object>, Map<String, Object>> {
  private final LambdaSettings settings;
  private final Clock clock;
  private final Function<String, RecordSink> sinks;

  /** What Lambda calls. */
  public ScheduledGenerator() {
    this(
        LambdaSettings.of(System.getenv()),
        Clock.systemUTC(),
        stream -> KinesisSink.to(KinesisClients.create(), stream));
  }

  ScheduledGenerator(LambdaSettings settings, Clock clock, Function<String, RecordSink> sinks) {
    this.settings = settings;
    this.clock = clock;
    this.sinks = sinks;
  }

  @Override
  public Map<String, Object> handleRequest(Map<String, Object> event, Context context) {
    Window window = ScheduledWindow.of(event, clock);
    Leg leg = new Leg(Ticks.every(settings.tick()), window);
    StreamTally tally;
    try (RecordSink sink = sinks.apply(settings.streamName(event))) {
      tally = settings.stream().send(List.of(leg), new Feeder(sink)).get(0);
    }
    return Map.of(
        "from", window.from().toString(), "until", window.until().toString(), "sent", tally.sent());
  }

  private record Feeder(RecordSink sink) implements RecordConsumer {
    @Override
    public boolean reach(long epochNanos) {
      return true;
    }

    @Override
    public void take(TimeSeries series, RecordBuffer record) {
      sink.send(series, record);
    }
  }
}
