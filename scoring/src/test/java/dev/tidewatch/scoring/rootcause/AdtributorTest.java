package dev.tidewatch.scoring.rootcause;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class AdtributorTest {
  @Test
  void namesTheValueThatExplainsTheChangeAndSurprises() {
    LeafTable.Builder table = LeafTable.of(List.of("centre", "advertiser"));
    for (int centre = 0; centre < 3; centre++) {
      for (int advertiser = 0; advertiser < 10; advertiser++) {
        double value = centre == 1 ? 50 : 100;
        table.add(List.of("c" + centre, "a" + advertiser), value, 100);
      }
    }
    List<RootCause> causes = new Adtributor().search(table.build());
    assertThat(causes.get(0).scope()).hasToString("centre=c1");
    assertThat(causes.get(0).change()).isEqualTo(-500);
  }

  @Test
  void namesNothingWhenNothingChanged() {
    LeafTable.Builder table = LeafTable.of(List.of("centre"));
    table.add(List.of("c1"), 5, 5).add(List.of("c2"), 7, 7);
    assertThat(new Adtributor().search(table.build())).isEmpty();
  }
}
