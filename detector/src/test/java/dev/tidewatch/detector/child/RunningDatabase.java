package dev.tidewatch.detector.child;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/** Looks into the database of a server that runs, from outside. */
public final class RunningDatabase {
  private RunningDatabase() {}

  /** The rows of an answer that is numbers. */
  public static List<long[]> ask(Path file, String question) {
    try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file);
        Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(question)) {
      List<long[]> answer = new ArrayList<>();
      while (rows.next()) {
        long[] row = new long[rows.getMetaData().getColumnCount()];
        for (int i = 0; i < row.length; i++) {
          row[i] = rows.getLong(i + 1);
        }
        answer.add(row);
      }
      return answer;
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }
}
