/** The images, unpacked and run as a container would. */
@NullMarked
package dev.tidewatch.deploy.images;

import org.jspecify.annotations.NullMarked;
