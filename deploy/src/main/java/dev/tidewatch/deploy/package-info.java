/** Puts the job into an AWS account. */
@NullMarked
package dev.tidewatch.deploy;

import org.jspecify.annotations.NullMarked;
