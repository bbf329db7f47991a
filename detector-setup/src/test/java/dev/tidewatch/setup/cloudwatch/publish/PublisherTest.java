package dev.tidewatch.setup.cloudwatch.publish;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tidewatch.localaws.protocol.Call;
import dev.tidewatch.localaws.protocol.Fate;
import dev.tidewatch.localaws.protocol.Judge;
import dev.tidewatch.metricset.interval.Interval;
import dev.tidewatch.setup.aws.Failures;
import dev.tidewatch.setup.aws.Stop;
import dev.tidewatch.setup.cloudwatch.Sky;
import dev.tidewatch.setup.cloudwatch.Web;
import java.net.ConnectException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.cloudwatch.model.Dimension;

class PublisherTest {
  private static final Dimension APP = Dimension.builder().name("platform").value("app").build();
  private static final Dimension US = Dimension.builder().name("marketplace").value("us").build();

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

  @AfterEach
  void serveEverything() {
    sky.aws().calls().clear();
  }

  private static Shelves shelves(String name) {
    return new Shelves(sky, Sky.blueprint(Web.file(name)));
  }

  private static List<Interval> hour(Shelves shelves) {
    return shelves.publisher().intervals(hour, hour.plus(Duration.ofHours(1)));
  }

  private static Tally publish(Shelves shelves) {
    return publish(shelves.publisher(), hour(shelves));
  }

  private static Tally publish(Publisher publisher, List<Interval> intervals) {
    Tally tally = new Tally();
    publisher.publish(intervals, false, tally, looked -> {});
    return tally;
  }

  private static Tally resend(Shelves shelves) {
    Tally tally = new Tally();
    shelves.publisher().publish(hour(shelves), true, tally, looked -> {});
    return tally;
  }

  private static void fill(Shelves shelves) {
    hour(shelves).forEach(interval -> shelves.put(interval, "t,app,us,3,10.5", "t,app,uk,4,20.5"));
  }

  @Test
  void answersTheSumsAndAveragesOfTheFiles() {
    Shelves shelves = shelves("sums");
    shelves.put(hour(shelves).get(0), "t,app,us,3,10.5", "t,app,uk,4,20.5", "t,web,us,5,");
    publish(shelves);
    assertThat(shelves.get(hour, "views").sum()).isEqualTo(12);
    assertThat(shelves.get(hour, "views").maximum()).isEqualTo(5);
    assertThat(shelves.get(hour, "views", APP).sum()).isEqualTo(7);
    assertThat(shelves.get(hour, "views", US).sum()).isEqualTo(8);
    assertThat(shelves.get(hour, "views", APP, US).sum()).isEqualTo(3);
    assertThat(shelves.get(hour, "latency", APP).average()).isEqualTo(15.5);
    assertThat(shelves.get(hour, "latency", US).sampleCount()).isEqualTo(1);
  }

  @Test
  void publishesEachIntervalOnceAndCountsEveryOne() {
    Shelves shelves = shelves("once");
    hour(shelves).stream()
        .skip(2)
        .forEach(interval -> shelves.put(interval, "t,app,us,3,1", "t,app,uk,4,2"));
    Tally survey = shelves.publisher().survey(hour(shelves), false, tally -> {});
    Tally first = publish(shelves);
    assertThat(first.intervals()).isEqualTo(12);
    assertThat(first.of(Outcome.SENT)).isEqualTo(10);
    assertThat(first.of(Outcome.NO_FILE)).isEqualTo(2);
    assertThat(first.rows()).isEqualTo(20);
    assertThat(first.metrics()).isEqualTo(2 * (1 + 1 + 2 + 2));
    assertThat(first.data()).isEqualTo(10L * first.metrics());
    assertThat(first.calls()).isEqualTo(10);
    assertThat(survey).usingRecursiveComparison().isEqualTo(first);
    fill(shelves);
    Tally second = publish(shelves);
    assertThat(second.of(Outcome.SENT_BEFORE)).isEqualTo(10);
    assertThat(second.of(Outcome.SENT)).isEqualTo(2);
    hour(shelves)
        .forEach(
            interval ->
                assertThat(shelves.get(interval.start(), "views").sampleCount()).isEqualTo(2));
  }

