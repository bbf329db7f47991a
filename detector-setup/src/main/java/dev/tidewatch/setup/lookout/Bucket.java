package dev.tidewatch.setup.lookout;

import dev.tidewatch.setup.plan.Attributes;
import dev.tidewatch.setup.plan.Difference;
import dev.tidewatch.setup.plan.Existing;
import dev.tidewatch.setup.plan.Existing.Owner;
import dev.tidewatch.setup.plan.Resource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.BucketLocationConstraint;
import software.amazon.awssdk.services.s3.model.CreateBucketRequest;
import software.amazon.awssdk.services.s3.model.NoSuchBucketException;
import software.amazon.awssdk.services.s3.model.ObjectIdentifier;
import software.amazon.awssdk.services.s3.model.S3Exception;
import software.amazon.awssdk.services.s3.model.S3Object;
import software.amazon.awssdk.services.s3.model.ServerSideEncryption;
import software.amazon.awssdk.services.s3.model.ServerSideEncryptionRule;
import software.amazon.awssdk.services.s3.model.Tag;

/**
 * The bucket of the interval files. One that is there already is used as it is. An empty one
 * without tags is what is left of a creation that was cut short, and is finished.
 */
final class Bucket implements Resource {
  private static final int NOT_IMPLEMENTED = 501;

  private final S3Client s3;
  private final Mark mark;
  private final String name;
  private final String region;

  Bucket(S3Client s3, Mark mark, String name, String region) {
    this.s3 = s3;
    this.mark = mark;
    this.name = name;
    this.region = region;
  }

  @Override
  public String kind() {
    return "S3 bucket";
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public Attributes desired() {
    return new Attributes(Map.of("protection", "encrypted, not public"));
  }

  @Override
  public Optional<Existing> existing() {
    try {
      s3.headBucket(request -> request.bucket(name));
    } catch (NoSuchBucketException nothing) {
      return Optional.empty();
    }
    Map<String, String> tags = tags();
    if (mark.isOn(tags)) {
      return Optional.of(Existing.ours(desired()));
    }
    return tags.isEmpty() && isEmpty()
        ? Optional.empty()
        : Optional.of(new Existing(Attributes.NONE, Owner.SHARED));
  }

  /** The key of the account's own that encrypts a bucket by default; empty when AWS's own does. */
  static Optional<String> key(S3Client s3, String bucket) {
    try {
      return s3
          .getBucketEncryption(request -> request.bucket(bucket))
          .serverSideEncryptionConfiguration()
          .rules()
          .stream()
          .map(rule -> rule.applyServerSideEncryptionByDefault().kmsMasterKeyID())
          .filter(key -> key != null)
          .findFirst();
    } catch (S3Exception none) {
      return Optional.empty(); // no bucket yet, no encryption, or not ours to ask
    }
  }

  private Map<String, String> tags() {
    try {
      return s3.getBucketTagging(request -> request.bucket(name)).tagSet().stream()
          .collect(Collectors.toMap(Tag::key, Tag::value));
    } catch (S3Exception none) {
      if (none.statusCode() == 404 || none.statusCode() == NOT_IMPLEMENTED) {
        return Map.of();
      }
      throw none;
    }
  }

  private boolean isEmpty() {
    return s3.listObjectsV2(request -> request.bucket(name).maxKeys(1)).contents().isEmpty();
  }

  @Override
  public String create() {
    if (isThere()) {
      protect();
      return "s3://" + name;
    }
    CreateBucketRequest.Builder request = CreateBucketRequest.builder().bucket(name);
    if (!region.equals("us-east-1")) {
      request.createBucketConfiguration(
          where -> where.locationConstraint(BucketLocationConstraint.fromValue(region)));
    }
    s3.createBucket(request.build());
    protect();
    return "s3://" + name;
  }

  private boolean isThere() {
    try {
      s3.headBucket(request -> request.bucket(name));
      return true;
    } catch (NoSuchBucketException nothing) {
      return false;
    }
  }

  /** Stores that speak S3 but know no such thing are taken as they are. */
  private static void ifKnown(Runnable call) {
    try {
      call.run();
    } catch (S3Exception failure) {
      if (failure.statusCode() != NOT_IMPLEMENTED) {
        throw failure;
      }
    }
  }

  private void protect() {
    ifKnown(this::blockPublicAccess);
    ifKnown(this::encrypt);
    ifKnown(this::tag); // last: what carries our mark is finished
  }

  private void blockPublicAccess() {
    s3.putPublicAccessBlock(
        request ->
            request
                .bucket(name)
                .publicAccessBlockConfiguration(
                    block ->
                        block
                            .blockPublicAcls(true)
                            .ignorePublicAcls(true)
                            .blockPublicPolicy(true)
                            .restrictPublicBuckets(true)));
  }

  private void encrypt() {
    ServerSideEncryptionRule rule =
        ServerSideEncryptionRule.builder()
            .applyServerSideEncryptionByDefault(
                usual -> usual.sseAlgorithm(ServerSideEncryption.AES256))
            .build();
    s3.putBucketEncryption(
        request ->
            request
                .bucket(name)
                .serverSideEncryptionConfiguration(encryption -> encryption.rules(rule)));
  }

  private void tag() {
    s3.putBucketTagging(
        request ->
            request
                .bucket(name)
                .tagging(
                    tagging ->
                        tagging.tagSet(Tag.builder().key(Mark.KEY).value(mark.file()).build())));
  }

  @Override
  public void update(List<Difference> differences) {
    protect();
  }

  /** Takes the bucket away with everything in it. */
  @Override
  public void delete() {
    try {
      s3.listObjectsV2Paginator(request -> request.bucket(name))
          .forEach(page -> delete(page.contents()));
      s3.deleteBucket(request -> request.bucket(name));
    } catch (NoSuchBucketException gone) {
      // somebody was faster
    }
  }

  private void delete(List<S3Object> objects) {
    List<ObjectIdentifier> keys =
        objects.stream()
            .map(object -> ObjectIdentifier.builder().key(object.key()).build())
            .toList();
    if (!keys.isEmpty()) {
      s3.deleteObjects(request -> request.bucket(name).delete(delete -> delete.objects(keys)));
    }
  }
}
