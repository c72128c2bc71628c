import ai.djl.Model;
import ai.djl.inference.Predictor;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import ai.djl.translate.NoopTranslator;
import java.nio.file.Path;

/** The same with DJL on PyTorch. */
public class Djl {
  public static void main(String[] args) throws Exception {
    try (Model model = Model.newInstance("model", "PyTorch")) {
      model.load(Path.of(args[0]), "model");
      try (Predictor<NDList, NDList> predictor = model.newPredictor(new NoopTranslator());
          NDManager manager = NDManager.newBaseManager()) {
        NDList input = new NDList(manager.create(new float[784], new Shape(1, 784)));
        Resident.print(predictor.predict(input).get(0).toFloatArray()[0]);
      }
    }
  }
}
