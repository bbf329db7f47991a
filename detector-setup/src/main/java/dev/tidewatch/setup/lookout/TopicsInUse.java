package dev.tidewatch.setup.lookout;

import dev.tidewatch.setup.plan.Change;
import dev.tidewatch.setup.plan.Resource;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * The topics among a target's resources that stay when it goes, as the file's other target tells
 * them.
 */
public final class TopicsInUse {
  private final Set<String> arns = new HashSet<>();
  private final List<TopicUse> uses = new ArrayList<>();

  private TopicsInUse() {}

  /** Looks at those of a target. */
  public static TopicsInUse among(List<? extends Resource> resources) {
    TopicsInUse inUse = new TopicsInUse();
    for (Resource resource : resources) {
      if (resource instanceof SnsTopic topic && topic.use().hasOthers()) {
        inUse.arns.add(topic.arn());
        inUse.uses.add(topic.use());
      }
    }
    return inUse;
  }

  /** Whether it stays: such a topic, or who hears of it. */
  public boolean keeps(Resource resource) {
    if (resource instanceof SnsSubscription subscription) {
      return arns.contains(subscription.topicArn());
    }
    return resource instanceof SnsTopic topic && arns.contains(topic.arn());
  }

  /** The target's uses of them end. */
  public List<Change> released() {
    return uses.stream()
        .filter(TopicUse::isThere)
        .map(use -> Change.delete(use, "the file's other target tells the topic"))
        .toList();
  }

  /** What people should know. */
  public List<String> notes() {
    return uses.stream()
        .map(
            use ->
                "SNS topic "
                    + use.name()
                    + " stays with its subscribers: the file's other target tells it")
        .toList();
  }
}
