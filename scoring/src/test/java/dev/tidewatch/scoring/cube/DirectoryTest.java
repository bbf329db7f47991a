package dev.tidewatch.scoring.cube;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tidewatch.scoring.snapshot.StateReader;
import dev.tidewatch.scoring.snapshot.StateWriter;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class DirectoryTest {
  private static final List<String> DIMENSIONS = List.of("platform", "marketplace");

  private final Directory directory = new Directory(DIMENSIONS);

  @Test
  void aLeafBringsTheScopesItIsPartOf() {
    seen("ios", "us");
    seen("ios", "uk");
    assertThat(names(directory))
        .containsExactly(
            "{}",
            "{platform=ios}",
            "{marketplace=us}",
            "{platform=ios&marketplace=us}",
            "{marketplace=uk}",
            "{platform=ios&marketplace=uk}");
    assertThat(directory.leafOf(5)).isEqualTo(1);
    assertThat(directory.leafOf(4)).isEqualTo(-1);
  }

  @Test
  void findsAScopeByItsName() {
    seen("ios", "us");
    assertThat(directory.find(new Scope(Map.of("marketplace", "us")))).hasValue(2);
    assertThat(directory.find(new Scope(Map.of("marketplace", "uk")))).isEmpty();
  }

  @Test
  void hasNoRoomForMoreThanTheMostLeaves() {
    seen("ios", "us");
    assertThat(directory.leaf(row("web", "us"), 0, 1)).isEqualTo(-1);
    assertThat(directory.leaf(row("ios", "us"), 0, 1)).isZero();
    assertThat(directory.leaves()).isEqualTo(1);
  }

  @Test
  void aSmallerOneKnowsWhichScopesItsOwnWere() {
    seen("ios", "us");
    seen("web", "uk");
    Directory smaller = directory.only(leaf -> leaf == 1);
    int[] former = directory.scopesOf(smaller);
    assertThat(names(smaller)).hasSize(4);
    for (int scope = 0; scope < former.length; scope++) {
      assertThat(directory.scope(former[scope])).isEqualTo(smaller.scope(scope));
    }
  }

  @Test
  void isReadBackAsItWasWritten() {
    for (int i = 0; i < 200; i++) {
      seen("platform" + i % 7, "marketplace" + i);
    }
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    StateWriter out = new StateWriter(bytes);
    directory.write(out);
    out.end();

    Directory read =
        Directory.read(new StateReader(new ByteArrayInputStream(bytes.toByteArray())), DIMENSIONS);

    assertThat(names(read)).isEqualTo(names(directory));
  }

  private void seen(String platform, String marketplace) {
    assertThat(directory.leaf(row(platform, marketplace), 0, 1000)).isNotNegative();
  }

  private static IntervalRows row(String platform, String marketplace) {
    return IntervalRows.at(Instant.EPOCH, 2, 1).add(List.of(platform, marketplace), 1).build();
  }

  private static List<String> names(Directory directory) {
    return IntStream.range(0, directory.scopes())
        .mapToObj(scope -> directory.scope(scope).toString())
        .toList();
  }
}
