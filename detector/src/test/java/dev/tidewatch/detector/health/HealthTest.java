package dev.tidewatch.detector.health;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

class HealthTest {
  private record Check(String name, Supplier<Optional<String>> answer) implements HealthCheck {
    @Override
    public Optional<String> trouble() {
      return answer.get();
    }
  }

  @Test
  void asksEachPartAndGoesOnWhenOneCannotBeAsked() {
    Health health =
        new Health(
            List.of(
                new Check("database", Optional::empty),
                new Check("disk", () -> Optional.of("no space left")),
                new Check(
                    "clock",
                    () -> {
                      throw new IllegalStateException("stopped");
                    })));

    assertThat(health.parts())
        .containsExactly(
            new Health.Part("database", Optional.empty()),
            new Health.Part("disk", Optional.of("no space left")),
            new Health.Part("clock", Optional.of("could not be checked; the log says why")));
    assertThat(health.parts()).extracting(Health.Part::isWell).containsExactly(true, false, false);
  }
}
