package dev.tidewatch.localaws.sns;

import dev.tidewatch.localaws.protocol.Xml;
import java.util.List;

/**
 * A part of a list.
 *
 * @param nextToken where the next part begins; empty at the end
 */
record Page<T>(List<T> items, String nextToken) {
  Page {
    items = List.copyOf(items);
  }

  static <T> Page<T> of(List<T> all, String token, int size) {
    if (!token.matches("[0-9]{0,9}")) {
      throw SnsErrors.invalid("NextToken: '" + token + "'");
    }
    int from = Math.min(token.isEmpty() ? 0 : Integer.parseInt(token), all.size());
    int to = Math.min(from + size, all.size());
    return new Page<>(all.subList(from, to), to < all.size() ? Integer.toString(to) : "");
  }

  void writeToken(Xml xml) {
    if (!nextToken.isEmpty()) {
      xml.element("NextToken", nextToken);
    }
  }
}
