/** Whether the server's parts are well, for whoever asks: load balancers and people alike. */
@NullMarked
package dev.tidewatch.detector.health;

import org.jspecify.annotations.NullMarked;
