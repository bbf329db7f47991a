package dev.tidewatch.localaws.cloudwatch.detector;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tidewatch.localaws.cloudwatch.anomaly.BandModel;
import dev.tidewatch.localaws.cloudwatch.metric.MetricErrors;
import dev.tidewatch.localaws.cloudwatch.metric.MetricStore;
import dev.tidewatch.localaws.cloudwatch.query.MetricQuery;
import dev.tidewatch.localaws.protocol.Input;
import dev.tidewatch.localaws.protocol.Paging;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The detectors and the operations on them. Safe for many threads. */
public final class DetectorOperations {
  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
  private static final int DETECTORS_A_PAGE = 10;
  private static final int FEW_VALUES = 3;
  private static final BandModel PLAIN = new BandModel(List.of(), ZoneOffset.UTC);

  private final Map<Subject, Learning> detectors = new LinkedHashMap<>();
  private final MetricStore store;
  private final InstantSource clock;

  public DetectorOperations(MetricStore store, InstantSource clock) {
    this.store = requireNonNull(store, "store");
    this.clock = requireNonNull(clock, "clock");
  }

  /** What is expected of a query: by the detector made for it, or a plain model. */
  public synchronized BandModel model(MetricQuery query) {
    return detectors.entrySet().stream()
        .filter(detector -> detector.getKey().concerns(query))
        .findFirst()
        .map(detector -> detector.getValue().model())
        .orElse(PLAIN);
  }

  public synchronized ObjectNode put(Input input) {
    detectors.put(Subject.of(input), Learning.of(input));
    return JSON.objectNode();
  }

  public synchronized ObjectNode delete(Input input) {
    if (detectors.remove(Subject.of(input)) == null) {
      throw MetricErrors.notFound("The anomaly detector does not exist.");
    }
    return JSON.objectNode();
  }

  public synchronized ObjectNode describe(Input input) {
    List<String> asked = input.texts("AnomalyDetectorTypes");
    List<String> types = asked.isEmpty() ? List.of("SINGLE_METRIC") : asked;
    List<Map.Entry<Subject, Learning>> found =
        detectors.entrySet().stream()
            .filter(detector -> types.contains(detector.getKey().type()))
            .filter(detector -> detector.getKey().fits(input))
            .toList();
    int size = input.whole("MaxResults", 1, DETECTORS_A_PAGE, DETECTORS_A_PAGE);
    Paging<Map.Entry<Subject, Learning>> page = Paging.of(found, input.text("NextToken", ""), size);
    ObjectNode answer = JSON.objectNode();
    ArrayNode list = answer.putArray("AnomalyDetectors");
    page.items().forEach(detector -> write(list.addObject(), detector));
    return page.next().isEmpty() ? answer : answer.put("NextToken", page.next());
  }

  private void write(ObjectNode json, Map.Entry<Subject, Learning> detector) {
    detector.getKey().write(json);
    detector.getValue().write(json);
    json.put("StateValue", state(detector.getKey()));
  }

  private String state(Subject subject) {
    Instant now = clock.instant();
    boolean enough =
        subject
            .metrics()
            .allMatch(
                metric ->
                    store
                            .read(
                                metric, "", now.minus(BandModel.MEMORY), now, Duration.ofMinutes(1))
                            .size()
                        >= FEW_VALUES);
    return enough ? "TRAINED" : "TRAINED_INSUFFICIENT_DATA";
  }
}
