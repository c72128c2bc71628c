import java.nio.file.*;
import java.util.*;
import java.util.regex.*;
import weka.classifiers.functions.MultilayerPerceptron;
import weka.core.*;

/**
 * Makes golden files with Weka: twenty steps from its own first weights, and texts of models with what they predict.
 *
 * <p>Usage, in the root of the project: {@code java -cp "FOLDER/*" nn-import/src/test/scripts/WekaGolden.java}, where FOLDER
 * has weka-stable 3.8.7 of Maven Central and what it needs. Attributes and numbers that are predicted lie between -1 and 1
 * and reach both, so that Weka's scaling changes nothing. Rows are written in the order in which Weka takes them, which is
 * that of its one shuffle with seed 0. First weights are those after a training with a rate of 1e-300.
 */
public class WekaGolden {
  static final int ROWS = 20, INPUTS = 3, HIDDEN = 4;

  public static void main(String[] args) throws Exception {
    Path golden = Path.of("nn-import/src/test/resources/golden");
    List<String> runs = new ArrayList<>(), models = new ArrayList<>();
    for (int outputs : new int[] {3, 1}) {
      Instances data = data(outputs);
      MultilayerPerceptron still = network();
      still.setLearningRate(1e-300);
      still.setMomentum(0);
      still.setTrainingTime(1);
      still.buildClassifier(data);
      MultilayerPerceptron once = network();
      once.setTrainingTime(1);
      once.buildClassifier(data);
      Instances order = new Instances(data);
      order.randomize(new Random(0));
      String last = outputs == 1 ? "dense(units=1)" : "dense(units=3, activation=sigmoid)";
      runs.add(
          "{\"like\":\"weka\",\"name\":\"%s by sgd\",\"layers\":[\"dense(units=%d, activation=sigmoid)\",\"%s\"],\"loss\":\"mean_squared_error\",\"optimizer\":\"sgd\",\"batch\":1,\"epochs\":1,\"features\":%s,\"targets\":%s,\"initial\":%s,\"final\":%s}"
              .formatted(outputs == 1 ? "numbers" : "classes", HIDDEN, last, features(order), targets(order, outputs), weights(still, outputs), weights(once, outputs)));
      MultilayerPerceptron trained = network();
      trained.setTrainingTime(50);
      trained.buildClassifier(data);
      String file = outputs == 1 ? "weka_number.txt" : "weka_classes.txt";
      Files.writeString(golden.resolve(file), trained.toString());
      StringJoiner answers = new StringJoiner(",", "[", "]");
      for (Instance row : order) {
        answers.add(Arrays.toString(trained.distributionForInstance(row)));
      }
      models.add("{\"file\":\"%s\",\"sums_to_one\":%s,\"features\":%s,\"predictions\":%s}".formatted(file, outputs > 1, features(order), answers));
    }
    String by = "{\"made_by\":{\"script\":\"nn-import/src/test/scripts/WekaGolden.java\",\"library\":\"Weka\",\"version\":\"3.8.7\",\"seed\":0},\n\"%s\":[\n%s]}\n";
    Files.writeString(Path.of("nn-tests/src/test/resources/golden/presets_weka.json"), by.formatted("runs", String.join(",\n", runs)));
    Files.writeString(golden.resolve("weka.json"), by.formatted("models", String.join(",\n", models)));
  }

  static MultilayerPerceptron network() {
    MultilayerPerceptron network = new MultilayerPerceptron();
    network.setHiddenLayers(String.valueOf(HIDDEN));
    return network;
  }

  static Instances data(int outputs) {
    ArrayList<Attribute> attributes = new ArrayList<>();
    for (int i = 0; i < INPUTS; i++) {
      attributes.add(new Attribute("petal width " + i));
    }
    attributes.add(outputs == 1 ? new Attribute("y") : new Attribute("kind", List.of("a", "b", "c")));
    Instances data = new Instances("data", attributes, ROWS);
    data.setClassIndex(INPUTS);
    Random random = new Random(20261129);
    for (int r = 0; r < ROWS; r++) {
      double[] row = new double[INPUTS + 1];
      for (int i = 0; i <= INPUTS; i++) {
        row[i] = r == 0 ? -1 : r == 1 ? 1 : (float) (2 * random.nextDouble() - 1);
      }
      if (outputs > 1) {
        row[INPUTS] = random.nextInt(outputs);
      }
      data.add(new DenseInstance(1, row));
    }
    return data;
  }

  static String features(Instances data) {
    StringJoiner all = new StringJoiner(",", "[", "]");
    data.forEach(row -> all.add(Arrays.toString(Arrays.copyOf(row.toDoubleArray(), INPUTS))));
    return all.toString();
  }

  static String targets(Instances data, int outputs) {
    StringJoiner all = new StringJoiner(",", "[", "]");
    for (Instance row : data) {
      double[] wanted = new double[outputs];
      if (outputs == 1) wanted[0] = row.classValue(); else wanted[(int) row.classValue()] = 1;
      all.add(Arrays.toString(wanted));
    }
    return all.toString();
  }

  /** Output nodes have the first numbers, hidden ones the next. */
  static String weights(MultilayerPerceptron network, int outputs) {
    Map<Integer, Map<String, Double>> nodes = new HashMap<>();
    Map<String, Double> node = new HashMap<>();
    for (String line : network.toString().split("\\R")) {
      Matcher head = Pattern.compile("(?:Sigmoid|Linear) Node (\\d+)").matcher(line.strip());
      Matcher weight = Pattern.compile("(Threshold|Node \\d+|Attrib .*?)\\s+(-?\\d\\S*)").matcher(line.strip());
      if (head.matches()) nodes.put(Integer.parseInt(head.group(1)), node = new HashMap<>());
      else if (weight.matches()) node.put(weight.group(1), Double.parseDouble(weight.group(2)));
    }
    List<Double> kernel0 = new ArrayList<>(), bias0 = new ArrayList<>(), kernel1 = new ArrayList<>(), bias1 = new ArrayList<>();
    for (int i = 0; i < INPUTS; i++) {
      for (int h = 0; h < HIDDEN; h++) kernel0.add(nodes.get(outputs + h).get("Attrib petal width " + i));
    }
    for (int h = 0; h < HIDDEN; h++) {
      bias0.add(nodes.get(outputs + h).get("Threshold"));
      for (int o = 0; o < outputs; o++) kernel1.add(nodes.get(o).get("Node " + (outputs + h)));
    }
    for (int o = 0; o < outputs; o++) bias1.add(nodes.get(o).get("Threshold"));
    return "{\"0.dense.kernel\":%s,\"0.dense.bias\":%s,\"1.dense.kernel\":%s,\"1.dense.bias\":%s}".formatted(kernel0, bias0, kernel1, bias1);
  }
}
