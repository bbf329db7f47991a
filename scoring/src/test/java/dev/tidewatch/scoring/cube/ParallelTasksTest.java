package dev.tidewatch.scoring.cube;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class ParallelTasksTest {
  @Test
  void runEachNumberOnce() {
    List<Integer> numbers = new ArrayList<>();
    ParallelTasks.run(4, Runnable::run, numbers::add);
    assertThat(numbers).containsExactly(0, 1, 2, 3);
  }

  @Test
  void failAsIfThereWereNoOtherThread() {
    for (Throwable failure : List.of(new IllegalStateException(), new StackOverflowError())) {
      assertThatThrownBy(() -> ParallelTasks.run(3, Runnable::run, number -> fail(failure)))
          .isSameAs(failure);
    }
  }

  private static void fail(Throwable failure) {
    if (failure instanceof Error error) {
      throw error;
    }
    throw (RuntimeException) failure;
  }
}
