/** The one database of the server: transactions, schema, migrations, backup. */
@NullMarked
package dev.tidewatch.detector.store;

import org.jspecify.annotations.NullMarked;
