package dev.tidewatch.localaws.kinesis.api;

import dev.tidewatch.localaws.kinesis.stream.KinesisStream;
import dev.tidewatch.localaws.kinesis.stream.ShardDescription;
import dev.tidewatch.localaws.kinesis.stream.ShardFilter;
import dev.tidewatch.localaws.kinesis.stream.StreamCatalog;
import dev.tidewatch.localaws.kinesis.stream.StreamMode;
import dev.tidewatch.localaws.kinesis.stream.StreamSettings;
import dev.tidewatch.localaws.kinesis.stream.StreamSummary;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Making, describing, changing and deleting streams. */
final class StreamOperations {
  private static final int MOST_SHARDS = 20_000;
  private static final int ON_DEMAND_SHARDS = 4;
  private static final int ON_DEMAND_STREAMS = 50;
  private static final int MOST_LISTED = 10_000;
  private static final int STREAMS_LISTED_UNASKED = 100;
  private static final int SHARDS_DESCRIBED_UNASKED = 100;

  private final StreamCatalog catalog;
  private final Duration retention;
  private final int maxRecordBytes;

  /**
   * @param retention of new streams
   * @param maxRecordBytes of new streams
   */
  StreamOperations(StreamCatalog catalog, Duration retention, int maxRecordBytes) {
    this.catalog = catalog;
    this.retention = retention;
    this.maxRecordBytes = maxRecordBytes;
  }

  Map<String, Operation> byName() {
    return Map.of(
        "CreateStream", this::createStream,
        "DeleteStream", this::deleteStream,
        "DescribeStream", this::describeStream,
        "DescribeStreamSummary", this::describeStreamSummary,
        "DescribeLimits", this::describeLimits,
        "ListStreams", this::listStreams,
        "IncreaseStreamRetentionPeriod", this::increaseRetention,
        "DecreaseStreamRetentionPeriod", this::decreaseRetention,
        "UpdateMaxRecordSize", this::updateMaxRecordSize);
  }

  private Answer createStream(ApiRequest request) {
    StreamMode mode =
        request
            .structure("StreamModeDetails")
            .flatMap(details -> details.constant("StreamMode", StreamMode.class))
            .orElse(StreamMode.PROVISIONED);
    int shardCount =
        mode == StreamMode.ON_DEMAND
            ? ON_DEMAND_SHARDS
            : request.requireNumber("ShardCount", 1, MOST_SHARDS);
    int mostBytes = maxRecordKibibytes(request, "MaxRecordSizeInKiB").orElse(maxRecordBytes);
    Map<String, String> tags = request.structure("Tags").map(TagOperations::tags).orElse(Map.of());
    KinesisStream stream =
        catalog.create(
            request.streamName(), new StreamSettings(mode, shardCount, retention, mostBytes));
    stream.tags().add(tags);
    return Answer.NOTHING;
  }

  private Answer updateMaxRecordSize(ApiRequest request) {
    KinesisStream stream = catalog.get(request.streamName());
    int most =
        maxRecordKibibytes(request, "MaxRecordSizeInKiB")
            .orElseThrow(() -> Validation.failed("maxRecordSizeInKiB", "Member must not be null"));
    stream.changeMaxRecordBytes(most);
    return Answer.NOTHING;
  }

  private static Optional<Integer> maxRecordKibibytes(ApiRequest request, String name) {
    return request.number(name, 1024, 10_240).stream().mapToObj(size -> size * 1024).findFirst();
  }

  private Answer deleteStream(ApiRequest request) {
    catalog.delete(request.streamName());
    return Answer.NOTHING;
  }

