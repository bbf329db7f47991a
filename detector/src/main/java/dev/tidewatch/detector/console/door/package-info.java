/**
 * Who stands at the console's door: sessions, links to sign in with, a proxy's word, forged forms.
 */
@NullMarked
package dev.tidewatch.detector.console.door;

import org.jspecify.annotations.NullMarked;