  @Test
  void doesNotSendAgainWhatMayHaveBeenSentUnlessThatIsWished() {
    Shelves shelves = shelves("doubt");
    fill(shelves);
    sky.aws().calls().judgedBy(Judge.atNth(3, PublisherTest::puts, Fate.ANSWER_LOST));
    assertThatThrownBy(() -> publish(shelves)).isInstanceOf(SdkException.class);
    Tally next = publish(shelves);
    assertThat(next.of(Outcome.SENT_BEFORE)).isEqualTo(2);
    assertThat(next.of(Outcome.SENT)).isEqualTo(9);
    assertThat(next.inDoubt()).containsExactly(hour.plus(Duration.ofMinutes(10)));
    assertThat(shelves.get(next.inDoubt().get(0), "views").sampleCount()).isEqualTo(2);
    assertThat(resend(shelves).of(Outcome.SENT)).isEqualTo(1);
    assertThat(shelves.get(next.inDoubt().get(0), "views").sampleCount()).isEqualTo(4);
    assertThat(publish(shelves).of(Outcome.SENT_BEFORE)).isEqualTo(12);
  }

  @Test
  void waitsWhenThrottled() {
    Shelves shelves = shelves("slow");
    fill(shelves);
    sky.aws().calls().judgedBy(Judge.firstOf(3, PublisherTest::puts, Fate.THROTTLED));
    assertThat(publish(shelves).of(Outcome.SENT)).isEqualTo(12);
    assertThat(shelves.pauses()).hasSize(3);
    assertThat(shelves.get(hour, "views").sampleCount()).isEqualTo(2);
  }

  @Test
  void isInNoDoubtAboutWhatWasRefused() {
    Shelves shelves = shelves("denied");
    fill(shelves);
    sky.aws().calls().judgedBy(Judge.atNth(1, PublisherTest::puts, Fate.DENIED));
    assertThatThrownBy(() -> publish(shelves)).isInstanceOf(SdkException.class);
    assertThat(publish(shelves).of(Outcome.SENT)).isEqualTo(12);
    assertThat(shelves.get(hour, "views").sampleCount()).isEqualTo(2);
  }

  @Test
  void countsNothingTwiceWhereverItWasCut() {
    int cuts = 0;
    for (boolean cut = true; cut; cuts++) {
      int at = cuts + 1;
      Shelves shelves = shelves("kill" + at);
      hour(shelves).stream().limit(2).forEach(each -> shelves.put(each, "t,app,us,3,1"));
      sky.aws().calls().judgedBy(fromNth(at));
      cut = fails(shelves);
      sky.aws().calls().clear();
      Tally next = publish(shelves);
      assertThat(next.intervals() - next.of(Outcome.NO_FILE)).isEqualTo(2);
      assertThat(next.of(Outcome.IN_DOUBT)).isLessThanOrEqualTo(1);
      hour(shelves).stream()
          .limit(2)
          .filter(interval -> !next.inDoubt().contains(interval.start()))
          .forEach(
              interval ->
                  assertThat(shelves.get(interval.start(), "views").sampleCount())
                      .as("cut at write %d", at)
                      .isEqualTo(1));
    }
    System.out.printf("publish cut at each of %d writes: nothing counted twice%n", cuts - 1);
  }

  /** Nothing is written any more from the n-th write on, as when the process is gone. */
  private static Judge fromNth(int n) {
    AtomicInteger seen = new AtomicInteger();
    return call -> call.isWrite() && seen.incrementAndGet() >= n ? Fate.DENIED : Fate.SERVED;
  }

  private static boolean fails(Shelves shelves) {
    try {
      publish(shelves);
      return false;
    } catch (SdkException refused) {
      return true;
    }
  }

  @Test
  void leavesOutWhatCloudWatchTakesNoMore() {
    Shelves shelves = shelves("old");
    Instant old = hour.minus(Duration.ofDays(14));
    List<Interval> intervals = shelves.publisher().intervals(old, old.plus(Duration.ofMinutes(10)));
    intervals.forEach(interval -> shelves.put(interval, "t,app,us,1,1"));
    Tally tally = publish(shelves.publisher(), intervals);
    assertThat(tally.of(Outcome.TOO_OLD)).isEqualTo(2);
    assertThat(tally.calls()).isZero();
  }

  @Test
  void saysWhichRowOfWhichFileCannotBeRead() {
    Shelves shelves = shelves("broken");
    shelves.put(hour(shelves).get(0), "t,app,us,1,1", "t,app,us,many,1");
    assertThatThrownBy(() -> publish(shelves))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageStartingWith("s3://shop-data/broken/data/intvl_date=")
        .hasMessageEndingWith(" is no interval file, in row 2: 'many' of views is no number");
  }

