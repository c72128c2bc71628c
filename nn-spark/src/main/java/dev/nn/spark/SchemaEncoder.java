package dev.nn.spark;

import dev.nn.api.NnException;
import dev.nn.data.schema.FittedSchema;
import dev.nn.spark.cluster.Sessions;
import dev.nn.spark.table.SchemaSample;
import org.apache.spark.ml.Estimator;
import org.apache.spark.ml.param.LongParam;
import org.apache.spark.ml.param.Param;
import org.apache.spark.ml.param.ParamMap;
import org.apache.spark.ml.util.DefaultParamsReader;
import org.apache.spark.ml.util.DefaultParamsWritable;
import org.apache.spark.ml.util.Identifiable;
import org.apache.spark.ml.util.MLReader;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.types.StructType;

/**
 * Takes a table as it is, with numbers, texts, dates and missing cells, and finds out by a {@link
 * dev.nn.data.schema.Schema} what its columns are for, as on one machine:
 *
 * <pre>{@code
 * Dataset<Row> flowers = session.read().option("header", true).option("inferSchema", true).csv(path);
 * SchemaEncoderModel encoder = new SchemaEncoder().setColumns("id=ignore, kind=target").fit(flowers);
 * NeuralNetworkClassificationModel model = new NeuralNetworkClassifier()
 *     .setLayers("dense(units=32, activation=relu), " + encoder.schema().outputLayer())
 *     .fit(encoder.transform(flowers));
 * model.network().save(Path.of("flowers.safetensors"));
 * }</pre>
 *
 * <p>What comes after it in a pipeline knows the schema: labels are what it says, numbers are
 * predicted in their own units, and the model file has the schema in it, so that {@code ./nn
 * predict} and {@code TabularModel.load} take the table's rows.
 *
 * <p>The schema learns from up to {@code sampleRows} rows, which come to the driver; they are
 * chosen by a hash of their content, so the schema is the same whatever the partitions. A column
 * that is not for learning, such as a weight or what tells rows for validation, needs the role
 * {@code ignore}.
 */
public final class SchemaEncoder extends Estimator<SchemaEncoderModel>
    implements DefaultParamsWritable {
  private static final long serialVersionUID = 1L;
  private static final long SAMPLE_ROWS = 100_000;

  private final String uid;
  private final Param<String> columns;
  private final LongParam sampleRows;
  private final Param<String> featuresCol;
  private final Param<String> labelCol;

  /** Creates an estimator with a name of its own. */
  public SchemaEncoder() {
    this(Identifiable.randomUID("nnSchema"));
  }

  /** Creates an estimator with a given name. */
  public SchemaEncoder(String uid) {
    this.uid = uid;
    columns = new Param<>(this, "columns", "roles of columns, as id=ignore, price=target");
    sampleRows = new LongParam(this, "sampleRows", "of how many rows at most the schema learns");
    featuresCol = new Param<>(this, "featuresCol", "the column that features go to, as vectors");
    labelCol = new Param<>(this, "labelCol", "the column that targets go to, as numbers");
    setDefault(columns, "");
    setDefault(sampleRows, SAMPLE_ROWS);
    setDefault(featuresCol, "features");
    setDefault(labelCol, "label");
  }

  /** Reads an estimator that was saved. */
  public static MLReader<SchemaEncoder> read() {
    return new DefaultParamsReader<>();
  }

  /** Reads an estimator that was saved. */
  public static SchemaEncoder load(String path) {
    return read().load(path);
  }

  @Override
  public String uid() {
    return uid;
  }

  /**
   * Finds out what the columns are for, and learns what their roles need.
   *
   * @throws dev.nn.api.DataException if there is nothing to learn from, or a column cannot be read
   */
  @Override
  public SchemaEncoderModel fit(Dataset<?> dataset) {
    Sessions.context(dataset);
    transformSchema(dataset.schema());
    long most = (Long) $(sampleRows);
    if (most < 1) {
      throw new NnException("sampleRows must be at least 1, got " + most);
    }
    FittedSchema fitted = SchemaSample.fit(dataset, $(columns), most);
    SchemaEncoderModel made = SchemaEncoderModel.of(uid, fitted);
    made.setParent(this);
    copyValues(made, ParamMap.empty());
    return made;
  }

  /** Adds the features and the label. */
  @Override
  public StructType transformSchema(StructType schema) {
    return Schemas.withNumber(Schemas.withVector(schema, $(featuresCol)), $(labelCol));
  }

  @Override
  public SchemaEncoder copy(ParamMap extra) {
    return defaultCopy(extra);
  }

  public Param<String> columns() {
    return columns;
  }

  public LongParam sampleRows() {
    return sampleRows;
  }

  public Param<String> featuresCol() {
    return featuresCol;
  }

  public Param<String> labelCol() {
    return labelCol;
  }

  /** Gives columns their roles, as {@code id=ignore, zip=categorical, price=target}. */
  public SchemaEncoder setColumns(String value) {
    set(columns, value);
    return this;
  }

  /** Sets of how many rows at most the schema learns, which come to the driver. */
  public SchemaEncoder setSampleRows(long value) {
    set(sampleRows, value);
    return this;
  }

  /** Sets the column that features go to. */
  public SchemaEncoder setFeaturesCol(String value) {
    set(featuresCol, value);
    return this;
  }

  /** Sets the column that labels go to. */
  public SchemaEncoder setLabelCol(String value) {
    set(labelCol, value);
    return this;
  }
}
