package dev.tidewatch.scoring.cube;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tidewatch.scoring.series.MissingRule;
import dev.tidewatch.scoring.series.SeriesSettings;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;

class ForestsTest {
  private static final SeriesSettings SETTINGS =
      new SeriesSettings(Duration.ofHours(1), ZoneOffset.UTC, MissingRule.UNKNOWN);
  private final Directory directory = new Directory(List.of("platform", "marketplace"));

  @Test
  void watchTheTotalAndTheFirstScopesOfOneDimension() {
    Forests forests = new Forests(SETTINGS, 4);
    seen("ios", "us");
    seen("web", "us");
    forests.grow(directory);
    assertThat(watched(forests, directory))
        .containsExactly("{}", "{platform=ios}", "{marketplace=us}", "{platform=web}");

    seen("tv", "uk");
    forests.grow(directory);
    assertThat(forests.scopes()).hasSize(4);
  }

  @Test
  void passOnWhatAForgottenScopeHad() {
    Forests forests = new Forests(SETTINGS, 3);
    seen("ios", "us");
    seen("tv", "uk");
    forests.grow(directory);
    Directory smaller = directory.only(leaf -> leaf == 1);

    Forests left = forests.only(directory.scopesOf(smaller));
    assertThat(watched(left, smaller)).containsExactly("{}");
    left.grow(smaller);
    assertThat(watched(left, smaller)).containsExactly("{}", "{platform=tv}", "{marketplace=uk}");
  }

  private void seen(String platform, String marketplace) {
    IntervalRows rows =
        IntervalRows.at(Instant.EPOCH, 2, 1).add(List.of(platform, marketplace), 1).build();
    assertThat(directory.leaf(rows, 0, 10)).isNotNegative();
  }

  private static List<String> watched(Forests forests, Directory directory) {
    return forests.scopes().stream().map(scope -> directory.scope(scope).toString()).toList();
  }
}
