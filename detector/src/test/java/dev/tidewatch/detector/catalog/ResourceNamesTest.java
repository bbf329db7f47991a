package dev.tidewatch.detector.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ResourceNamesTest {
  private final ResourceNames names = new ResourceNames(Account.EXAMPLE);

  @Test
  void buildsTheNamesOfTheContract() {
    assertThat(names.detector("shop"))
        .isEqualTo("arn:aws:lookoutmetrics:us-east-1:123456789012:AnomalyDetector:shop");
    assertThat(names.metricSet("shop", "sales"))
        .isEqualTo("arn:aws:lookoutmetrics:us-east-1:123456789012:MetricSet/shop/sales");
    assertThat(names.alert("mail"))
        .isEqualTo("arn:aws:lookoutmetrics:us-east-1:123456789012:Alert:mail");
    assertThat(names.alertEvent("mail", "60359687"))
        .isEqualTo("arn:aws:lookoutmetrics:us-east-1:123456789012:Alert:mail:event/60359687");
  }

  @Test
  void readsWhatItBuilds() {
    assertThat(names.detectorName(names.detector("shop"))).contains("shop");
    assertThat(names.metricSetName(names.metricSet("shop", "sales")))
        .contains(new ResourceName.OfMetricSet("shop", "sales"));
    assertThat(names.alertName(names.alert("mail"))).contains("mail");
  }

  @Test
  void takesNoKindForAnother() {
    assertThat(names.detectorName(names.alert("mail"))).isEmpty();
    assertThat(names.alertName(names.metricSet("shop", "sales"))).isEmpty();
    assertThat(names.metricSetName(names.detector("shop"))).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "arn:aws-cn:lookoutmetrics:us-east-1:123456789012:AnomalyDetector:shop",
        "arn:aws:lookoutmetrics:eu-west-1:123456789012:AnomalyDetector:shop",
        "arn:aws:lookoutmetrics:us-east-1:210987654321:AnomalyDetector:shop",
        "arn:aws:sns:us-east-1:123456789012:AnomalyDetector:shop",
        "arn:aws:lookoutmetrics:us-east-1:123456789012:AnomalyDetector/shop",
        "arn:aws:lookoutmetrics:us-east-1:123456789012:AnomalyDetector:shop:more",
        "arn:aws:lookoutmetrics:us-east-1:123456789012:AnomalyDetector:",
        "arn:aws:lookoutmetrics:us-east-1:123456789012:MetricSet/shop",
        "arn:aws:lookoutmetrics:us-east-1:123456789012:MetricSet/shop/sales/more",
        "arn:aws:lookoutmetrics:us-east-1:123456789012:Alert:mail:event/1",
        "shop"
      })
  void knowsNothingOfOtherNames(String arn) {
    assertThat(names.parse(arn)).isEmpty();
  }

  @Test
  void refusesAnAccountThatWouldMakeNoNames() {
    assertThatThrownBy(() -> new Account("aws", "us-east-1", "1234"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("the account is \"1234\", but should be 12 digits, like 123456789012");
  }
}
