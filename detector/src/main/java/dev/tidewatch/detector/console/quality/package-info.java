/** What runs said of the data they read, and how late they read it. */
@NullMarked
package dev.tidewatch.detector.console.quality;

import org.jspecify.annotations.NullMarked;
