/** Timestamp texts as the contract's section 5.4 has them. */
package dev.tidewatch.metricset.timestamp;
