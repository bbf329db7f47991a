/** What all pages have: their frame, their files, how they are answered. */
@NullMarked
package dev.tidewatch.detector.console.web;

import org.jspecify.annotations.NullMarked;
