package dev.tidewatch.setup.doctor;

import dev.tidewatch.setup.aws.Clients;
import dev.tidewatch.setup.blueprint.Blueprint;
import java.util.ArrayList;
import java.util.List;
import software.amazon.awssdk.regions.providers.DefaultAwsRegionProviderChain;
import software.amazon.awssdk.services.s3.model.NoSuchBucketException;

/** The buckets a detector reads. */
final class BucketCheck implements Check {
  private final Clients clients;
  private final Blueprint blueprint;

  BucketCheck(Clients clients, Blueprint blueprint) {
    this.clients = clients;
    this.blueprint = blueprint;
  }

  @Override
  public List<Finding> look() {
    List<Finding> findings = new ArrayList<>();
    Paths.buckets(blueprint).forEach(bucket -> findings.add(look(bucket)));
    return findings;
  }

  private Finding look(String bucket) {
    try {
      String here = DefaultAwsRegionProviderChain.builder().build().getRegion().id();
      String region = clients.s3().headBucket(request -> request.bucket(bucket)).bucketRegion();
      return region == null || region.equals(here)
          ? Finding.good("bucket " + bucket)
          : Finding.bad(
              "bucket " + bucket + " is in " + region + ", not in " + here,
              "A detector reads buckets of its own region: set AWS_REGION=" + region);
    } catch (NoSuchBucketException nothing) {
      boolean made = Paths.live(blueprint).map(Paths::bucket).filter(bucket::equals).isPresent();
      return made
          ? Finding.notice("there is no bucket " + bucket + " yet", "'apply' makes it")
          : Finding.bad("there is no bucket " + bucket, "Check the path of the history");
    }
  }

  @Override
  public String subject() {
    return "buckets";
  }

  @Override
  public String remedy() {
    return "Check what the credentials may do: s3:ListBucket, s3:GetObject";
  }
}
