/** Which part of a cube explains an unexpected change, and what each dimension value has in it. */
package dev.tidewatch.scoring.contribution;
