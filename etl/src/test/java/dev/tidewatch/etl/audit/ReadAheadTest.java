package dev.tidewatch.etl.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ReadAheadTest {
  private static final List<Integer> ITEMS = IntStream.range(0, 500).boxed().toList();

  private final ReadAhead reads = new ReadAhead();

  @AfterEach
  void close() {
    reads.close();
  }

  @Test
  void readsEightAtOnce() {
    CountDownLatch eight = new CountDownLatch(ReadAhead.THREADS);
    reads.each(
        ITEMS.subList(0, ReadAhead.THREADS),
        item -> {
          eight.countDown();
          return isReached(eight);
        },
        (item, together) -> assertThat(together.get()).isTrue());
  }

  private static boolean isReached(CountDownLatch latch) {
    try {
      return latch.await(30, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  @Test
  void handsOnInTheOrderAskedFor() {
    List<Integer> results = new ArrayList<>();
    reads.each(ITEMS, item -> item + 1, (item, result) -> results.add(result.get() - 1));
    assertThat(results).isEqualTo(ITEMS);
  }

  @Test
  void holdsFewAtATime() {
    AtomicInteger read = new AtomicInteger();
    List<Integer> ahead = new ArrayList<>();
    reads.each(
        ITEMS,
        item -> read.incrementAndGet(),
        (item, result) -> {
          assertThat(result.get()).isPositive();
          ahead.add(read.get() - item);
        });
    assertThat(ahead).hasSize(ITEMS.size()).allMatch(count -> count <= 4 * ReadAhead.THREADS);
  }

  @Test
  void givesAFailureToWhoUsesTheResult() {
    List<Integer> good = new ArrayList<>();
    assertThatThrownBy(
            () ->
                reads.each(
                    ITEMS,
                    item -> {
                      if (item == 40) {
                        throw new IllegalArgumentException("forty");
                      }
                      return item;
                    },
                    (item, result) -> good.add(result.get())))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("forty");
    assertThat(good).isEqualTo(ITEMS.subList(0, 40));
  }
}
