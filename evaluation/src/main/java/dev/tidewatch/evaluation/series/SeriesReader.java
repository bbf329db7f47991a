package dev.tidewatch.evaluation.series;

import dev.tidewatch.evaluation.file.CsvTable;
import dev.tidewatch.evaluation.file.DataFile;
import dev.tidewatch.evaluation.file.MalformedData;
import java.util.List;

/** Reads files with the columns timestamp and value. Other columns are not looked at. */
public final class SeriesReader {
  private SeriesReader() {}

  public static TimeSeries read(DataFile file) {
    CsvTable table = new CsvTable(file);
    int timestamp = table.column("timestamp", "time");
    int value = table.column("value");
    List<CsvTable.Row> rows = table.rows();
    if (rows.isEmpty()) {
      throw new MalformedData(file.path() + " has a header but no rows");
    }
    long[] seconds = new long[rows.size()];
    double[] values = new double[rows.size()];
    for (int i = 0; i < values.length; i++) {
      seconds[i] = TimestampText.seconds(rows.get(i), timestamp);
      values[i] = rows.get(i).number(value);
    }
    return new TimeSeries(seconds, values);
  }
}
