package dev.tidewatch.etl.deliver.store;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tidewatch.etl.deliver.ObjectStore;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What holds for every store. */
public abstract class ObjectStoreContract {
  /** The store to test, empty. */
  protected abstract ObjectStore store();

  private static byte[] bytes(String text) {
    return text.getBytes(UTF_8);
  }

  private String text(String key) {
    return new String(store().get(key).orElseThrow(), UTF_8);
  }

  private List<String> keys(String prefix) {
    try (Stream<String> keys = store().list(prefix)) {
      return keys.toList();
    }
  }

  @Test
  void givesBackWhatWasPut() {
    store().put("data/intvl_date=2026-11-20/a.csv", bytes("ä,1\n"));
    assertThat(text("data/intvl_date=2026-11-20/a.csv")).isEqualTo("ä,1\n");
  }

  @Test
  void replacesOnPut() {
    store().put("a/b", bytes("old and longer"));
    store().put("a/b", bytes("new"));
    assertThat(text("a/b")).isEqualTo("new");
  }

  @Test
  void keepsAnEmptyObject() {
    store().put("a/b", new byte[0]);
    assertThat(store().get("a/b")).hasValue(new byte[0]);
  }

  @Test
  void hasNothingUnderAnUnknownKey() {
    assertThat(store().get("no/such")).isEmpty();
  }

  @Test
  void createsOnce() {
    assertThat(store().putIfAbsent("a/b", bytes("first"))).isTrue();
    assertThat(store().putIfAbsent("a/b", bytes("second"))).isFalse();
    assertThat(text("a/b")).isEqualTo("first");
  }

  @Test
  void takesTheSameContentAgainForItsOwn() {
    assertThat(store().putIfAbsent("a/b", bytes("same"))).isTrue();
    assertThat(store().putIfAbsent("a/b", bytes("same"))).isTrue();
  }

  @Test
  void oneOfManyCreatorsWins() throws Exception {
    ExecutorService writers = Executors.newFixedThreadPool(8);
    try {
      for (int round = 0; round < 5; round++) {
        String key = "race/" + round;
        List<Callable<Boolean>> writes =
            IntStream.range(0, 8)
                .<Callable<Boolean>>mapToObj(
                    writer -> () -> store().putIfAbsent(key, bytes("writer " + writer)))
                .toList();
        int winners = 0;
        for (Future<Boolean> write : writers.invokeAll(writes)) {
          winners += write.get() ? 1 : 0;
        }
        assertThat(winners).isEqualTo(1);
      }
    } finally {
      writers.shutdownNow();
    }
  }

  @Test
  void listsKeysInOrderByTheirBeginning() {
    Stream.of("b/2", "b/10", "b/1/x", "bc/1", "a/1").forEach(key -> store().put(key, bytes("x")));
    assertThat(keys("b/")).containsExactly("b/1/x", "b/10", "b/2");
    assertThat(keys("b/1")).containsExactly("b/1/x", "b/10");
    assertThat(keys("")).containsExactly("a/1", "b/1/x", "b/10", "b/2", "bc/1");
    assertThat(keys("zzz/")).isEmpty();
  }

  @Test
  void deletes() {
    store().put("a/b", bytes("x"));
    store().delete("a/b");
    store().delete("a/b");
    assertThat(store().get("a/b")).isEmpty();
    assertThat(keys("")).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "/a", "a/", "a//b", "../a", "a/../b", "./a", "a\\b", "a\nb", ".a"})
  void refusesKeysThatLeadElsewhere(String key) {
    assertThatThrownBy(() -> store().put(key, bytes("x")))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> store().get(key)).isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void tellsItsLocationWithoutASlashAtTheEnd() {
    assertThat(store().location()).contains("://").doesNotEndWith("/");
  }
}
