/** When records are due: ticks, windows of time, and the clock a run keeps to. */
package dev.tidewatch.generator.timeline;
