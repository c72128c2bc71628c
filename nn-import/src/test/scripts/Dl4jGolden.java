import java.nio.file.*;
import java.util.*;
import org.deeplearning4j.nn.conf.*;
import org.deeplearning4j.nn.conf.layers.*;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.deeplearning4j.util.ModelSerializer;
import org.nd4j.linalg.activations.Activation;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.dataset.DataSet;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.learning.config.*;
import org.nd4j.linalg.lossfunctions.LossFunctions.LossFunction;

/**
 * Makes golden files with Deeplearning4j: twenty steps in double precision, and saved networks with what they predict.
 *
 * <p>Usage, in the root of the project: {@code java -cp "FOLDER/*" nn-import/src/test/scripts/Dl4jGolden.java}, where FOLDER
 * has deeplearning4j-nn and nd4j-native 1.0.0-M2.1 of Maven Central, with its natives, and what they need.
 */
public class Dl4jGolden {
  static final int ROWS = 37, BATCH = 8, INPUTS = 5;
  static final double[][] FEATURES = new double[ROWS][INPUTS], CLASSES = new double[ROWS][3], NUMBERS = new double[ROWS][2], SIGNS = new double[ROWS][2];

  public static void main(String[] args) throws Exception {
    Nd4j.setDefaultDataTypes(DataType.DOUBLE, DataType.DOUBLE);
    Random random = new Random(20261129);
    for (int r = 0; r < ROWS; r++) {
      for (int i = 0; i < INPUTS; i++) FEATURES[r][i] = (float) random.nextGaussian();
      CLASSES[r][random.nextInt(3)] = 1;
      for (int i = 0; i < 2; i++) {
        NUMBERS[r][i] = (float) random.nextGaussian();
        SIGNS[r][i] = random.nextInt(2);
      }
    }
    List<String> runs = new ArrayList<>();
    Map<String, IUpdater> updaters = new LinkedHashMap<>();
    updaters.put("sgd", new Sgd());
    updaters.put("adam", new Adam());
    updaters.put("adam(learning_rate=0.01, epsilon=0.01)", new Adam(0.01, 0.9, 0.999, 0.01));
    updaters.put("sgd(learning_rate=0.1, momentum=0.9, nesterov=true)", new Nesterovs());
    updaters.put("adagrad", new AdaGrad());
    updaters.put("adadelta", new AdaDelta());
    updaters.forEach((spec, updater) -> runs.add(run("numbers by " + spec, "mean_squared_error", spec, updater, NUMBERS, Activation.IDENTITY, "identity", LossFunction.MSE)));
    runs.add(run("classes by adam", "categorical_crossentropy", "adam", new Adam(), CLASSES, Activation.SOFTMAX, "softmax", LossFunction.MCXENT));
    runs.add(run("several labels by sgd", "binary_crossentropy", "sgd(learning_rate=0.1)", new Sgd(0.1), SIGNS, Activation.SIGMOID, "sigmoid", LossFunction.XENT));
    String by = "{\"made_by\":{\"script\":\"nn-import/src/test/scripts/Dl4jGolden.java\",\"library\":\"Deeplearning4j\",\"version\":\"1.0.0-M2.1\",\"seed\":20261129},\n\"%s\":[\n%s]}\n";
    Files.writeString(Path.of("nn-tests/src/test/resources/golden/presets_dl4j.json"), by.formatted("runs", String.join(",\n", runs)));
    Files.writeString(Path.of("nn-import/src/test/resources/golden/dl4j.json"), by.formatted("models", model()));
  }

  static String run(String name, String loss, String spec, IUpdater updater, double[][] targets, Activation last, String ours, LossFunction function) {
    int outputs = targets[0].length;
    MultiLayerNetwork net = new MultiLayerNetwork(new NeuralNetConfiguration.Builder().seed(1).dataType(DataType.DOUBLE).updater(updater).list()
        .layer(new DenseLayer.Builder().nIn(INPUTS).nOut(6).activation(Activation.TANH).build())
        .layer(new OutputLayer.Builder(function).nIn(6).nOut(outputs).activation(last).build()).build());
    net.init();
    INDArray rounded = net.params().castTo(DataType.FLOAT).castTo(DataType.DOUBLE);
    net.setParams(rounded);
    String initial = parameters(net);
    for (int epoch = 0; epoch < 4; epoch++) {
      for (int from = 0; from < ROWS; from += BATCH) {
        int to = Math.min(ROWS, from + BATCH);
        net.fit(new DataSet(Nd4j.create(Arrays.copyOfRange(FEATURES, from, to)), Nd4j.create(Arrays.copyOfRange(targets, from, to))));
      }
    }
    return "{\"like\":\"dl4j\",\"name\":\"%s\",\"layers\":[\"dense(units=6, activation=tanh)\",\"dense(units=%d, activation=%s)\"],\"loss\":\"%s\",\"optimizer\":\"%s\",\"batch\":%d,\"epochs\":4,\"features\":%s,\"targets\":%s,\"initial\":%s,\"final\":%s}"
        .formatted(name, outputs, ours, loss, spec, BATCH, Arrays.deepToString(FEATURES), Arrays.deepToString(targets), initial, parameters(net));
  }

  static String parameters(MultiLayerNetwork net) {
    StringJoiner all = new StringJoiner(",", "{", "}");
    for (int layer = 0; layer < 2; layer++) {
      all.add("\"%d.dense.kernel\":%s".formatted(layer, Arrays.toString(Nd4j.toFlattened('c', net.getParam(layer + "_W")).toDoubleVector())));
      all.add("\"%d.dense.bias\":%s".formatted(layer, Arrays.toString(net.getParam(layer + "_b").toDoubleVector())));
    }
    return all.toString();
  }

  static String model() throws Exception {
    List<String> models = new ArrayList<>();
    for (DataType type : new DataType[] {DataType.FLOAT, DataType.DOUBLE}) {
      MultiLayerNetwork net = new MultiLayerNetwork(new NeuralNetConfiguration.Builder().seed(2).dataType(type).updater(new Adam(0.05)).list()
          .layer(new DenseLayer.Builder().nIn(INPUTS).nOut(7).activation(Activation.GELU).build())
          .layer(new BatchNormalization.Builder().nOut(7).build())
          .layer(new DenseLayer.Builder().nIn(7).nOut(4).activation(Activation.LEAKYRELU).dropOut(0.8).build())
          .layer(new ActivationLayer.Builder().activation(Activation.TANH).build())
          .layer(new OutputLayer.Builder(LossFunction.MCXENT).nIn(4).nOut(3).activation(Activation.SOFTMAX).build()).build());
      net.init();
      for (int step = 0; step < 30; step++) {
        net.fit(new DataSet(Nd4j.create(FEATURES).castTo(type), Nd4j.create(CLASSES).castTo(type)));
      }
      String file = "dl4j_" + type.name().toLowerCase() + ".zip";
      ModelSerializer.writeModel(net, Path.of("nn-import/src/test/resources/golden", file).toFile(), false);
      double[][] rows = Arrays.copyOf(FEATURES, 6);
      models.add("{\"file\":\"%s\",\"features\":%s,\"predictions\":%s}".formatted(file, Arrays.deepToString(rows), Arrays.deepToString(net.output(Nd4j.create(rows).castTo(type)).castTo(DataType.DOUBLE).toDoubleMatrix())));
    }
    return String.join(",\n", models);
  }
}
