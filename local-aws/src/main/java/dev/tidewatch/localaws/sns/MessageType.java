package dev.tidewatch.localaws.sns;

/** What a message to a subscriber is. */
enum MessageType {
  NOTIFICATION("Notification"),
  SUBSCRIPTION_CONFIRMATION("SubscriptionConfirmation"),
  UNSUBSCRIBE_CONFIRMATION("UnsubscribeConfirmation");

  private final String awsName;

  MessageType(String awsName) {
    this.awsName = awsName;
  }

  String awsName() {
    return awsName;
  }
}
