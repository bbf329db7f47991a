/** The past under other settings: trials, what they found, two of them beside each other. */
@NullMarked
package dev.tidewatch.detector.console.backtest;

import org.jspecify.annotations.NullMarked;
