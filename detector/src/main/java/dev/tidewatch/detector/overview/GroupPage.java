package dev.tidewatch.detector.overview;

import dev.tidewatch.detector.anomaly.FoundGroup;
import dev.tidewatch.detector.anomaly.Groups;
import java.util.List;
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
    int total =
        handle
            .createQuery(
                "SELECT count(*) FROM" + GroupConditions.FROM + "WHERE " + conditions.where())
            .bindMap(conditions.bindings())
            .mapTo(Integer.class)
            .one();
    return new GroupPage(
        total == 0
            ? List.of()
            : Groups.select(
                handle,
                "JOIN detector d ON d.id = g.detector WHERE %s ORDER BY %s LIMIT %d OFFSET %d"
                    .formatted(conditions.where(), order.columns(), most, skipped),
                conditions.bindings()),
        total);
  }
}
