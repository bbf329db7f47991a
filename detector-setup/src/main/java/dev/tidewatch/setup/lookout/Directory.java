package dev.tidewatch.setup.lookout;

import dev.tidewatch.setup.aws.Patience;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.lookoutmetrics.LookoutMetricsClient;
import software.amazon.awssdk.services.lookoutmetrics.model.AnomalyDetectorSummary;
import software.amazon.awssdk.services.lookoutmetrics.model.DescribeAnomalyDetectorResponse;
import software.amazon.awssdk.services.lookoutmetrics.model.ResourceNotFoundException;

/**
 * Finds the detector of a name: names are what a file knows, ARNs are what calls want. The server's
 * list is asked for once, and again when what it said has turned out to be gone.
 */
public final class Directory {
  private final LookoutMetricsClient lookout;
  private final Patience patience;
  private final String detector;
  private @Nullable List<AnomalyDetectorSummary> listed;
  private @Nullable String known;

  /**
   * @param detector the name
   */
  public Directory(LookoutMetricsClient lookout, Patience patience, String detector) {
    this.lookout = lookout;
    this.patience = patience;
    this.detector = detector;
  }

  /** The detector's name. */
  public String name() {
    return detector;
  }

  /** The detector's ARN; empty when there is none of this name. */
  public Optional<String> find() {
    if (known == null) {
      known =
          all().stream()
              .filter(summary -> summary.anomalyDetectorName().equals(detector))
              .map(AnomalyDetectorSummary::anomalyDetectorArn)
              .findFirst()
              .orElse(null);
    }
    return Optional.ofNullable(known);
  }

  /** All detectors of the server, as they were when they were first asked for. */
  List<AnomalyDetectorSummary> all() {
    if (listed == null) {
      listed =
          call(
              () ->
                  lookout.listAnomalyDetectorsPaginator(request -> {}).stream()
                      .flatMap(page -> page.anomalyDetectorSummaryList().stream())
                      .toList());
    }
    return listed;
  }

  /** The detector was made a moment ago: the server's list may not have it yet. */
  void made(String arn) {
    known = arn;
  }

  private Optional<String> findAnew() {
    forget();
    return find();
  }

  /** The same server's detector of another name. */
  Directory of(AnomalyDetectorSummary other) {
    Directory directory = new Directory(lookout, patience, other.anomalyDetectorName());
    directory.made(other.anomalyDetectorArn());
    return directory;
  }

  private void forget() {
    known = null;
    listed = null;
  }

  /** The ARN of a detector that must be there by now. */
  public String arn() {
    return find()
        .or(this::findAnew)
        .orElseThrow(() -> new IllegalStateException("there is no detector '" + detector + "'"));
  }

  /** How the detector is; empty when there is none. */
  public Optional<DescribeAnomalyDetectorResponse> describe() {
    return find()
        .flatMap(
            arn -> {
              try {
                return Optional.of(
                    call(
                        () ->
                            lookout.describeAnomalyDetector(
                                request -> request.anomalyDetectorArn(arn))));
              } catch (ResourceNotFoundException goneMeanwhile) {
                forget();
                return Optional.empty();
              }
            });
  }

  Map<String, String> tags(String arn) {
    return call(() -> lookout.listTagsForResource(request -> request.resourceArn(arn)).tags());
  }

  /** Makes tags what they shall be, leaving those that mark things as ours and AWS's own. */
  void tag(String arn, Map<String, String> wanted) {
    var surplus =
        tags(arn).keySet().stream()
            .filter(key -> !wanted.containsKey(key) && !key.startsWith("aws:"))
            .toList();
    call(() -> lookout.tagResource(request -> request.resourceArn(arn).tags(wanted)));
    if (!surplus.isEmpty()) {
      call(() -> lookout.untagResource(request -> request.resourceArn(arn).tagKeys(surplus)));
    }
  }

  /** A call, repeated while it is throttled. */
  <T> T call(Supplier<T> call) {
    return patience.call(call);
  }

  /** A call that may need what was made a moment ago: repeated while that is not known. */
  <T> T callSoonAfter(Supplier<T> call) {
    return patience.call(
        call,
        failure ->
            failure instanceof ResourceNotFoundException
                || failure.statusCode() == 403
                || String.valueOf(failure.getMessage()).contains("role"));
  }

  LookoutMetricsClient client() {
    return lookout;
  }
}
