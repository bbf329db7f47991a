package dev.tidewatch.localaws.protocol;

import java.util.List;

/**
 * A part of a list.
 *
 * @param next what asks for the part after it; empty at the end
 */
public record Paging<T>(List<T> items, String next) {
  public Paging {
    items = List.copyOf(items);
  }

  /** The part of at most {@code size} that the token asks for; the first when it is empty. */
  public static <T> Paging<T> of(List<T> all, String token, int size) {
    if (!token.matches("[0-9]{0,9}")) {
      throw new AwsException(400, "InvalidNextToken", "'" + token + "' is no token of this list");
    }
    int from = Math.min(token.isEmpty() ? 0 : Integer.parseInt(token), all.size());
    int to = Math.min(from + size, all.size());
    return new Paging<>(all.subList(from, to), to < all.size() ? Integer.toString(to) : "");
  }
}
