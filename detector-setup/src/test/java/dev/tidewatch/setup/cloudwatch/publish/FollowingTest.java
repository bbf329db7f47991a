package dev.tidewatch.setup.cloudwatch.publish;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tidewatch.localaws.protocol.Call;
import dev.tidewatch.localaws.protocol.Fate;
import dev.tidewatch.localaws.protocol.Judge;
import dev.tidewatch.metricset.interval.Interval;
import dev.tidewatch.setup.aws.Stop;
import dev.tidewatch.setup.cloudwatch.Sky;
import dev.tidewatch.setup.cloudwatch.Web;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.core.exception.SdkException;

/** Each look of a follower meets what its turn holds; after the last it is told to stop. */
class FollowingTest {
  @TempDir static Path folder;
  private static Sky sky;
  private static Instant hour = Instant.EPOCH;

  @BeforeAll
  static void start() {
    sky = new Sky(folder);
    hour = Instant.now().truncatedTo(ChronoUnit.HOURS).minus(Duration.ofHours(2));
  }

  @AfterAll
  static void stop() {
    sky.close();
  }

  private static final class Run implements Following.Listener {
    private final Shelves shelves;
    private final Stop stop = new Stop();
    private final Deque<Runnable> turns = new ArrayDeque<>();
    private final List<Tally> looks = new ArrayList<>();
    private final List<SdkException> failures = new ArrayList<>();
    private Duration ahead = Duration.ZERO;

    Run(String name) {
      this.shelves = new Shelves(sky, Sky.blueprint(Web.file(name)));
    }

    Interval interval(int at) {
      Instant start = hour.plus(Duration.ofMinutes(5L * at));
      return shelves.publisher().intervals(start, start.plusSeconds(1)).get(0);
    }

    Run then(Runnable turn) {
      turns.add(turn);
      return this;
    }

    Run thenFile(int at) {
      return then(() -> shelves.put(interval(at), "t,app,us,3,1", "t,app,uk,4,2"));
    }

    Run thenJudge(Judge judge) {
      return then(() -> sky.aws().calls().judgedBy(judge));
    }

    void follow() {
      InstantSource clock = () -> Instant.now().plus(ahead);
      new Following(
              shelves.publisher(clock, stop),
              Sky.blueprint(Web.file("any")),
              clock,
              time -> {
                if (turns.isEmpty()) {
                  stop.wish();
                  stop.of(time);
                } else {
                  turns.remove().run();
                }
              })
          .from(hour, this);
      sky.aws().calls().clear();
    }

    @Override
    public void looked(Tally tally) {
      looks.add(tally);
    }

    @Override
    public void waits(SdkException failure) {
      failures.add(failure);
    }

    int sent() {
      return looks.stream().mapToInt(tally -> tally.of(Outcome.SENT)).sum();
    }

    double samples(int at) {
      return shelves.get(interval(at).start(), "views").sampleCount();
    }
  }

  @Test
  void sendsEachFileOnceAsItComes() {
    Run run = new Run("comes").thenFile(0).thenFile(1).then(() -> {}).thenFile(3);
    run.follow();
    assertThat(run.looks)
        .extracting(tally -> tally.of(Outcome.SENT))
        .containsExactly(0, 1, 1, 0, 1);
    assertThat(List.of(run.samples(0), run.samples(1), run.samples(3))).containsOnly(2.0);
    assertThat(run.failures).isEmpty();
  }

  @Test
  void goesOnAfterFaultsThatPassAndCountsNothingTwice() {
    Run run =
        new Run("passing")
            .thenFile(0)
            .thenFile(1)
            .thenJudge(call -> call.service().equals("s3") ? Fate.FAILED : Fate.SERVED)
            .thenJudge(Judge.lenient())
            .thenFile(2)
            .thenJudge(Judge.firstOf(1, FollowingTest::puts, Fate.ANSWER_LOST))
            .thenFile(3);
    run.then(() -> run.ahead = Duration.ofMinutes(160));
    run.follow();
    assertThat(run.failures).isNotEmpty();
    assertThat(run.looks.get(run.looks.size() - 1).inDoubt()).isEmpty();
    for (int at = 0; at < 4; at++) {
      assertThat(run.samples(at)).as("interval %d", at).isEqualTo(2);
    }
  }

  @Test
  void knowsAfterAWhileWhatBecameOfACallWithoutAnAnswer() {
    Run run =
        new Run("doubtful")
            .thenJudge(Judge.firstOf(1, FollowingTest::puts, Fate.ANSWER_LOST))
            .thenFile(0)
            .then(() -> {});
    run.then(() -> run.ahead = Duration.ofMinutes(160));
    run.follow();
    assertThat(run.failures).hasSize(1);
    assertThat(run.looks.get(run.looks.size() - 2).inDoubt()).containsExactly(hour);
    assertThat(run.looks.get(run.looks.size() - 1).inDoubt()).isEmpty();
    assertThat(run.samples(0)).isEqualTo(2);
  }

  @Test
  void endsWhenItIsDenied() {
    Run run =
        new Run("denied")
            .thenJudge(call -> puts(call) ? Fate.DENIED : Fate.SERVED)
            .thenFile(0)
            .thenFile(1);
    assertThatThrownBy(run::follow)
        .isInstanceOf(SdkException.class)
        .hasMessageContaining("cloudwatch:PutMetricData");
    sky.aws().calls().clear();
    assertThat(run.looks).hasSize(3);
    assertThat(run.sent()).isZero();
  }

  private static boolean puts(Call call) {
    return call.action().equals("PutMetricData");
  }
}
