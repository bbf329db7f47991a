package dev.tidewatch.setup.lookout;

import dev.tidewatch.setup.plan.Attributes;
import dev.tidewatch.setup.plan.Difference;
import dev.tidewatch.setup.plan.Existing;
import dev.tidewatch.setup.plan.Resource;
import java.util.List;
import java.util.Optional;
import software.amazon.awssdk.services.sns.SnsClient;
import software.amazon.awssdk.services.sns.model.ResourceNotFoundException;
import software.amazon.awssdk.services.sns.model.Tag;

/**
 * That a target tells a topic of the file: a tag of the topic remembers it, so that whoever is
 * taken away first leaves the topic to the other.
 */
public final class TopicUse implements Resource {
  private static final String TAG = "tidewatch:used-by:";

  private final SnsClient sns;
  private final String topicArn;
  private final String target;

  /**
   * @param target who tells it, such as {@code lookout}
   */
  public TopicUse(SnsClient sns, String topicArn, String target) {
    this.sns = sns;
    this.topicArn = topicArn;
    this.target = target;
  }

  @Override
  public String kind() {
    return "use of SNS topic";
  }

  @Override
  public String name() {
    return topicArn.substring(topicArn.lastIndexOf(':') + 1);
  }

  String topicArn() {
    return topicArn;
  }

  /** How people read of it. */
  String words() {
    return "used by " + target;
  }

  Tag tag() {
    return Tag.builder().key(TAG + target).value("yes").build();
  }

  @Override
  public Attributes desired() {
    return Attributes.NONE;
  }

  @Override
  public Optional<Existing> existing() {
    return isThere() ? Optional.of(Existing.ours(Attributes.NONE)) : Optional.empty();
  }

  boolean isThere() {
    return SnsTopic.tags(sns, topicArn).containsKey(tag().key());
  }

  /** Whether another target tells the topic. */
  boolean hasOthers() {
    return SnsTopic.tags(sns, topicArn).keySet().stream()
        .anyMatch(key -> key.startsWith(TAG) && !key.equals(tag().key()));
  }

  @Override
  public String create() {
    sns.tagResource(request -> request.resourceArn(topicArn).tags(tag()));
    return "";
  }

  @Override
  public void update(List<Difference> differences) {
    create();
  }

  @Override
  public void delete() {
    try {
      sns.untagResource(request -> request.resourceArn(topicArn).tagKeys(tag().key()));
    } catch (ResourceNotFoundException gone) {
      // somebody was faster
    }
  }
}
