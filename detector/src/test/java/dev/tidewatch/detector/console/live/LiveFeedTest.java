package dev.tidewatch.detector.console.live;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.tidewatch.detector.console.live.LiveFeed.Rhythm;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;

class LiveFeedTest {
  private static final Duration LONG = Duration.ofHours(1);
  private static final Duration SHORT = Duration.ofMillis(20);

  private final ByteArrayOutputStream heard = new ByteArrayOutputStream();

  private Listener listener() {
    return new Listener(heard, () -> true);
  }

  private int times(String event) {
    return heard.toString(UTF_8).split("event: " + event, -1).length - 1;
  }

  @Test
  void tellsManyChangesAtOnceOnlyOnce() {
    try (LiveFeed feed = LiveFeed.start(new Rhythm(LONG, Duration.ofMillis(300), 9))) {
      assertThat(feed.join(listener())).isTrue();
      feed.changed();
      await().until(() -> times("changed") == 1);
      for (int i = 0; i < 1_000; i++) {
        feed.changed();
      }
      await().until(() -> times("changed") == 2);
      await().during(Duration.ofMillis(400)).until(() -> times("changed") == 2);
    }
  }

  @Test
  void saysThatItLives() {
    try (LiveFeed feed = LiveFeed.start(new Rhythm(SHORT, SHORT, 9))) {
      feed.join(listener());
      await().until(() -> times("alive") > 2);
      assertThat(times("changed")).isZero();
    }
  }

  @Test
  void hasRoomForSoManyOnly() {
    try (LiveFeed feed = LiveFeed.start(new Rhythm(LONG, SHORT, 2))) {
      assertThat(feed.join(listener())).isTrue();
      assertThat(feed.join(listener())).isTrue();
      assertThat(feed.join(listener())).isFalse();
    }
  }

  @Test
  void endsWithTheSession() {
    AtomicBoolean signedIn = new AtomicBoolean(true);
    try (LiveFeed feed = LiveFeed.start(new Rhythm(SHORT, SHORT, 9))) {
      Listener listener = new Listener(heard, signedIn::get);
      feed.join(listener);
      signedIn.set(false);
      await().until(() -> listener.ended().isDone());
      assertThat(feed.listeners()).isZero();
    }
  }

  @Test
  void letsGoOfWhoIsGone() {
    try (LiveFeed feed = LiveFeed.start(new Rhythm(LONG, SHORT, 1))) {
      feed.join(
          new Listener(
              new OutputStream() {
                @Override
                public void write(int b) throws IOException {
                  throw new IOException("broken pipe");
                }
              },
              () -> true));
      assertThat(feed.join(listener())).isTrue();
    }
  }

  @Test
  void endsAllWhenItIsClosed() {
    LiveFeed feed = LiveFeed.start(Rhythm.USUAL);
    Listener listener = listener();
    feed.join(listener);
    feed.close();
    assertThat(listener.ended()).isDone();
    assertThat(feed.join(listener())).isFalse();
  }
}
