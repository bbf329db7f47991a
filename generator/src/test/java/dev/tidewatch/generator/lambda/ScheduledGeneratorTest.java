package dev.tidewatch.generator.lambda;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.amazonaws.services.lambda.runtime.Context;
import dev.tidewatch.generator.encode.RecordBuffer;
import dev.tidewatch.generator.series.TimeSeries;
import dev.tidewatch.generator.sink.RecordSink;
import dev.tidewatch.generator.stream.Leg;
import dev.tidewatch.generator.stream.RecordConsumer;
import dev.tidewatch.generator.timeline.Ticks;
import dev.tidewatch.generator.timeline.Window;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ScheduledGeneratorTest {
  private static final Map<String, String> ENVIRONMENT =
      Map.of("STREAM_NAME", "from-environment", "TICK", "1m", "SEED", "11");
  private static final Instant START = Instant.parse("2026-05-04T10:00:00Z");
  private static final Context NO_CONTEXT = null;

  private final List<String> sent = new ArrayList<>();
  private final List<String> streams = new ArrayList<>();

  @Test
  void invocationsContinueOneAnotherHoweverTheScheduleJitters() {
    ScheduledGenerator function = function(ENVIRONMENT, START);
    int[] jitterSeconds = {0, 13, 299, 1, 250, 60};
    for (int i = 0; i < jitterSeconds.length; i++) {
      Instant scheduled = START.plusSeconds(300L * (i + 1) + jitterSeconds[i]);
      function.handleRequest(Map.of("time", scheduled.toString()), NO_CONTEXT);
    }

    assertThat(sent).isEqualTo(oneRun(START, START.plus(Duration.ofMinutes(30))));
    assertThat(sent).hasSize(30 * 21);
  }

  @Test
  void anInvocationThatIsRepeatedSendsTheSame() {
    ScheduledGenerator function = function(ENVIRONMENT, START);
    Map<String, Object> event = Map.of("time", "2026-05-04T10:05:07Z");

    Map<String, Object> answer = function.handleRequest(event, NO_CONTEXT);
    List<String> first = List.copyOf(sent);
    sent.clear();
    function.handleRequest(event, NO_CONTEXT);

    assertThat(sent).isEqualTo(first);
    assertThat(answer)
        .containsEntry("from", "2026-05-04T10:00:00Z")
        .containsEntry("until", "2026-05-04T10:05:00Z")
        .containsEntry("sent", 105L);
  }

  @Test
  void takesTheClockWhenTheEventHasNoTime() {
    function(ENVIRONMENT, START.plusSeconds(301)).handleRequest(Map.of(), NO_CONTEXT);

    assertThat(sent).isEqualTo(oneRun(START, START.plusSeconds(300)));
  }

  @Test
  void theEventsStreamGoesBeforeTheEnvironments() {
    ScheduledGenerator function = function(ENVIRONMENT, START);
    function.handleRequest(Map.of("stream_name", "from-event"), NO_CONTEXT);
    function.handleRequest(Map.of(), NO_CONTEXT);

    assertThat(streams).containsExactly("from-event", "from-environment");
  }

  @Test
  void saysWhatIsMissingOrWrong() {
    assertThatThrownBy(() -> function(Map.of(), START).handleRequest(Map.of(), NO_CONTEXT))
        .hasMessage("no stream is named; set STREAM_NAME, or send {\"stream_name\": \"...\"}");
    assertThatThrownBy(() -> function(Map.of("TICK", "7m"), START))
        .hasMessage("TICK divides five minutes evenly, such as 1m or 5m, unlike PT7M");
    assertThatThrownBy(() -> function(Map.of("SEED", "x"), START))
        .hasMessage("SEED is a whole number, not 'x'");
    assertThatThrownBy(
            () -> function(ENVIRONMENT, START).handleRequest(Map.of("time", "noon"), NO_CONTEXT))
        .hasMessage("the event's time 'noon' is no instant; write one like 2026-01-01T00:05:00Z");
  }

  private ScheduledGenerator function(Map<String, String> environment, Instant now) {
    return new ScheduledGenerator(
        LambdaSettings.of(environment),
        Clock.fixed(now, ZoneOffset.UTC),
        stream -> {
          streams.add(stream);
          return new ListSink();
        });
  }

  private static List<String> oneRun(Instant from, Instant until) {
    List<String> lines = new ArrayList<>();
    LambdaSettings.of(ENVIRONMENT).stream()
        .send(
            List.of(new Leg(Ticks.every(Duration.ofMinutes(1)), Window.whole(from, until))),
            new RecordConsumer() {
              @Override
              public boolean reach(long epochNanos) {
                return true;
              }

              @Override
              public void take(TimeSeries series, RecordBuffer record) {
                lines.add(new String(record.toByteArray(), StandardCharsets.UTF_8));
              }
            });
    return lines;
  }

  private final class ListSink implements RecordSink {
    @Override
    public void send(TimeSeries series, RecordBuffer record) {
      sent.add(new String(record.toByteArray(), StandardCharsets.UTF_8));
    }

    @Override
    public void flush() {}

    @Override
    public Delivery delivery() {
      return new Delivery(sent.size(), 0, 0);
    }

    @Override
    public void close() {}
  }
}
