package dev.tidewatch.etl.deliver;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;

/**
 * Which state a query has adopted: {@code control/state/<generation>-adopted-<query>.json}, made
 * once, before the query delivers anything. The writer it took over from may have been paused
 * behind its last look at the lease, and keep one more state; the first batch run again must not go
 * on from that one. A note is forgotten with the states of its generation.
 */
record Adoptions(ObjectStore store) {
  private static final int VERSION = 1;

  /** The state the query adopted; empty when it adopted none. */
  Optional<StateId> of(String queryId, int generation) {
    String key = key(queryId, generation);
    return store.get(key).map(content -> read(key, content));
  }

  /**
   * Notes what a query adopts.
   *
   * @throws DeliveryRefusedException when it has adopted another state in the meantime
   */
  void remember(String queryId, StateId adopted) {
    byte[] note =
        JsonText.indented(
            JsonText.object()
                .put("version", VERSION)
                .put("queryId", adopted.queryId())
                .put("generation", adopted.generation())
                .put("batchId", adopted.batchId()));
    String key = key(queryId, adopted.generation() + 1);
    if (!store.putIfAbsent(key, note)) {
      throw new DeliveryRefusedException(
          key
              + " in "
              + store.location()
              + " names another state than "
              + adopted
              + ": start again.");
    }
  }

  private static StateId read(String key, byte[] content) {
    JsonNode json = JsonText.parse(key, content, VERSION);
    return new StateId(
        JsonText.text(key, json, "queryId"),
        (int) JsonText.number(key, json, "generation"),
        JsonText.number(key, json, "batchId"));
  }

  /** In the order of text, behind the states of the generation. */
  private static String key(String queryId, int generation) {
    return "%s%04d-adopted-%s.json".formatted(StateStore.PREFIX, generation, queryId);
  }
}
