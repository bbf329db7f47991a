package dev.tidewatch.etl.files;

import java.net.URI;
import java.util.Optional;
import org.apache.spark.sql.connector.read.InputPartition;
import org.jspecify.annotations.Nullable;

/**
 * One file of the folder, to be read whole.
 *
 * @param quote inside which a line break does not end a record; null for JSON Lines
 * @param header whether its first line names the columns
 */
record FilePartition(URI folder, String name, @Nullable Character quote, boolean header)
    implements InputPartition {
  Optional<Character> quoted() {
    return Optional.ofNullable(quote);
  }
}
