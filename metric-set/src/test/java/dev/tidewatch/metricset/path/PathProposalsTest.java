package dev.tidewatch.metricset.path;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class PathProposalsTest {
  private static List<String> proposals(String key) {
    return PathProposals.of("bucket", key).stream().map(PathTemplate::template).toList();
  }

  @Test
  void proposesThePathsAnObjectMayBelongToTheLikeliestFirst() {
    assertThat(proposals("live/20201002/0100/x.csv"))
        .startsWith("s3://bucket/live/{{yyyyMMdd}}/{{HHmm}}/")
        .contains("s3://bucket/live/{{yyyyddMM}}/{{HHmm}}/");
    assertThat(proposals("d/intvl_date=2026-11-20/intvl_hhmm=1005/x"))
        .containsOnlyOnce("s3://bucket/d/intvl_date={{yyyy-MM-dd}}/intvl_hhmm={{HHmm}}/");
    assertThat(proposals("2026/11/20/10/x.csv"))
        .startsWith("s3://bucket/{{yyyy}}/{{MM}}/{{dd}}/{{HH}}/");
  }

  @Test
  void proposesNothingWhereNoFolderHoldsADate() {
    assertThat(proposals("nothing/x.csv")).isEmpty();
    assertThat(proposals("x20201002.csv")).isEmpty();
  }
}
