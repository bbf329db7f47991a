package dev.tidewatch.detector.intake.cloudwatch;

import static java.util.Objects.requireNonNull;

import dev.tidewatch.detector.intake.Dataset;
import dev.tidewatch.detector.intake.DatasetMeasure;
import dev.tidewatch.detector.intake.SourceUnavailable;
import dev.tidewatch.detector.intake.rows.RowCollector;
import dev.tidewatch.metricset.Aggregation;
import dev.tidewatch.metricset.interval.Interval;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.zone.ZoneRules;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.cloudwatch.CloudWatchClient;
import software.amazon.awssdk.services.cloudwatch.model.DimensionFilter;
import software.amazon.awssdk.services.cloudwatch.model.GetMetricDataRequest;
import software.amazon.awssdk.services.cloudwatch.model.GetMetricDataResponse;
import software.amazon.awssdk.services.cloudwatch.model.ListMetricsRequest;
import software.amazon.awssdk.services.cloudwatch.model.Metric;
import software.amazon.awssdk.services.cloudwatch.model.MetricDataQuery;
import software.amazon.awssdk.services.cloudwatch.model.MetricDataResult;
import software.amazon.awssdk.services.cloudwatch.model.ScanBy;
import software.amazon.awssdk.services.cloudwatch.model.StatusCode;

/**
 * Asks CloudWatch for the measures of a data set. A measure is the metric of its name and name
 * space; its series are the metrics that have exactly the data set's dimensions. The period is the
 * interval's length, but shorter where the zone's intervals do not begin with CloudWatch's periods,
 * and an average is the sum divided by the number of samples, so that hours add up to days exactly.
 */
public final class CloudWatchMetrics {
  private static final int QUERIES_AT_ONCE = 500;
  private static final int HOUR = 3600;
  private static final int QUARTER = 900;
  private static final int MINUTES = 300;
  private static final int MINUTE = 60;

  private final CloudWatchClient client;
  private final Dataset dataset;

  public CloudWatchMetrics(CloudWatchClient client, Dataset dataset) {
    this.client = requireNonNull(client, "client");
    this.dataset = requireNonNull(dataset, "dataset");
  }

  /** A series asked for. */
  private record Series(int measure, List<String> values, Metric metric) {}

  /** One statistic of a series, asked for under an id. */
  private record Asked(Series series, String statistic) {}

  /** Sum and number of samples at one time. */
  private static final class Sample {
    double sum;
    double count;
  }

  /**
   * Adds what CloudWatch knows of a window to the collector.
   *
   * @return how many datapoints there were
   */
  long collect(Interval window, RowCollector collector) throws CloudWatchRefusal {
    List<Series> series = series();
    long points = 0;
    int queriesEach = needsCounts() ? 2 : 1;
    int most = QUERIES_AT_ONCE / queriesEach;
    for (int from = 0; from < series.size(); from += most) {
      points +=
          collect(series.subList(from, Math.min(series.size(), from + most)), window, collector);
    }
    return points;
  }

  private boolean needsCounts() {
    return dataset.measures().stream()
        .anyMatch(measure -> measure.aggregation() == Aggregation.AVG);
  }

  private long collect(List<Series> series, Interval window, RowCollector collector)
      throws CloudWatchRefusal {
    Map<String, Asked> asked = new HashMap<>();
    List<MetricDataQuery> queries = new ArrayList<>();
    int period = periodSeconds(window);
    for (Series one : series) {
      ask(one, "Sum", period, asked, queries);
      if (dataset.measures().get(one.measure()).aggregation() == Aggregation.AVG) {
        ask(one, "SampleCount", period, asked, queries);
      }
    }
    Map<Series, NavigableMap<Instant, Sample>> samples = new HashMap<>();
    for (MetricDataResult result : results(queries, window)) {
      Asked question = asked.get(result.id());
      if (question != null) {
        add(result, question, samples);
      }
    }
    return addTo(collector, samples, window);
  }

  private void ask(
      Series series,
      String statistic,
      int period,
      Map<String, Asked> asked,
      List<MetricDataQuery> queries) {
    String id = "q" + queries.size();
    asked.put(id, new Asked(series, statistic));
    queries.add(
        MetricDataQuery.builder()
            .id(id)
            .metricStat(stat -> stat.metric(series.metric()).stat(statistic).period(period))
            .build());
  }

  /** CloudWatch's periods begin at multiples of their length in UTC; a day is no such in a zone. */
  private int periodSeconds(Interval window) {
    int period = (int) dataset.length().duration().toSeconds();
    if (dataset.zone().normalized().equals(ZoneOffset.UTC)) {
      return period;
    }
    ZoneRules rules = dataset.zone().getRules();
    List<ZoneOffset> offsets =
        List.of(
            rules.getStandardOffset(window.start()),
            rules.getOffset(window.start()),
            rules.getOffset(window.end()));
    int longest = Math.min(period, HOUR);
    return Stream.of(longest, QUARTER, MINUTES)
        .filter(seconds -> seconds <= longest)
        .filter(seconds -> offsets.stream().allMatch(at -> at.getTotalSeconds() % seconds == 0))
        .findFirst()
        .orElse(MINUTE);
  }

