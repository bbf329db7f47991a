/** What a page shows, as its URL says it. */
@NullMarked
package dev.tidewatch.detector.console.view;

import org.jspecify.annotations.NullMarked;
