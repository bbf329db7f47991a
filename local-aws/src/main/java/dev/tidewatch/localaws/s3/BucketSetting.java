package dev.tidewatch.localaws.s3;

import java.util.Arrays;
import java.util.Optional;

/** What a bucket has besides objects, by the word that asks for it. */
enum BucketSetting {
  TAGGING("tagging", "BucketTagging", "BucketTagging", "NoSuchTagSet"),
  PUBLIC_ACCESS_BLOCK(
      "publicAccessBlock",
      "BucketPublicAccessBlock",
      "BucketPublicAccessBlock",
      "NoSuchPublicAccessBlockConfiguration"),
  ENCRYPTION(
      "encryption",
      "EncryptionConfiguration",
      "EncryptionConfiguration",
      "ServerSideEncryptionConfigurationNotFoundError"),
  LIFECYCLE(
      "lifecycle",
      "LifecycleConfiguration",
      "LifecycleConfiguration",
      "NoSuchLifecycleConfiguration"),
  OWNERSHIP(
      "ownershipControls",
      "BucketOwnershipControls",
      "BucketOwnershipControls",
      "OwnershipControlsNotFoundError"),
  POLICY("policy", "BucketPolicy", "", "NoSuchBucketPolicy");

  /** What every bucket has unless told otherwise. */
  private static final String ENCRYPTED =
      "<ServerSideEncryptionConfiguration xmlns=\"http://s3.amazonaws.com/doc/2006-03-01/\"><Rule>"
          + "<ApplyServerSideEncryptionByDefault><SSEAlgorithm>AES256</SSEAlgorithm>"
          + "</ApplyServerSideEncryptionByDefault><BucketKeyEnabled>false</BucketKeyEnabled>"
          + "</Rule></ServerSideEncryptionConfiguration>";

  private final String word;
  private final String action;
  private final String deleteAction;
  private final String missing;

  BucketSetting(String word, String action, String deletedBy, String missing) {
    this.word = word;
    this.action = action;
    // IAM lets who may put most settings delete them too.
    this.deleteAction = deletedBy.isEmpty() ? "Delete" + action : "Put" + deletedBy;
    this.missing = missing;
  }

  static Optional<BucketSetting> of(String query) {
    return Arrays.stream(values())
        .filter(setting -> query.matches("(.*&)?" + setting.word + "(=?&.*|=)?"))
        .findFirst();
  }

  /** What IAM calls the request. */
  String action(String method) {
    return switch (method) {
      case "PUT" -> "Put" + action;
      case "DELETE" -> deleteAction;
      default -> "Get" + action;
    };
  }

  /** The error's code when there is none. */
  String missing() {
    return missing;
  }

  String contentType() {
    return this == POLICY ? "application/json" : "application/xml";
  }

  /** The setting of a bucket that was told nothing. */
  Optional<String> initial() {
    return this == ENCRYPTION ? Optional.of(ENCRYPTED) : Optional.empty();
  }
}
