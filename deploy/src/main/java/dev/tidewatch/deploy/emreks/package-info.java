/** Job runs of EMR on EKS. */
@NullMarked
package dev.tidewatch.deploy.emreks;

import org.jspecify.annotations.NullMarked;
