package dev.tidewatch.evaluation.rootcause;

import dev.tidewatch.scoring.rootcause.LeafTable;
import dev.tidewatch.scoring.rootcause.LikelihoodSearch;
import java.util.List;
import java.util.Map;

/** The engine's own search. */
public final class EngineRootCauses implements RootCauseMethod {
  @Override
  public List<Map<String, String>> causes(RootCauseCase leaves) {
    LeafTable.Builder table = LeafTable.of(leaves.dimensions());
    leaves.leaves().forEach(leaf -> table.add(leaf.values(), leaf.value(), leaf.expected()));
    return new LikelihoodSearch()
        .search(table.build()).stream()
            .map(cause -> Map.<String, String>copyOf(cause.scope().conditions()))
            .toList();
  }
}
