/**
 * SNS on loopback: topics, subscriptions that must be confirmed, filters, and deliveries over HTTP,
 * to queues and by e-mail. Start at {@link dev.tidewatch.localaws.sns.SnsServer}.
 */
package dev.tidewatch.localaws.sns;
