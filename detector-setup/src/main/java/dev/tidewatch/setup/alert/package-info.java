/** A detector's alerts and who hears of them: {@link dev.tidewatch.setup.alert.AlertBook}. */
@org.jspecify.annotations.NullMarked
package dev.tidewatch.setup.alert;
