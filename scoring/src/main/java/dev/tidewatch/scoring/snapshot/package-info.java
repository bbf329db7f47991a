/** The engine's state as flat, checked bytes. */
package dev.tidewatch.scoring.snapshot;
