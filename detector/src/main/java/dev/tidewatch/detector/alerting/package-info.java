/**
 * Who is told what, and that they are. {@link dev.tidewatch.detector.alerting.AlertDesk} decides
 * within the transaction that keeps an interval, and writes down what is to be told; {@link
 * dev.tidewatch.detector.alerting.Courier} sends it, again and again until it has arrived. So no
 * event is missed whenever the server stops; one may be sent twice, under the same event id.
 *
 * <p>The server sends with its own credentials: a role's ARN in an alert is kept and told, but not
 * assumed.
 */
@NullMarked
package dev.tidewatch.detector.alerting;

import org.jspecify.annotations.NullMarked;
