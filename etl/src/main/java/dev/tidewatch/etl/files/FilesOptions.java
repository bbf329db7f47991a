package dev.tidewatch.etl.files;

import java.net.URI;
import org.apache.spark.sql.util.CaseInsensitiveStringMap;
import org.jspecify.annotations.Nullable;

/**
 * The options of the source.
 *
 * @param folder where the files are: option {@code path}
 * @param quote option {@code quote}; null for JSON Lines
 * @param header option {@code header}
 * @param filesPerBatch option {@code filesPerBatch}
 */
record FilesOptions(URI folder, @Nullable Character quote, boolean header, int filesPerBatch) {
  private static final int FILES_PER_BATCH = 100;

  static FilesOptions of(CaseInsensitiveStringMap options) {
    String path = options.get("path");
    if (path == null) {
      throw new IllegalArgumentException("the option path is missing: name the folder to read");
    }
    String quote = options.getOrDefault("quote", "");
    return new FilesOptions(
        URI.create(path),
        quote.isEmpty() ? null : quote.charAt(0),
        options.getBoolean("header", false),
        options.getInt("filesPerBatch", FILES_PER_BATCH));
  }

  FilePartition partition(String name) {
    return new FilePartition(folder, name, quote, header);
  }
}
