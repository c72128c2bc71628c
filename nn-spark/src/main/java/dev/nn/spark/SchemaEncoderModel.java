package dev.nn.spark;

import dev.nn.core.dataset.Targets;
import dev.nn.data.schema.FittedSchema;
import dev.nn.spark.cluster.Sessions;
import dev.nn.spark.table.RowEncoder;
import java.util.Arrays;
import java.util.List;
import org.apache.spark.TaskContext;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.api.java.function.MapPartitionsFunction;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.ml.Model;
import org.apache.spark.ml.param.Param;
import org.apache.spark.ml.param.ParamMap;
import org.apache.spark.ml.util.DefaultParamsReader;
import org.apache.spark.ml.util.DefaultParamsWritable;
import org.apache.spark.ml.util.Identifiable;
import org.apache.spark.ml.util.MLReader;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.types.StructType;

/**
 * Makes features of a table's rows by a schema that has learnt, and labels too if the table has the
 * target: the number of the class, 0 or 1 for the words of no and yes, or numbers that are
 * standardised. A row without its target has no label.
 */
public final class SchemaEncoderModel extends Model<SchemaEncoderModel>
    implements DefaultParamsWritable {
  private static final long serialVersionUID = 1L;

  private final String uid;
  private final Param<String> fittedSchema;
  private final Param<String> featuresCol;
  private final Param<String> labelCol;

  /** Creates a model with a given name, as its reader does, which sets the schema afterwards. */
  public SchemaEncoderModel(String uid) {
    this.uid = uid;
    fittedSchema = new Param<>(this, "fittedSchema", "what the schema has learnt, as a text");
    featuresCol = new Param<>(this, "featuresCol", "the column that features go to, as vectors");
    labelCol = new Param<>(this, "labelCol", "the column that targets go to, as numbers");
    setDefault(featuresCol, "features");
    setDefault(labelCol, "label");
  }

  static SchemaEncoderModel of(String uid, FittedSchema fitted) {
    SchemaEncoderModel model = new SchemaEncoderModel(uid);
    model.set(model.fittedSchema, fitted.text());
    return model;
  }

  /** Returns a stage that encodes by any schema, such as that of a model from one machine. */
  public static SchemaEncoderModel of(FittedSchema fitted) {
    return of(Identifiable.randomUID("nnSchema"), fitted);
  }

  /** Reads a model that was saved. */
  public static MLReader<SchemaEncoderModel> read() {
    return new DefaultParamsReader<>();
  }

  /** Reads a model that was saved. */
  public static SchemaEncoderModel load(String path) {
    return read().load(path);
  }

  /** Returns the schema. */
  public FittedSchema schema() {
    return FittedSchema.parse($(fittedSchema));
  }

  @Override
  public String uid() {
    return uid;
  }

  @Override
  public Dataset<Row> transform(Dataset<?> dataset) {
    StructType encoded = transformSchema(dataset.schema());
    JavaSparkContext context = Sessions.context(dataset);
    FittedSchema fitted = schema();
    RowEncoder encoder =
        new RowEncoder(fitted, dataset.schema(), hasTargets(fitted, dataset.schema()));
    Broadcast<RowEncoder> sent = context.broadcast(encoder);
    MapPartitionsFunction<Row, Row> encode =
        rows -> sent.value().encode(rows, TaskContext.getPartitionId());
    return Schemas.withMetadata(
        encoder.cells(dataset).mapPartitions(encode, Encoders.row(encoded)), encoded);
  }

  private static boolean hasTargets(FittedSchema fitted, StructType columns) {
    return Arrays.asList(columns.fieldNames()).containsAll(fitted.targetColumns());
  }

  @Override
  public StructType transformSchema(StructType columns) {
    FittedSchema fitted = schema();
    StructType features = Schemas.withFeatures(columns, $(featuresCol), $(fittedSchema));
    if (!hasTargets(fitted, columns)) {
      return features;
    }
    Targets targets = fitted.targets();
    if (targets instanceof Targets.Real real && real.columns() > 1) {
      return Schemas.withVector(features, $(labelCol));
    }
    List<String> labels =
        targets instanceof Targets.Real ? List.of() : fitted.labels(fitted.targetColumns().get(0));
    return Schemas.withLabel(features, $(labelCol), labels);
  }

  @Override
  public SchemaEncoderModel copy(ParamMap extra) {
    return defaultCopy(extra);
  }

  public Param<String> fittedSchema() {
    return fittedSchema;
  }

  public Param<String> featuresCol() {
    return featuresCol;
  }

  public Param<String> labelCol() {
    return labelCol;
  }

  /** Sets the column that features go to. */
  public SchemaEncoderModel setFeaturesCol(String value) {
    set(featuresCol, value);
    return this;
  }

  /** Sets the column that labels go to. */
  public SchemaEncoderModel setLabelCol(String value) {
    set(labelCol, value);
    return this;
  }
}
