/** The document of costs, computed anew. */
@NullMarked
package dev.tidewatch.deploy.cost;

import org.jspecify.annotations.NullMarked;
