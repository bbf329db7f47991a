package dev.tidewatch.etl.kinesis;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructField;
import org.apache.spark.sql.types.StructType;

/** The columns of the source. All are null in a position row but {@link #DATA}. */
enum RangeColumn {
  SHARD_ID(DataTypes.StringType),
  SEQUENCE_NUMBER(DataTypes.StringType),
  SUB_SEQUENCE_NUMBER(DataTypes.LongType),
  PARTITION_KEY(DataTypes.StringType),
  ARRIVAL(DataTypes.TimestampType),
  DATA(DataTypes.BinaryType);

  @SuppressWarnings("ImmutableEnumChecker") // Spark's types never change
  private final DataType type;

  RangeColumn(DataType type) {
    this.type = type;
  }

  static StructType schema() {
    return new StructType(
        Arrays.stream(values())
            .map(
                column ->
                    DataTypes.createStructField(
                        column.name().toLowerCase(Locale.ROOT), column.type, true))
            .toArray(StructField[]::new));
  }

  /** The columns of a schema that is a part of {@link #schema}, in its order. */
  static List<RangeColumn> of(StructType schema) {
    return Arrays.stream(schema.fieldNames())
        .map(name -> valueOf(name.toUpperCase(Locale.ROOT)))
        .toList();
  }
}