  private Answer describeStream(ApiRequest request) {
    KinesisStream stream = catalog.get(request.streamName());
    int most = request.number("Limit", 1, MOST_LISTED).orElse(SHARDS_DESCRIBED_UNASKED);
    String after = request.text("ExclusiveStartShardId").orElse("");
    StreamSummary summary = stream.summary();
    List<ShardDescription> rest =
        stream.shards(ShardFilter.all()).stream()
            .filter(shard -> shard.shardId().compareTo(after) > 0)
            .toList();
    return out ->
        out.structure(
            "StreamDescription",
            description -> {
              writeCommon(description, summary);
              description
                  .structures(
                      "Shards",
                      rest.subList(0, Math.min(most, rest.size())),
                      ShardOperations::shard)
                  .flag("HasMoreShards", rest.size() > most);
            });
  }

  private Answer describeStreamSummary(ApiRequest request) {
    StreamSummary summary = catalog.get(request.streamName()).summary();
    return out ->
        out.structure(
            "StreamDescriptionSummary",
            description -> {
              writeCommon(description, summary);
              description
                  .number("OpenShardCount", summary.openShards())
                  .number("ConsumerCount", 0)
                  .number("MaxRecordSizeInKiB", summary.maxRecordBytes() / 1024);
            });
  }

  private static void writeCommon(AnswerWriter out, StreamSummary summary) throws IOException {
    writeListed(out, summary);
    out.number("RetentionPeriodHours", summary.retention().toHours())
        .text("EncryptionType", "NONE")
        .structures("EnhancedMonitoring", List.of(0), none -> metrics -> writeNoMetrics(metrics));
  }

  private static void writeNoMetrics(AnswerWriter out) throws IOException {
    out.texts("ShardLevelMetrics", List.of());
  }

  private static void writeListed(AnswerWriter out, StreamSummary summary) throws IOException {
    out.text("StreamName", summary.name())
        .text("StreamARN", summary.arn())
        .text("StreamStatus", "ACTIVE")
        .structure("StreamModeDetails", mode -> mode.text("StreamMode", summary.mode().name()))
        .time("StreamCreationTimestamp", summary.createdAt());
  }

  private Answer describeLimits(ApiRequest request) {
    List<StreamSummary> streams = catalog.list().stream().map(KinesisStream::summary).toList();
    long onDemand = streams.stream().filter(each -> each.mode() == StreamMode.ON_DEMAND).count();
    return out ->
        out.number("ShardLimit", MOST_SHARDS)
            .number("OpenShardCount", streams.stream().mapToInt(StreamSummary::openShards).sum())
            .number("OnDemandStreamCount", onDemand)
            .number("OnDemandStreamCountLimit", ON_DEMAND_STREAMS);
  }

  private Answer listStreams(ApiRequest request) {
    int most = request.number("Limit", 1, MOST_LISTED).orElse(STREAMS_LISTED_UNASKED);
    // The token is the last name: it means as much as the start it stands for.
    String after =
        request.text("NextToken").or(() -> request.text("ExclusiveStartStreamName")).orElse("");
    List<StreamSummary> rest =
        catalog.list().stream()
            .map(KinesisStream::summary)
            .filter(stream -> stream.name().compareTo(after) > 0)
            .toList();
    List<StreamSummary> page = rest.subList(0, Math.min(most, rest.size()));
    return out -> {
      out.texts("StreamNames", page.stream().map(StreamSummary::name).toList())
          .flag("HasMoreStreams", rest.size() > page.size())
          .structures("StreamSummaries", page, each -> fields -> writeListed(fields, each));
      if (rest.size() > page.size()) {
        out.text("NextToken", page.get(page.size() - 1).name());
      }
    };
  }

  private Answer increaseRetention(ApiRequest request) {
    catalog.get(request.streamName()).increaseRetention(hours(request));
    return Answer.NOTHING;
  }

  private Answer decreaseRetention(ApiRequest request) {
    catalog.get(request.streamName()).decreaseRetention(hours(request));
    return Answer.NOTHING;
  }

  private static Duration hours(ApiRequest request) {
    return Duration.ofHours(request.requireNumber("RetentionPeriodHours", 1, Integer.MAX_VALUE));
  }
}
