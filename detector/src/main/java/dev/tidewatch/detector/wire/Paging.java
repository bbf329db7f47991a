package dev.tidewatch.detector.wire;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Clock;
import java.util.List;
import java.util.function.Function;
import software.amazon.awssdk.services.lookoutmetrics.model.LookoutMetricsRequest;

/** Cuts listings into pages of MaxResults (contract, section 3.6). */
public final class Paging {
  private static final String NEXT_TOKEN = "NextToken";
  private static final String MAX_RESULTS = "MaxResults";
  private static final int DEFAULT_RESULTS = 100;

  private final PageTokens tokens;

  /**
   * @param key what tokens are sealed with; keep it over restarts, or clients in the middle of a
   *     listing are sent back to its beginning
   */
  public Paging(byte[] key, Clock clock) {
    this.tokens = new PageTokens(key, clock);
  }

  /** Where a listing's items come from, in the order they are listed in. */
  @FunctionalInterface
  public interface Source<T> {
    /**
     * Up to {@code limit} items.
     *
     * @param position after which; empty: from the beginning
     */
    List<T> items(String position, int limit);
  }

  /**
   * The page a request asks for. The token it hands out works for the same operation with the same
   * arguments; MaxResults may change from page to page.
   *
   * @param position names an item's place, so that a later call can go on after it
   * @throws ApiError a ValidationException for a token that is not ours, or too old
   */
  public <T> Page<T> page(
      LookoutMetricsRequest request, Source<T> source, Function<T, String> position) {
    ObjectNode arguments = SdkJson.write(request);
    int most = arguments.path(MAX_RESULTS).asInt(DEFAULT_RESULTS);
    String token = arguments.path(NEXT_TOKEN).asText("");
    arguments.remove(List.of(NEXT_TOKEN, MAX_RESULTS));
    String listing = request.getClass().getSimpleName() + arguments;
    String after = token.isEmpty() ? "" : tokens.position(listing, token);
    List<T> items = source.items(after, most + 1);
    if (items.size() <= most) {
      return new Page<>(items, null);
    }
    List<T> kept = items.subList(0, most);
    return new Page<>(kept, tokens.issue(listing, position.apply(kept.get(most - 1))));
  }
}
