/** Jobs of AWS Glue. */
@NullMarked
package dev.tidewatch.deploy.glue;

import org.jspecify.annotations.NullMarked;
