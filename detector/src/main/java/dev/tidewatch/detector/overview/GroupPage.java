package dev.tidewatch.detector.overview;

import dev.tidewatch.detector.anomaly.FoundGroup;
import dev.tidewatch.detector.anomaly.Groups;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.Handle;

/**
 * Some of the groups that were asked for.
 *
 * @param total how many there are on all pages
 */
public record GroupPage(List<FoundGroup> groups, int total) {
  public GroupPage {
    groups = List.copyOf(groups);
  }

  /**
   * @param skipped how many come before this page, from 0
   * @param most how many it has at most
   */
  public static GroupPage read(
      Handle handle, GroupFilter filter, GroupOrder order, int skipped, int most) {
    GroupConditions conditions = GroupConditions.of(filter);
    List<Found> found =
        handle
            .createQuery(
                "SELECT g.id, count(*) OVER () FROM"
                    + GroupConditions.FROM
                    + "WHERE %s ORDER BY %s LIMIT %d OFFSET %d"
                        .formatted(conditions.where(), order.columns(), most, skipped))
            .bindMap(conditions.bindings())
            .map((row, context) -> new Found(row.getString(1), row.getInt(2)))
            .list();
    return found.isEmpty()
        ? new GroupPage(List.of(), skipped == 0 ? 0 : count(handle, conditions))
        : new GroupPage(groups(handle, found), found.get(0).total());
  }

  /** A group of the page, beside how many there are on all. */
  private record Found(String id, int total) {}

  private static int count(Handle handle, GroupConditions conditions) {
    return handle
        .createQuery("SELECT count(*) FROM" + GroupConditions.FROM + "WHERE " + conditions.where())
        .bindMap(conditions.bindings())
        .mapTo(Integer.class)
        .one();
  }

  /** Read last, and only those of the page: a group has kilobytes of contributions. */
  private static List<FoundGroup> groups(Handle handle, List<Found> found) {
    Map<String, String> ids = new LinkedHashMap<>();
    found.forEach(each -> ids.put("id" + ids.size(), each.id()));
    Map<String, FoundGroup> groups = new HashMap<>();
    Groups.select(handle, "WHERE g.id IN (:" + String.join(", :", ids.keySet()) + ")", ids)
        .forEach(group -> groups.put(group.id(), group));
    return ids.values().stream().map(groups::get).toList();
  }
}
