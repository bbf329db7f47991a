/** Has Spark run the job: plans batches, shapes records on executors, delivers on the driver. */
package dev.tidewatch.etl.job;
