import java.nio.file.*;
import java.util.*;
import org.encog.engine.network.activation.*;
import org.encog.neural.networks.BasicNetwork;
import org.encog.neural.networks.layers.BasicLayer;
import org.encog.persist.EncogDirectoryPersistence;

/**
 * Makes golden files with Encog: networks with what they predict.
 *
 * <p>Usage, in the root of the project: {@code java -cp "FOLDER/*" nn-import/src/test/scripts/EncogGolden.java}, where
 * FOLDER has encog-core 3.4 of Maven Central.
 */
public class EncogGolden {
  public static void main(String[] args) throws Exception {
    Path golden = Path.of("nn-import/src/test/resources/golden");
    BasicNetwork deep = new BasicNetwork();
    deep.addLayer(new BasicLayer(null, true, 3));
    deep.addLayer(new BasicLayer(new ActivationTANH(), true, 5));
    deep.addLayer(new BasicLayer(new ActivationSigmoid(), true, 4));
    deep.addLayer(new BasicLayer(new ActivationLinear(), false, 2));
    BasicNetwork plain = new BasicNetwork();
    plain.addLayer(new BasicLayer(null, false, 3));
    plain.addLayer(new BasicLayer(new ActivationTANH(), false, 4));
    plain.addLayer(new BasicLayer(new ActivationSoftMax(), false, 3));
    List<String> models = new ArrayList<>();
    Map<String, BasicNetwork> networks = new TreeMap<>(Map.of("encog_deep.eg", deep, "encog_plain.eg", plain));
    for (Map.Entry<String, BasicNetwork> entry : networks.entrySet()) {
      BasicNetwork network = entry.getValue();
      network.getStructure().finalizeStructure();
      network.reset(42);
      EncogDirectoryPersistence.saveObject(golden.resolve(entry.getKey()).toFile(), network);
      Random random = new Random(1);
      StringJoiner features = new StringJoiner(",", "[", "]"), answers = new StringJoiner(",", "[", "]");
      for (int r = 0; r < 5; r++) {
        double[] row = {(float) random.nextGaussian(), (float) random.nextGaussian(), (float) random.nextGaussian()};
        double[] answer = new double[network.getOutputCount()];
        network.compute(row, answer);
        features.add(Arrays.toString(row));
        answers.add(Arrays.toString(answer));
      }
      models.add("{\"file\":\"%s\",\"features\":%s,\"predictions\":%s}".formatted(entry.getKey(), features, answers));
    }
    Files.writeString(golden.resolve("encog.json"), "{\"made_by\":{\"script\":\"nn-import/src/test/scripts/EncogGolden.java\",\"library\":\"Encog\",\"version\":\"3.4\",\"seed\":42},\n\"models\":[\n%s]}\n".formatted(String.join(",\n", models)));
  }
}
