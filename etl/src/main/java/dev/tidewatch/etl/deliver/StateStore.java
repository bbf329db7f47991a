package dev.tidewatch.etl.deliver;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Keeps the state after each of the last batches, beside what the batches wrote: {@code
 * control/state/}. A batch that is run again finds the state it began with.
 */
public final class StateStore {
  static final String PREFIX = "control/state/";
  private static final String SUFFIX = ".json.gz";

  /** The state before a batch that is run again, that after it, and one to spare. */
  private static final int KEPT = 3;

  private final ObjectStore store;
  private final Adoptions adoptions;

  public StateStore(ObjectStore store) {
    this.store = requireNonNull(store, "store");
    this.adoptions = new Adoptions(store);
  }

  /** The state after the newest batch of the newest query, if there is any. */
  public Optional<OpenIntervals> newest() {
    List<String> keys = keys();
    return keys.isEmpty() ? Optional.empty() : Optional.of(load(keys.get(keys.size() - 1)));
  }

  /**
   * The state a batch begins with.
   *
   * @param adopt whether the first batch of a query may go on with the state another query left
   * @throws DeliveryRefusedException when checkpoint and state do not belong together
   * @throws CorruptObjectException when the state is damaged
   */
  OpenIntervals before(String queryId, long batchId, boolean adopt) {
    OpenIntervals before = look(queryId, batchId, adopt);
    if (!before.id().queryId().equals(queryId)) {
      adoptions.remember(queryId, before.id());
      return before.adoptedBy(queryId);
    }
    return before;
  }

  /**
   * The same, but changes nothing: a state that is yet to be adopted is returned as the other query
   * left it.
   */
  OpenIntervals look(String queryId, long batchId, boolean adopt) {
    Optional<OpenIntervals> newest = newest();
    if (newest.isEmpty()) {
      return withoutState(queryId, batchId);
    }
    StateId last = newest.get().id();
    if (!last.queryId().equals(queryId)) {
      return afterAnotherQuery(newest.get(), queryId, batchId, adopt);
    }
    if (last.batchId() > batchId) {
      throw refused(
          "The checkpoint of query %s goes on with batch %d, but %s already holds %s. Restore the newest checkpoint."
              .formatted(queryId, batchId, store.location(), last));
    }
    return batchId == 0 ? first(last) : after(new StateId(queryId, last.generation(), batchId - 1));
  }

  private OpenIntervals withoutState(String queryId, long batchId) {
    if (batchId == 0) {
      return OpenIntervals.initial(queryId);
    }
    throw refused(
        "The checkpoint of query %s goes on with batch %d, but %s holds no state. Name the output the checkpoint was made with, or begin with a new checkpoint."
            .formatted(queryId, batchId, store.location()));
  }

  private OpenIntervals afterAnotherQuery(
      OpenIntervals newest, String queryId, long batchId, boolean adopt) {
    if (batchId == 0 && adopt) {
      return adoptions
          .of(queryId, newest.id().generation() + 1)
          .map(adopted -> load(key(adopted)))
          .orElse(newest);
    }
    if (batchId == 0) {
      throw refused(
          "The checkpoint of query %s is new, but %s already holds %s. Restore the checkpoint or choose another output; --adopt goes on from the stream's starting position without changing what is published."
              .formatted(queryId, store.location(), newest.id()));
    }
    throw refused(
        "The checkpoint belongs to query %s, but %s was last written by %s. Name the output the checkpoint was made with."
            .formatted(queryId, store.location(), newest.id()));
  }

  private OpenIntervals first(StateId last) {
    if (last.generation() == 0) {
      return OpenIntervals.initial(last.queryId());
    }
    return adoptions
        .of(last.queryId(), last.generation())
        .map(adopted -> load(key(adopted)).adoptedBy(last.queryId()))
        .orElseThrow(() -> refused("The state that " + last + " adopted is gone."));
  }

  /**
   * Throws {@link DeliveryRefusedException} when the open rows of a state were made by another
   * metric set than this job's.
   */
  void checkShape(OpenIntervals state, RowShape ours) {
    if (state.rows().isEmpty()) {
      return;
    }
    String key = key(state.id());
    RowShape theirs = StateFormat.shape(key, content(key));
    if (!theirs.equals(ours)) {
      throw refused(
          "The open intervals in %s hold %s; the metric set now says %s, and the two cannot be added up. Go on with the metric set as it was; or begin with a new checkpoint and --adopt, which reads what was open again from the stream's starting position."
              .formatted(store.location(), theirs.text(), ours.text()));
    }
  }

  private byte[] content(String key) {
    return store
        .get(key)
        .orElseThrow(() -> refused(key + " was listed, but is gone: start again."));
  }

  private OpenIntervals after(StateId id) {
    String key = key(id);
    byte[] content =
        store
            .get(key)
            .orElseThrow(
                () ->
                    refused(
                        "%s holds no state after %s (%s), with which the checkpoint goes on. Restore checkpoint and output of the same time."
                            .formatted(store.location(), id, key)));
    OpenIntervals state = StateFormat.read(key, content);
    if (!state.id().equals(id)) {
      throw new CorruptObjectException(key, "it holds the state after " + state.id());
    }
    return state;
  }

  private OpenIntervals load(String key) {
    return StateFormat.read(key, content(key));
  }

  /** Keeps the state, and forgets those no batch can begin with any more. */
  void save(OpenIntervals state, RowShape shape) {
    store.put(key(state.id()), StateFormat.write(state, shape));
    if (state.id().batchId() < KEPT) {
      return; // the first batch may be run again, from the state it adopted
    }
    String oldest =
        key(
            new StateId(
                state.id().queryId(), state.id().generation(), state.id().batchId() - KEPT + 1));
    listed().stream().filter(key -> key.compareTo(oldest) < 0).forEach(store::delete);
  }

  private List<String> keys() {
    return listed().stream().filter(key -> key.endsWith(SUFFIX)).toList();
  }

  private List<String> listed() {
    try (Stream<String> keys = store.list(PREFIX)) {
      return keys.toList();
    }
  }

  private static String key(StateId id) {
    return PREFIX + id.keyPart() + SUFFIX;
  }

  private static DeliveryRefusedException refused(String message) {
    return new DeliveryRefusedException(message);
  }
}
