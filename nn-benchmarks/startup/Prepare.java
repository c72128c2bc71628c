import dev.nn.core.Model;
import dev.nn.core.Network;
import dev.nn.onnx.OnnxExport;
import java.nio.file.Files;
import java.nio.file.Path;

/** Saves the network 784-512-512-10 for us and for ONNX Runtime. */
public class Prepare {
  public static void main(String[] args) throws Exception {
    Model model =
        Model.initial(
            Network.of(
                784,
                "dense(units=512, activation=relu)",
                "dense(units=512, activation=relu)",
                "dense(units=10, activation=softmax)"),
            1);
    model.save(Path.of(args[0], "model.safetensors"));
    Files.write(Path.of(args[0], "model.onnx"), OnnxExport.of(model).toBytes());
  }
}
