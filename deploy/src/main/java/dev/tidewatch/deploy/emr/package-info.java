/** Steps of EMR on EC2. */
@NullMarked
package dev.tidewatch.deploy.emr;

import org.jspecify.annotations.NullMarked;
