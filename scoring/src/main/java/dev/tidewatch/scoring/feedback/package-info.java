/**
 * What analysts said of anomalies, and how it moves the severity of those that look alike. Start at
 * {@link dev.tidewatch.scoring.feedback.Feedback}.
 */
package dev.tidewatch.scoring.feedback;
