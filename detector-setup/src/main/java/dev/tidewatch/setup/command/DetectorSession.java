package dev.tidewatch.setup.command;

import dev.tidewatch.setup.anomaly.AnomalyBook;
import dev.tidewatch.setup.aws.Patience;
import dev.tidewatch.setup.blueprint.Blueprint;
import java.util.List;
import software.amazon.awssdk.services.lookoutmetrics.LookoutMetricsClient;
import software.amazon.awssdk.services.lookoutmetrics.model.DescribeAnomalyDetectorResponse;

/** A command's way to the detector of a file, which must be there. */
final class DetectorSession implements AutoCloseable {
  private final Session session;
  private final DescribeAnomalyDetectorResponse detector;

  private DetectorSession(Session session, DescribeAnomalyDetectorResponse detector) {
    this.session = session;
    this.detector = detector;
  }

  /**
   * Finds the detector.
   *
   * @throws NotThere when there is none of the file's name
   */
  static DetectorSession open(Blueprint blueprint) {
    Session session = Session.open(blueprint, TargetKind.LOOKOUT);
    String name = blueprint.detector().anomalyDetectorName();
    try {
      return new DetectorSession(
          session,
          session
              .directory()
              .describe()
              .orElseThrow(
                  () -> new NotThere("there is no detector '" + name + "' yet; 'apply' makes it")));
    } catch (RuntimeException failure) {
      session.close();
      throw failure;
    }
  }

  Session session() {
    return session;
  }

  DescribeAnomalyDetectorResponse detector() {
    return detector;
  }

  String arn() {
    return detector.anomalyDetectorArn();
  }

  LookoutMetricsClient lookout() {
    return session.clients().lookout();
  }

  AnomalyBook book() {
    return new AnomalyBook(lookout(), Patience.usual(), arn());
  }

  /**
   * The id of the one group that begins so.
   *
   * @throws NotThere when there is none
   */
  String groupLike(String beginning) {
    List<String> ids = book().idsLike(beginning);
    if (ids.isEmpty()) {
      throw new NotThere(
          "there is no anomaly group '" + beginning + "'; 'anomalies ls' lists what there is");
    }
    if (ids.size() > 1) {
      throw new IllegalStateException(
          ids.size() + " groups begin with '" + beginning + "': write more of the id");
    }
    return ids.get(0);
  }

  @Override
  public void close() {
    session.close();
  }
}