  private List<MetricDataResult> results(List<MetricDataQuery> queries, Interval window)
      throws CloudWatchRefusal {
    List<MetricDataResult> results = new ArrayList<>();
    try {
      String token = null;
      do {
        GetMetricDataResponse answer =
            client.getMetricData(
                GetMetricDataRequest.builder()
                    .metricDataQueries(queries)
                    .startTime(window.start())
                    .endTime(window.end())
                    .scanBy(ScanBy.TIMESTAMP_ASCENDING)
                    .nextToken(token)
                    .build());
        for (MetricDataResult result : answer.metricDataResults()) {
          checkWhole(result);
          results.add(result);
        }
        token = answer.nextToken();
      } while (token != null);
      return results;
    } catch (SdkException e) {
      throw CloudWatchRefusal.of(e);
    }
  }

  /** A result that is not all there now, is later; partial ones go on in the next answer. */
  private static void checkWhole(MetricDataResult result) throws CloudWatchRefusal {
    if (result.statusCode() == StatusCode.FORBIDDEN) {
      throw CloudWatchRefusal.forbidden();
    }
    if (result.statusCode() == StatusCode.INTERNAL_ERROR) {
      String message = "CloudWatch could not read all metrics; it is asked again";
      throw new SourceUnavailable(message, new IllegalStateException(message));
    }
  }

  private static void add(
      MetricDataResult result, Asked question, Map<Series, NavigableMap<Instant, Sample>> samples) {
    NavigableMap<Instant, Sample> ofSeries =
        samples.computeIfAbsent(question.series(), series -> new TreeMap<>());
    for (int i = 0; i < Math.min(result.timestamps().size(), result.values().size()); i++) {
      Sample sample = ofSeries.computeIfAbsent(result.timestamps().get(i), time -> new Sample());
      if (question.statistic().equals("Sum")) {
        sample.sum = result.values().get(i);
      } else {
        sample.count = result.values().get(i);
      }
    }
  }

  private long addTo(
      RowCollector collector, Map<Series, NavigableMap<Instant, Sample>> samples, Interval window) {
    long points = 0;
    for (Map.Entry<Series, NavigableMap<Instant, Sample>> ofSeries : samples.entrySet()) {
      Series series = ofSeries.getKey();
      boolean isAverage = dataset.measures().get(series.measure()).aggregation() == Aggregation.AVG;
      for (Map.Entry<Interval, Sample> sample :
          byInterval(ofSeries.getValue(), window).entrySet()) {
        double value =
            isAverage ? sample.getValue().sum / sample.getValue().count : sample.getValue().sum;
        collector.addValue(sample.getKey(), series.values(), series.measure(), value);
        points++;
      }
    }
    return points;
  }

  private Map<Interval, Sample> byInterval(NavigableMap<Instant, Sample> samples, Interval window) {
    Map<Interval, Sample> byInterval = new TreeMap<>();
    samples.forEach(
        (time, sample) -> {
          if (window.contains(time)) {
            Sample total =
                byInterval.computeIfAbsent(
                    dataset.calendar().intervalOf(time), interval -> new Sample());
            total.sum += sample.sum;
            total.count += sample.count;
          }
        });
    return byInterval;
  }

  private List<Series> series() throws CloudWatchRefusal {
    List<Series> series = new ArrayList<>();
    Set<String> wanted = new HashSet<>(dataset.dimensions());
    for (int i = 0; i < dataset.measures().size(); i++) {
      for (Metric metric : metrics(dataset.measures().get(i))) {
        Map<String, String> values = new HashMap<>();
        metric.dimensions().forEach(value -> values.put(value.name(), value.value()));
        if (values.keySet().equals(wanted)) {
          series.add(
              new Series(i, dataset.dimensions().stream().map(values::get).toList(), metric));
        }
      }
    }
    return series;
  }

  private List<Metric> metrics(DatasetMeasure measure) throws CloudWatchRefusal {
    if (dataset.dimensions().isEmpty()) {
      return List.of(
          Metric.builder()
              .namespace(measure.namespace().orElse(""))
              .metricName(measure.name())
              .build());
    }
    ListMetricsRequest request =
        ListMetricsRequest.builder()
            .namespace(measure.namespace().orElse(""))
            .metricName(measure.name())
            .dimensions(
                dataset.dimensions().stream()
                    .map(name -> DimensionFilter.builder().name(name).build())
                    .toList())
            .build();
    try {
      return client.listMetricsPaginator(request).metrics().stream().toList();
    } catch (SdkException e) {
      throw CloudWatchRefusal.of(e);
    }
  }
}
