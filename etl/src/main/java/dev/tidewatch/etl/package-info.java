/**
 * The way of a record, package by package: {@code kinesis} (or {@code files}) reads it, {@code
 * shape} decodes it and adds it up, {@code job} has Spark run both batch by batch, {@code deliver}
 * publishes closed intervals, {@code watch} tells how it goes, {@code audit} proves that nothing
 * was lost.
 */
package dev.tidewatch.etl;
