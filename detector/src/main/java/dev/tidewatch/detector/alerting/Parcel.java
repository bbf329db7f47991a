package dev.tidewatch.detector.alerting;

import static java.util.Objects.requireNonNull;

import dev.tidewatch.detector.alerting.message.AlertContent;
import dev.tidewatch.detector.alerting.message.JsonDocument;
import dev.tidewatch.detector.alerting.message.LongText;
import dev.tidewatch.detector.alerting.message.MessageAttributes;
import dev.tidewatch.detector.alerting.message.ShortText;
import dev.tidewatch.detector.alerting.message.Subject;
import java.util.Map;
import software.amazon.awssdk.services.lookoutmetrics.model.SnsFormat;

/**
 * A message, worded.
 *
 * @param eventId what receivers recognise repeats by
 * @param attributes to filter by; {@link MessageAttributes}
 */
public record Parcel(String eventId, String subject, String body, Map<String, String> attributes) {
  public Parcel {
    requireNonNull(eventId, "eventId");
    requireNonNull(subject, "subject");
    requireNonNull(body, "body");
    attributes = Map.copyOf(attributes);
  }

  /** A content in one of the formats; one that this version does not know is JSON. */
  public static Parcel of(AlertContent content, SnsFormat format) {
    String body =
        format == SnsFormat.LONG_TEXT
            ? LongText.of(content)
            : format == SnsFormat.SHORT_TEXT ? ShortText.of(content) : JsonDocument.of(content);
    return new Parcel(content.eventId(), Subject.of(content), body, MessageAttributes.of(content));
  }
}
