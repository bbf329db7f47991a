package dev.tidewatch.scoring.relation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tidewatch.scoring.snapshot.StateReader;
import dev.tidewatch.scoring.snapshot.StateWriter;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class GroupEpisodeTest {
  private final MeasureRelations relations = new MeasureRelations(2, DeclaredLinks.NONE);
  private final World world =
      new World(2, 1).measure(0, 0.05, 0.3).measure(1, 0.02, 1).link(0, 1, 0, 1);
  private final GroupEpisode group = new GroupEpisode(relations, 0);

  @BeforeEach
  void learnTheUsual() {
    world.runQuietly(relations, 500);
  }

  @Test
  void knowsNothingBeforeItIsFollowed() {
    assertThat(group.related()).isEmpty();
  }

  @Test
  void takesUpTheScopeThatExplainsTheGroupInTheEnd() {
    world.anomaly(7, 0, 0.6);
    for (int i = 0; i < 5; i++) {
      world.step(relations);
      group.follow(i < 3 ? 1 : 7);
    }
    assertThat(group.related())
        .singleElement()
        .satisfies(
            related -> {
              assertThat(related.relation()).isEqualTo(Relation.EFFECT);
              assertThat(related.contributionPercent()).isGreaterThan(60);
            });
  }

  @Test
  void isWrittenAndReadBack() {
    world.anomaly(7, 0, 0.6);
    world.step(relations);
    group.follow(7);
    world.step(relations);
    group.follow();
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    StateWriter writer = new StateWriter(out);
    group.write(writer);
    writer.end();
    GroupEpisode copy = new GroupEpisode(relations, 0);
    copy.read(new StateReader(new ByteArrayInputStream(out.toByteArray())));
    assertThat(copy.related()).isEqualTo(group.related()).isNotEmpty();
  }

  @Test
  void isReadyForTheNextGroupWhenClosed() {
    world.step(relations);
    group.follow(7);
    group.close();
    assertThat(group.related()).isEmpty();
  }
}
