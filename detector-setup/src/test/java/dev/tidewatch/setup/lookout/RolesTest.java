package dev.tidewatch.setup.lookout;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tidewatch.setup.aws.Identity;
import java.util.List;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** The documents of contract section 8. */
class RolesTest {
  private final Policies policies =
      new Policies(new Identity("aws", "eu-west-1", "123456789012", "arn:aws:iam::1:user/me"));

  @Test
  void onlyTheServiceTakesARoleOn() {
    assertThat(Policies.trust())
        .isEqualTo(
            "{\"Version\":\"2012-10-17\",\"Statement\":[{\"Effect\":\"Allow\",\"Principal\":"
                + "{\"Service\":\"lookoutmetrics.amazonaws.com\"},\"Action\":\"sts:AssumeRole\"}]}");
  }

  @Test
  void readsItsBucketsAndTheirKeyThroughS3Only() {
    String policy =
        policies.reading(
            new TreeSet<>(List.of("live", "past")),
            new TreeSet<>(List.of("arn:aws:kms:eu-west-1:123456789012:key/k")));
    assertThat(policy)
        .contains(
            "{\"Effect\":\"Allow\",\"Action\":[\"s3:ListBucket\",\"s3:GetBucketAcl\"],"
                + "\"Resource\":[\"arn:aws:s3:::live\",\"arn:aws:s3:::past\"]}")
        .contains(
            "{\"Effect\":\"Allow\",\"Action\":[\"s3:GetObject\",\"s3:GetBucketAcl\"],"
                + "\"Resource\":[\"arn:aws:s3:::live/*\",\"arn:aws:s3:::past/*\"]}")
        .contains(
            "{\"Effect\":\"Allow\",\"Action\":[\"kms:Decrypt\",\"kms:GenerateDataKey\"],"
                + "\"Resource\":[\"arn:aws:kms:eu-west-1:123456789012:key/k\"],\"Condition\":"
                + "{\"StringEquals\":{\"kms:ViaService\":\"s3.eu-west-1.amazonaws.com\"}}}");
  }

  @Test
  void tellsItsTopicsAndFunctionsOnly() {
    String policy =
        policies.alerting(
            new TreeSet<>(List.of("arn:aws:sns:eu-west-1:123456789012:t")),
            new TreeSet<>(List.of("arn:aws:lambda:eu-west-1:123456789012:function:f")),
            new TreeSet<>(List.of("alias/topics")));
    assertThat(policy)
        .contains(
            "{\"Effect\":\"Allow\",\"Action\":[\"sns:Publish\"],"
                + "\"Resource\":[\"arn:aws:sns:eu-west-1:123456789012:t\"]}")
        .contains("\"Action\":[\"lambda:InvokeFunction\"]")
        .contains("arn:aws:kms:eu-west-1:123456789012:alias/topics")
        .contains("sns.eu-west-1.amazonaws.com");
  }
}
