/** A detector's alerts, asked for by its API, and samples of what they tell. */
@org.jspecify.annotations.NullMarked
package dev.tidewatch.setup.alert;
