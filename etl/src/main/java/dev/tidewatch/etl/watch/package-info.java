/**
 * Tells how the job goes: one line a batch for people and log stores, and CloudWatch's embedded
 * metrics.
 */
package dev.tidewatch.etl.watch;
