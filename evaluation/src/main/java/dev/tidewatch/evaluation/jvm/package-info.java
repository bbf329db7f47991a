/** Java processes that are started for one purpose. */
package dev.tidewatch.evaluation.jvm;
