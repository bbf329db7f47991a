/**
 * Publishes closed intervals: one object each, a manifest each, a ledger that adds up. Start at
 * {@link dev.tidewatch.etl.deliver.BatchDelivery}.
 */
package dev.tidewatch.etl.deliver;
