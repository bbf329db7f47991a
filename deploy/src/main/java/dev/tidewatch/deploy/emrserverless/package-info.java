/** Job runs of EMR Serverless. */
@NullMarked
package dev.tidewatch.deploy.emrserverless;

import org.jspecify.annotations.NullMarked;
