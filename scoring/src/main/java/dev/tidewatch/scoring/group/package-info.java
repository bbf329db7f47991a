/** Anomaly groups: what is anomalous in one measure over one run of intervals. */
package dev.tidewatch.scoring.group;
