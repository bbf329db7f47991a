/**
 * What an alert's message tells, and how it is worded: one content, and from it the JSON document
 * of contract section 7.2, a long and a short text, a subject and attributes to filter by. Nothing
 * here reads a clock or a database. Start with {@link
 * dev.tidewatch.detector.alerting.message.AlertContent}.
 */
@NullMarked
package dev.tidewatch.detector.alerting.message;

import org.jspecify.annotations.NullMarked;
