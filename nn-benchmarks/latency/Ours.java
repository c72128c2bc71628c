import dev.nn.core.Model;
import java.nio.file.Path;
import java.util.Random;

/** Many threads predict with one model. Arguments: folder, threads, seconds. */
public class Ours {
  public static void main(String[] args) throws Exception {
    Model model = Model.load(Path.of(args[0], "model.safetensors"));
    Callers.run(
        Integer.parseInt(args[1]),
        Double.parseDouble(args[2]),
        thread -> {
          float[] row = new float[784];
          Random random = new Random(thread);
          for (int i = 0; i < row.length; i++) {
            row[i] = random.nextFloat();
          }
          return () -> model.predict(row);
        });
  }
}
