/** What is submitted, wherever it runs: the jar, the metric set, the job's arguments. */
@NullMarked
package dev.tidewatch.deploy.job;

import org.jspecify.annotations.NullMarked;
