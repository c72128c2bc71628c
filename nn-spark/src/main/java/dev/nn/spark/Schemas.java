package dev.nn.spark;

import dev.nn.data.schema.FittedSchema;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.apache.spark.ml.attribute.NominalAttribute;
import org.apache.spark.ml.linalg.SQLDataTypes;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.types.ArrayType;
import org.apache.spark.sql.types.BooleanType;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.Metadata;
import org.apache.spark.sql.types.MetadataBuilder;
import org.apache.spark.sql.types.NumericType;
import org.apache.spark.sql.types.StructField;
import org.apache.spark.sql.types.StructType;

/** Checks the columns of a table, and adds those of a model. An empty name is no column. */
final class Schemas {
  /** What a column of features says of the schema that has made it. */
  private static final String SCHEMA = "nn.schema";

  private Schemas() {}

  static void require(StructType schema, String column) {
    if (!column.isEmpty()) {
      type(schema, column);
    }
  }

  static void requireNumber(StructType schema, String column) {
    if (!column.isEmpty() && !(type(schema, column) instanceof NumericType)) {
      throw wrong(schema, column, "numeric");
    }
  }

  static void requireFlag(StructType schema, String column) {
    if (!column.isEmpty() && !(type(schema, column) instanceof BooleanType)) {
      throw wrong(schema, column, "boolean");
    }
  }

  /** Vectors and arrays of numbers. */
  static void requireNumbers(StructType schema, String column) {
    if (!hasNumbers(type(schema, column))) {
      throw wrong(schema, column, "vector or array of numbers");
    }
  }

  /** A number, or several where a network predicts several. */
  static void requireLabel(StructType schema, String column) {
    DataType type = type(schema, column);
    if (!(type instanceof NumericType) && !hasNumbers(type)) {
      throw wrong(schema, column, "numeric");
    }
  }

  private static boolean hasNumbers(DataType type) {
    return type.equals(SQLDataTypes.VectorType())
        || (type instanceof ArrayType array && array.elementType() instanceof NumericType);
  }

  private static DataType type(StructType schema, String column) {
    if (!Arrays.asList(schema.fieldNames()).contains(column)) {
      throw new IllegalArgumentException(
          "%s does not exist. Available: %s"
              .formatted(column, String.join(", ", schema.fieldNames())));
    }
    return schema.apply(column).dataType();
  }

  private static IllegalArgumentException wrong(StructType schema, String column, String expected) {
    String found = type(schema, column).catalogString();
    String advice =
        found.equals("string") && expected.equals("numeric")
            ? "; StringIndexer makes numbers of texts"
            : "";
    return new IllegalArgumentException(
        "Column %s must be of type %s but was actually of type %s%s."
            .formatted(column, expected, found, advice));
  }

  static StructType withNumber(StructType schema, String column) {
    return with(schema, column, DataTypes.DoubleType);
  }

  static StructType withVector(StructType schema, String column) {
    return with(schema, column, SQLDataTypes.VectorType());
  }

  /** Features that a schema has made, whose text goes with the column. */
  static StructType withFeatures(StructType schema, String column, String text) {
    Metadata known = new MetadataBuilder().putString(SCHEMA, text).build();
    return with(schema, column, SQLDataTypes.VectorType(), known);
  }

  /**
   * The schema that has made a column of features, if one has.
   *
   * @param column that there is
   */
  static Optional<FittedSchema> of(StructType schema, String column) {
    Metadata known = schema.apply(column).metadata();
    return known.contains(SCHEMA)
        ? Optional.of(FittedSchema.parse(known.getString(SCHEMA)))
        : Optional.empty();
  }

  /** Labels, which are numbers of these words if there are any. */
  static StructType withLabel(StructType schema, String column, List<String> words) {
    Metadata known =
        words.isEmpty()
            ? Metadata.empty()
            : NominalAttribute.defaultAttr()
                .withName(column)
                .withValues(words.toArray(String[]::new))
                .toMetadata();
    return with(schema, column, DataTypes.DoubleType, known);
  }

  /** A table that says of its columns what a schema of the same columns says, which maps forget. */
  static Dataset<Row> withMetadata(Dataset<Row> table, StructType schema) {
    Column[] told =
        Arrays.stream(schema.fields())
            .map(field -> named(table, field.name()).as(field.name(), field.metadata()))
            .toArray(Column[]::new);
    return table.select(told);
  }

  private static Column named(Dataset<Row> table, String column) {
    return table.col("`" + column.replace("`", "``") + "`");
  }

  private static StructType with(StructType schema, String column, DataType type) {
    return with(schema, column, type, Metadata.empty());
  }

  private static StructType with(
      StructType schema, String column, DataType type, Metadata metadata) {
    if (column.isEmpty()) {
      return schema;
    }
    if (Arrays.asList(schema.fieldNames()).contains(column)) {
      throw new IllegalArgumentException(
          "Column %s already exists: give it another name, or drop it before.".formatted(column));
    }
    return schema.add(new StructField(column, type, true, metadata));
  }
}
