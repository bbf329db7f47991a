/**
 * The analysts' console: server-rendered pages over the {@code overview} read model, the stored
 * groups and the API's own operations. {@link dev.tidewatch.detector.console.ConsoleRoutes} lists
 * its pages.
 */
@NullMarked
package dev.tidewatch.detector.console;

import org.jspecify.annotations.NullMarked;
