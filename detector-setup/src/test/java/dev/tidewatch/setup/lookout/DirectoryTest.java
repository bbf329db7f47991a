package dev.tidewatch.setup.lookout;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tidewatch.setup.aws.Patience;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.lookoutmetrics.LookoutMetricsClient;
import software.amazon.awssdk.services.lookoutmetrics.model.AnomalyDetectorSummary;
import software.amazon.awssdk.services.lookoutmetrics.model.DescribeAnomalyDetectorRequest;
import software.amazon.awssdk.services.lookoutmetrics.model.DescribeAnomalyDetectorResponse;
import software.amazon.awssdk.services.lookoutmetrics.model.ListAnomalyDetectorsRequest;
import software.amazon.awssdk.services.lookoutmetrics.model.ListAnomalyDetectorsResponse;
import software.amazon.awssdk.services.lookoutmetrics.model.ResourceNotFoundException;
import software.amazon.awssdk.services.lookoutmetrics.paginators.ListAnomalyDetectorsIterable;

class DirectoryTest {
  private final Server server = new Server();
  private final Directory directory = new Directory(server, Patience.usual(), "shop");

  /** A server of some detectors that counts how often they are listed. */
  private static final class Server implements LookoutMetricsClient {
    private final List<String> detectors = new ArrayList<>(List.of("other", "shop"));
    private int lists;

    private static String arn(String detector) {
      return "arn:aws:lookoutmetrics:us-east-1:123456789012:AnomalyDetector:" + detector;
    }

    @Override
    public ListAnomalyDetectorsResponse listAnomalyDetectors(ListAnomalyDetectorsRequest request) {
      lists++;
      return ListAnomalyDetectorsResponse.builder()
          .anomalyDetectorSummaryList(
              detectors.stream()
                  .map(
                      name ->
                          AnomalyDetectorSummary.builder()
                              .anomalyDetectorName(name)
                              .anomalyDetectorArn(arn(name))
                              .build())
                  .toList())
          .build();
    }

    @Override
    public ListAnomalyDetectorsIterable listAnomalyDetectorsPaginator(
        ListAnomalyDetectorsRequest request) {
      return new ListAnomalyDetectorsIterable(this, request);
    }

    @Override
    public DescribeAnomalyDetectorResponse describeAnomalyDetector(
        DescribeAnomalyDetectorRequest request) {
      if (detectors.stream().noneMatch(name -> arn(name).equals(request.anomalyDetectorArn()))) {
        throw ResourceNotFoundException.builder().message("gone").build();
      }
      return DescribeAnomalyDetectorResponse.builder()
          .anomalyDetectorArn(request.anomalyDetectorArn())
          .build();
    }

    @Override
    public String serviceName() {
      return "lookoutmetrics";
    }

    @Override
    public void close() {}
  }

  @Test
  void listsDetectorsOnceHoweverOftenOneIsLookedFor() {
    for (int time = 0; time < 5; time++) {
      assertThat(directory.find()).contains(Server.arn("shop"));
      assertThat(directory.describe()).isPresent();
    }
    assertThat(directory.all()).hasSize(2);
    assertThat(server.lists).isEqualTo(1);
  }

  @Test
  void listsDetectorsOnceWhereThereIsNoneOfTheName() {
    server.detectors.remove("shop");
    assertThat(directory.find()).isEmpty();
    assertThat(directory.describe()).isEmpty();
    assertThat(directory.find()).isEmpty();
    assertThat(server.lists).isEqualTo(1);
  }

  @Test
  void looksAnewOnceADetectorIsGone() {
    assertThat(directory.describe()).isPresent();
    server.detectors.remove("shop");
    assertThat(directory.describe()).isEmpty();
    assertThat(directory.find()).isEmpty();
    server.detectors.add("shop");
    assertThat(directory.arn()).isEqualTo(Server.arn("shop"));
  }

  @Test
  void knowsADetectorThatTheListDoesNotShowYet() {
    server.detectors.remove("shop");
    assertThat(directory.find()).isEmpty();
    directory.made(Server.arn("shop"));
    assertThat(directory.arn()).isEqualTo(Server.arn("shop"));
  }
}
