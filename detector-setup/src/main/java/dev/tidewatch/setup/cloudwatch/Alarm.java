package dev.tidewatch.setup.cloudwatch;

import dev.tidewatch.setup.lookout.Mark;
import dev.tidewatch.setup.plan.Attributes;
import dev.tidewatch.setup.plan.Difference;
import dev.tidewatch.setup.plan.Existing;
import dev.tidewatch.setup.plan.Existing.Owner;
import dev.tidewatch.setup.plan.Resource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import software.amazon.awssdk.services.cloudwatch.CloudWatchClient;
import software.amazon.awssdk.services.cloudwatch.model.CloudWatchException;
import software.amazon.awssdk.services.cloudwatch.model.MetricAlarm;
import software.amazon.awssdk.services.cloudwatch.model.PutMetricAlarmRequest;
import software.amazon.awssdk.services.cloudwatch.model.Tag;

/** An alarm of CloudWatch. */
final class Alarm implements Resource {
  private static final int GONE = 404;

  private final CloudWatchClient cloudWatch;
  private final Mark mark;
  private final Names names;
  private final PutMetricAlarmRequest request;

  Alarm(CloudWatchClient cloudWatch, Mark mark, Names names, PutMetricAlarmRequest request) {
    this.cloudWatch = cloudWatch;
    this.mark = mark;
    this.names = names;
    this.request = request;
  }

  @Override
  public String kind() {
    return "CloudWatch alarm";
  }

  @Override
  public String name() {
    return request.alarmName();
  }

  @Override
  public Attributes desired() {
    return AlarmText.of(request);
  }

  @Override
  public Optional<Existing> existing() {
    return cloudWatch
        .describeAlarms(ask -> ask.alarmNames(name()).alarmTypesWithStrings("MetricAlarm"))
        .metricAlarms()
        .stream()
        .findFirst()
        .map(this::existing);
  }

  private Existing existing(MetricAlarm alarm) {
    return new Existing(
        AlarmText.of(alarm), mark.owner(tags(cloudWatch, alarm.alarmArn()), Owner.FOREIGN));
  }

  static Map<String, String> tags(CloudWatchClient cloudWatch, String arn) {
    return cloudWatch.listTagsForResource(ask -> ask.resourceARN(arn)).tags().stream()
        .collect(Collectors.toMap(Tag::key, Tag::value));
  }

  @Override
  public String create() {
    cloudWatch.putMetricAlarm(request.toBuilder().tags(tag()).build());
    return names.alarmArn(name());
  }

  private Tag tag() {
    return Tag.builder().key(Mark.KEY).value(mark.file()).build();
  }

  /** What CloudWatch is told replaces all settings; tags it takes only from new alarms. */
  @Override
  public void update(List<Difference> differences) {
    cloudWatch.putMetricAlarm(request);
    cloudWatch.tagResource(ask -> ask.resourceARN(names.alarmArn(name())).tags(tag()));
  }

  @Override
  public void delete() {
    try {
      cloudWatch.deleteAlarms(ask -> ask.alarmNames(name()));
    } catch (CloudWatchException failure) {
      if (failure.statusCode() != GONE) {
        throw failure;
      }
    }
  }
}
