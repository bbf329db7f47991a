/**
 * Proves from what lies in the store that no record was lost or counted twice. Start at {@link
 * dev.tidewatch.etl.audit.Audit}.
 */
package dev.tidewatch.etl.audit;
