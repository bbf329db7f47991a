package dev.tidewatch.etl.kinesis;

import dev.tidewatch.metricset.DurationText;
import dev.tidewatch.metricset.StreamName;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What a user may set, with Glue's names where Glue has one. Upper and lower case are the same.
 * Region, endpoint and credentials come from the AWS SDK's own configuration only.
 *
 * @param stream {@code streamName} or {@code streamARN}: one of them is needed
 * @param starting {@code startingPosition}: where a query without a checkpoint begins, {@code
 *     TRIM_HORIZON} (or {@code earliest}), {@code LATEST} or a time with its offset; by default
 *     {@code LATEST}
 * @param positions whether each batch carries a row with its {@link BatchPosition}; by default
 *     false
 * @param idleHeartbeat how often an idle stream still makes a batch, to tell how far it was seen;
 *     longer saves empty batches, shorter closes idle intervals sooner; by default 30 s
 * @param lag how old a record must be to be read; it must outlast the disorder of arrival times for
 *     batches to end in the same place on all shards; by default 3 s
 * @param maxSpanPerTrigger how much arrival time a batch takes at most when it is behind; smaller
 *     means smaller batches; by default 10 min
 * @param describeShardInterval how often the shards are listed anew; by default 10 s
 * @param retryFor how long a call that AWS throttles or that fails on the way is tried again before
 *     the batch fails; by default 5 min
 * @param shardReader which reader reads the shards: {@code sdk}, or {@code asl} when
 *     tidewatch-etl-asl.jar is submitted; docs/etl-asl.md says what the latter cannot do; by
 *     default {@code sdk}
 * @param failOnDataLoss whether to stop when records are gone that had not been read; otherwise the
 *     gap is logged and counted; by default true
 */
record SourceOptions(
    StreamAddress stream,
    StartingPosition starting,
    boolean positions,
    Duration idleHeartbeat,
    Duration lag,
    Duration maxSpanPerTrigger,
    Duration describeShardInterval,
    Duration retryFor,
    ReaderChoice shardReader,
    boolean failOnDataLoss) {
  private static final Logger log = LoggerFactory.getLogger(SourceOptions.class);

  /** Options of Glue's reader that have no meaning here. */
  private static final Set<String> WITHOUT_EFFECT =
      Set.of(
          "addidletimebetweenreads",
          "addrecordtimestamp",
          "avoidemptybatches",
          "classification",
          "emitconsumerlagmetrics",
          "fanoutconsumerarn",
          "idletimebetweenreadsinms",
          "inferschema",
          "maxfetchrecordspershard",
          "maxfetchtimeinms",
          "maxretryintervalms",
          "maxrecordperread",
          "numretries",
          "retryintervalms");

  private static final Pattern ARN = Pattern.compile("arn:[^:]+:kinesis:[^:]*:[^:]*:stream/.+");

  /**
   * Reads the options.
   *
   * @throws IllegalArgumentException that tells all that is wrong with them
   */
  static SourceOptions parse(Map<String, String> options) {
    Problems given = new Problems(options);
    StreamAddress stream = stream(given);
    SourceOptions parsed =
        new SourceOptions(
            stream,
            given.value("startingPosition", StartingPosition::parse, StartingPosition.LATEST),
            given.value("positions", SourceOptions::yesOrNo, false),
            given.duration("idleHeartbeat", Duration.ofSeconds(30), false),
            given.duration("lag", Duration.ofSeconds(3), true),
            given.duration("maxSpanPerTrigger", Duration.ofMinutes(10), false),
            given.duration("describeShardInterval", Duration.ofSeconds(10), true),
            given.duration("retryFor", Duration.ofMinutes(5), true),
            given.value("shardReader", ReaderChoice::parse, ReaderChoice.SDK),
            given.value("failOnDataLoss", SourceOptions::yesOrNo, true));
    given.check();
    return parsed;
  }

  private static StreamAddress stream(Problems given) {
    Optional<String> name = given.text("streamName", StreamName.PATTERN.asMatchPredicate());
    Optional<String> arn = given.text("streamARN", ARN.asMatchPredicate());
    if (given.has("awsSTSRoleARN") || given.has("awsSTSSessionName")) {
      given.add(
          "awsSTSRoleARN and awsSTSSessionName are not taken: give the job the role itself, or set"
              + " AWS_PROFILE to a profile that assumes it");
    }
    if (name.isPresent() == arn.isPresent()) {
      given.addUnlessAny("set one of streamName and streamARN");
      return new StreamAddress("unknown", null);
    }
    return new StreamAddress(name.orElse(null), arn.orElse(null));
  }

  private static boolean yesOrNo(String text) {
    return switch (text.toLowerCase(Locale.ROOT)) {
      case "true" -> true;
      case "false" -> false;
      default -> throw new IllegalArgumentException("'" + text + "' is neither true nor false");
    };
  }

  /** Takes options one by one and gathers what is wrong with them. */
  private static final class Problems {
    private final Map<String, String> given = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    private final Set<String> unused = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
    private final List<String> problems = new ArrayList<>();

    Problems(Map<String, String> options) {
      given.putAll(options);
      unused.addAll(options.keySet());
    }

    boolean has(String key) {
      unused.remove(key);
      return given.containsKey(key);
    }

    void add(String problem) {
      problems.add(problem);
    }

    void addUnlessAny(String problem) {
      if (problems.isEmpty()) {
        problems.add(problem);
      }
    }

    Optional<String> text(String key, Predicate<String> isRight) {
      if (!has(key)) {
        return Optional.empty();
      }
      String text = String.valueOf(given.get(key));
      if (!isRight.test(text)) {
        add(key + ": '" + text + "' is none");
      }
      return Optional.of(text);
    }

    <T> T value(String key, Function<String, T> parser, T preset) {
      @Nullable String text = has(key) ? given.get(key) : null;
      if (text == null) {
        return preset;
      }
      try {
        return parser.apply(text);
      } catch (IllegalArgumentException e) {
        add(key + ": " + e.getMessage());
        return preset;
      }
    }

    Duration duration(String key, Duration preset, boolean mayBeZero) {
      Duration duration = value(key, DurationText::read, preset);
      if (duration.isNegative() || (duration.isZero() && !mayBeZero)) {
        add(key + ": " + duration + " is too short");
      }
      return duration;
    }

    void check() {
      for (String key : unused) {
        if (WITHOUT_EFFECT.contains(key.toLowerCase(Locale.ROOT))) {
          log.warn("the option {} of Glue's Kinesis reader has no effect here", key);
        } else {
          add(key + ": there is no such option");
        }
      }
      if (!problems.isEmpty()) {
        throw new IllegalArgumentException("kinesis-ranges: " + String.join("; ", problems));
      }
    }
  }
}
