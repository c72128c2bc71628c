import java.io.File;
import java.nio.file.*;
import java.util.*;
import org.jpmml.evaluator.*;

/**
 * Makes golden files of PMML: networks by its specification, with what JPMML's evaluator predicts.
 *
 * <p>Usage, in the root of the project: {@code java -cp "FOLDER/*" nn-import/src/test/scripts/PmmlGolden.java}, where FOLDER
 * has pmml-evaluator-metro 1.7.7 of Maven Central and what it needs. Fields go into the network as they are.
 */
public class PmmlGolden {
  static final Random RANDOM = new Random(20261129);

  public static void main(String[] args) throws Exception {
    Path golden = Path.of("nn-import/src/test/resources/golden");
    List<String> models = new ArrayList<>();
    for (boolean softmax : new boolean[] {false, true}) {
      Path file = golden.resolve(softmax ? "pmml_softmax.pmml" : "pmml_plain.pmml");
      Files.writeString(file, pmml(softmax));
      ModelEvaluator<?> evaluator = (ModelEvaluator<?>) new LoadingModelEvaluatorBuilder().load(file.toFile()).build();
      evaluator.verify();
      StringJoiner features = new StringJoiner(",", "[", "]"), answers = new StringJoiner(",", "[", "]");
      for (int r = 0; r < 5; r++) {
        double[] row = new double[3];
        Map<String, Object> fields = new LinkedHashMap<>();
        for (int i = 0; i < 3; i++) fields.put("x" + i, row[i] = (float) RANDOM.nextGaussian());
        Map<String, ?> result = EvaluatorUtil.decodeAll(evaluator.evaluate(fields));
        features.add(Arrays.toString(row));
        answers.add(softmax ? "[%s,%s]".formatted(result.get("pa"), result.get("pb")) : "[%s]".formatted(result.get("y")));
      }
      models.add("{\"file\":\"%s\",\"features\":%s,\"predictions\":%s}".formatted(file.getFileName(), features, answers));
    }
    Files.writeString(golden.resolve("pmml.json"), "{\"made_by\":{\"script\":\"nn-import/src/test/scripts/PmmlGolden.java\",\"library\":\"JPMML-Evaluator\",\"version\":\"1.7.7\",\"seed\":20261129},\n\"models\":[\n%s]}\n".formatted(String.join(",\n", models)));
  }

  static String pmml(boolean softmax) {
    StringBuilder text = new StringBuilder("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<PMML xmlns=\"http://www.dmg.org/PMML-4_4\" version=\"4.4\">\n<Header/>\n<DataDictionary>\n");
    for (int i = 0; i < 3; i++) text.append("<DataField name=\"x%d\" optype=\"continuous\" dataType=\"double\"/>\n".formatted(i));
    text.append(softmax ? "<DataField name=\"y\" optype=\"categorical\" dataType=\"string\"><Value value=\"a\"/><Value value=\"b\"/></DataField>\n" : "<DataField name=\"y\" optype=\"continuous\" dataType=\"double\"/>\n");
    text.append("</DataDictionary>\n<NeuralNetwork functionName=\"%s\" activationFunction=\"tanh\">\n<MiningSchema><MiningField name=\"y\" usageType=\"target\"/>".formatted(softmax ? "classification" : "regression"));
    for (int i = 0; i < 3; i++) text.append("<MiningField name=\"x%d\"/>".formatted(i));
    text.append("</MiningSchema>\n");
    if (softmax) text.append("<Output><OutputField name=\"pa\" optype=\"continuous\" dataType=\"double\" feature=\"probability\" value=\"a\"/><OutputField name=\"pb\" optype=\"continuous\" dataType=\"double\" feature=\"probability\" value=\"b\"/></Output>\n");
    text.append("<NeuralInputs>\n");
    for (int i = 0; i < 3; i++) text.append("<NeuralInput id=\"0,%d\"><DerivedField optype=\"continuous\" dataType=\"double\"><FieldRef field=\"x%d\"/></DerivedField></NeuralInput>\n".formatted(i, i));
    text.append("</NeuralInputs>\n");
    layer(text, 1, 3, 4, "");
    layer(text, 2, 4, 3, " activationFunction=\"logistic\"");
    layer(text, 3, 3, softmax ? 2 : 1, " activationFunction=\"identity\"" + (softmax ? " normalizationMethod=\"softmax\"" : ""));
    text.append("<NeuralOutputs>\n");
    if (softmax) {
      // The second output neuron first: outputs come in the order of NeuralOutputs.
      text.append("<NeuralOutput outputNeuron=\"3,1\"><DerivedField optype=\"categorical\" dataType=\"string\"><NormDiscrete field=\"y\" value=\"a\"/></DerivedField></NeuralOutput>\n");
      text.append("<NeuralOutput outputNeuron=\"3,0\"><DerivedField optype=\"categorical\" dataType=\"string\"><NormDiscrete field=\"y\" value=\"b\"/></DerivedField></NeuralOutput>\n");
    } else {
      text.append("<NeuralOutput outputNeuron=\"3,0\"><DerivedField optype=\"continuous\" dataType=\"double\"><FieldRef field=\"y\"/></DerivedField></NeuralOutput>\n");
    }
    return text.append("</NeuralOutputs>\n</NeuralNetwork>\n</PMML>\n").toString();
  }

  static void layer(StringBuilder text, int number, int inputs, int units, String attributes) {
    text.append("<NeuralLayer%s>\n".formatted(attributes));
    for (int j = 0; j < units; j++) {
      text.append("<Neuron id=\"%d,%d\"%s>".formatted(number, j, j == 0 ? "" : " bias=\"" + (float) RANDOM.nextGaussian() + "\""));
      for (int i = 0; i < inputs; i++) text.append("<Con from=\"%d,%d\" weight=\"%s\"/>".formatted(number - 1, i, (float) RANDOM.nextGaussian()));
      text.append("</Neuron>\n");
    }
    text.append("</NeuralLayer>\n");
  }
}
