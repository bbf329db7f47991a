package dev.tidewatch.setup.lookout;

import dev.tidewatch.setup.blueprint.Topic;
import dev.tidewatch.setup.plan.Attributes;
import dev.tidewatch.setup.plan.Difference;
import dev.tidewatch.setup.plan.Existing;
import dev.tidewatch.setup.plan.Existing.Owner;
import dev.tidewatch.setup.plan.Resource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import software.amazon.awssdk.services.sns.SnsClient;
import software.amazon.awssdk.services.sns.model.NotFoundException;
import software.amazon.awssdk.services.sns.model.ResourceNotFoundException;
import software.amazon.awssdk.services.sns.model.Tag;

/** A topic of the alerts. One that is there already is used as it is. */
public final class SnsTopic implements Resource {
  private static final String DISPLAY_NAME = "DisplayName";
  private static final String KMS_KEY = "KmsMasterKeyId";
  private static final String YES = "yes";

  private final SnsClient sns;
  private final Mark mark;
  private final Topic topic;
  private final String arn;
  private final TopicUse use;

  public SnsTopic(SnsClient sns, Mark mark, Topic topic, TopicUse use) {
    this.sns = sns;
    this.mark = mark;
    this.topic = topic;
    this.arn = use.topicArn();
    this.use = use;
  }

  String arn() {
    return arn;
  }

  TopicUse use() {
    return use;
  }

  @Override
  public String kind() {
    return "SNS topic";
  }

  @Override
  public String name() {
    return topic.name();
  }

  @Override
  public Attributes desired() {
    Map<String, String> texts = new LinkedHashMap<>();
    topic.displayName().ifPresent(name -> texts.put(DISPLAY_NAME, name));
    topic.kmsKey().ifPresent(key -> texts.put(KMS_KEY, key));
    texts.put(use.words(), YES);
    return new Attributes(texts);
  }

  @Override
  public Optional<Existing> existing() {
    try {
      Map<String, String> all =
          sns.getTopicAttributes(request -> request.topicArn(arn)).attributes();
      Map<String, String> texts = new LinkedHashMap<>(all);
      texts.keySet().retainAll(Set.of(DISPLAY_NAME, KMS_KEY));
      Map<String, String> tags = tags(sns, arn);
      if (tags.containsKey(use.tag().key())) {
        texts.put(use.words(), YES);
      }
      return Optional.of(new Existing(new Attributes(texts), mark.owner(tags, Owner.SHARED)));
    } catch (NotFoundException nothing) {
      return Optional.empty();
    }
  }

  /** A topic's tags; none when there is no topic. */
  static Map<String, String> tags(SnsClient sns, String arn) {
    try {
      return sns.listTagsForResource(request -> request.resourceArn(arn)).tags().stream()
          .collect(Collectors.toMap(Tag::key, Tag::value));
    } catch (ResourceNotFoundException nothing) {
      return Map.of();
    }
  }

  @Override
  public String create() {
    Map<String, String> attributes = new LinkedHashMap<>(desired().values());
    attributes.remove(use.words());
    return sns.createTopic(
            request ->
                request
                    .name(topic.name())
                    .attributes(attributes)
                    .tags(Tag.builder().key(Mark.KEY).value(mark.file()).build(), use.tag()))
        .topicArn();
  }

  @Override
  public void update(List<Difference> differences) {
    differences.forEach(this::update);
  }

  private void update(Difference difference) {
    if (difference.attribute().equals(use.words())) {
      use.create();
      return;
    }
    sns.setTopicAttributes(
        request ->
            request
                .topicArn(arn)
                .attributeName(difference.attribute())
                .attributeValue(difference.to().orElse("")));
  }

  @Override
  public void delete() {
    sns.deleteTopic(request -> request.topicArn(arn));
  }
}
