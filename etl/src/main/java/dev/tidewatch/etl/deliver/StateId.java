package dev.tidewatch.etl.deliver;

import static java.util.Objects.requireNonNull;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * After which batch of which query something is so.
 *
 * @param queryId the id in the query's checkpoint
 * @param generation how many queries wrote to the place before this one, from 0
 * @param batchId the batch, from 0; -1 before the first
 */
public record StateId(String queryId, int generation, long batchId) {
  private static final Pattern KEY = Pattern.compile("(\\d{4})-(\\d{12})");

  public StateId {
    requireNonNull(queryId, "queryId");
  }

  StateId next() {
    return new StateId(queryId, generation, batchId + 1);
  }

  /** Keys of later batches come after those of earlier ones, in the order of text. */
  String keyPart() {
    return "%04d-%012d".formatted(generation, batchId);
  }

  /** The generation and batch a key names, with no query. */
  static Optional<StateId> inKey(String key) {
    Matcher matcher = KEY.matcher(key);
    return matcher.find()
        ? Optional.of(
            new StateId("", Integer.parseInt(matcher.group(1)), Long.parseLong(matcher.group(2))))
        : Optional.empty();
  }

  @Override
  public String toString() {
    return "batch " + batchId + " of query " + queryId;
  }
}
