package dev.tidewatch.setup.aws;

import static java.util.Objects.requireNonNull;

import software.amazon.awssdk.regions.providers.DefaultAwsRegionProviderChain;
import software.amazon.awssdk.services.sts.StsClient;

/**
 * Who calls, and where: what ARNs are made of.
 *
 * @param partition such as {@code aws}
 * @param region such as {@code us-east-1}
 * @param account twelve digits
 * @param caller the ARN of who signs
 */
public record Identity(String partition, String region, String account, String caller) {
  public Identity {
    requireNonNull(partition, "partition");
    requireNonNull(region, "region");
    requireNonNull(account, "account");
    requireNonNull(caller, "caller");
  }

  /** Asks STS; the region is the one the SDK finds. */
  public static Identity of(StsClient sts) {
    var answer = sts.getCallerIdentity();
    String region = DefaultAwsRegionProviderChain.builder().build().getRegion().id();
    return new Identity(answer.arn().split(":", 3)[1], region, answer.account(), answer.arn());
  }

  public String roleArn(String path, String name) {
    return "arn:" + partition + ":iam::" + account + ":role" + path + name;
  }

  public String topicArn(String name) {
    return "arn:" + partition + ":sns:" + region + ":" + account + ":" + name;
  }

  public String bucketArn(String bucket) {
    return "arn:" + partition + ":s3:::" + bucket;
  }
}
