package dev.tidewatch.detector.anomaly;

import static java.util.Objects.requireNonNull;

/**
 * Where a page of groups ended.
 *
 * @param started epoch seconds
 * @param id of the last group of the page
 */
public record GroupCursor(long started, String id) {
  /** Before the first page. */
  public static final GroupCursor START = new GroupCursor(Long.MAX_VALUE, "");

  public GroupCursor {
    requireNonNull(id, "id");
  }

  /** After a group. */
  public static GroupCursor after(FoundGroup group) {
    return new GroupCursor(group.start().getEpochSecond(), group.id());
  }
}
