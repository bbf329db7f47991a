package dev.tidewatch.localaws;

/** What is started. */
public enum Service {
  S3,
  KINESIS,
  SNS,
  SQS,
  CLOUDWATCH,
  EVENTBRIDGE,
  IAM,
  STS,
  /** Takes the mails SNS sends, by SMTP. */
  MAIL
}
