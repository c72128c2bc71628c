import dev.nn.core.Model;
import java.nio.file.Path;

/** Loads a model and predicts once. */
public class Ours {
  public static void main(String[] args) throws Exception {
    Model model = Model.load(Path.of(args[0], "model.safetensors"));
    float[] prediction = model.predict(new float[784]);
    Resident.print(prediction[0]);
  }
}