  @Test
  void asksCloudWatchAboutWhatIsInDoubtAndSendsOnlyWhatIsNotThere() {
    Shelves taken = shelves("taken");
    fill(taken);
    sky.aws().calls().judgedBy(Judge.atNth(3, PublisherTest::puts, Fate.ANSWER_LOST));
    assertThatThrownBy(() -> publish(taken)).isInstanceOf(SdkException.class);
    Shelves lost = shelves("lost");
    fill(lost);
    sky.aws().calls().judgedBy(Judge.atNth(3, PublisherTest::puts, Fate.FAILED));
    assertThatThrownBy(() -> publish(lost)).isInstanceOf(SdkException.class);
    sky.aws().calls().clear();
    Instant third = hour.plus(Duration.ofMinutes(10));

    assertThat(publish(taken).inDoubt()).as("too early to be asked for").containsExactly(third);
    Tally ofTaken = publish(taken.later(Duration.ofMinutes(150)), hour(taken));
    assertThat(ofTaken.of(Outcome.SENT_BEFORE)).isEqualTo(12);
    assertThat(ofTaken.calls()).isZero();
    assertThat(publish(lost).inDoubt()).containsExactly(third);
    Tally ofLost = publish(lost.later(Duration.ofMinutes(150)), hour(lost));
    assertThat(ofLost.of(Outcome.SENT)).isEqualTo(1);
    assertThat(ofLost.calls()).isEqualTo(1);
    assertThat(publish(lost).of(Outcome.SENT_BEFORE)).isEqualTo(12);
    for (Shelves shelves : List.of(taken, lost)) {
      assertThat(shelves.get(third, "views").sampleCount()).isEqualTo(2);
    }
  }

  @Test
  void leavesInDoubtWhereNoAnswerProvesThatItIsNotThere() {
    Shelves shelves = shelves("dim");
    Instant old = hour.minus(Duration.ofDays(2));
    List<Interval> intervals = shelves.publisher().intervals(old, old.plus(Duration.ofMinutes(5)));
    intervals.forEach(interval -> shelves.put(interval, "t,app,us,1,1"));
    sky.aws().calls().judgedBy(Judge.atNth(1, PublisherTest::puts, Fate.FAILED));
    assertThatThrownBy(() -> publish(shelves.publisher(), intervals))
        .isInstanceOf(SdkException.class);
    assertThat(publish(shelves.later(Duration.ofDays(5)), intervals).inDoubt())
        .containsExactly(old);
  }

  @Test
  void countsNothingTwiceWhenTwoPublishAtOnce() throws Exception {
    Shelves shelves = shelves("race");
    fill(shelves);
    try (var threads = new Threads(4)) {
      List<Tally> tallies = threads.all(() -> publish(shelves));
      assertThat(tallies.stream().mapToInt(tally -> tally.of(Outcome.SENT)).sum()).isEqualTo(12);
    }
    hour(shelves)
        .forEach(
            interval ->
                assertThat(shelves.get(interval.start(), "views").sampleCount()).isEqualTo(2));
  }

  @Test
  void finishesTheIntervalItIsAtWhenItIsToldToStop() {
    Shelves shelves = shelves("stop");
    fill(shelves);
    Stop stop = new Stop();
    Tally tally = new Tally();
    shelves
        .publisher(InstantSource.system(), stop)
        .publish(
            hour(shelves),
            false,
            tally,
            looked -> {
              if (looked.intervals() == 5) {
                stop.wish();
              }
            });
    assertThat(tally.intervals()).isEqualTo(5);
    Tally next = publish(shelves);
    assertThat(next.of(Outcome.SENT_BEFORE)).isEqualTo(5);
    assertThat(next.of(Outcome.SENT)).isEqualTo(7);
  }

  @Test
  void isInNoDoubtWhenCloudWatchCannotBeReached() {
    SdkClientException unreachable =
        SdkClientException.create("no way", new ConnectException("Connection refused"));
    assertThat(Failures.isWithoutEffect(unreachable)).isTrue();
    assertThat(Failures.isPassing(unreachable)).isTrue();
    assertThat(Failures.isWithoutEffect(SdkClientException.create("reset"))).isFalse();
  }

  /** Threads that all begin the same work at once. */
  private record Threads(ExecutorService pool, int count) implements AutoCloseable {
    Threads(int count) {
      this(Executors.newFixedThreadPool(count), count);
    }

    <T> List<T> all(Callable<T> work) throws InterruptedException, ExecutionException {
      List<T> answers = new ArrayList<>();
      for (Future<T> each : pool.invokeAll(Collections.nCopies(count, work))) {
        answers.add(each.get());
      }
      return answers;
    }

    @Override
    public void close() {
      pool.shutdownNow();
    }
  }

  private static boolean puts(Call call) {
    return call.action().equals("PutMetricData");
  }
}
