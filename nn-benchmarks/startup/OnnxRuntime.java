import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtSession;
import java.util.Map;

/** The same with ONNX Runtime. */
public class OnnxRuntime {
  public static void main(String[] args) throws Exception {
    OrtEnvironment environment = OrtEnvironment.getEnvironment();
    try (OrtSession session = environment.createSession(args[0] + "/model.onnx");
        OnnxTensor input = OnnxTensor.createTensor(environment, new float[1][784]);
        OrtSession.Result result = session.run(Map.of("input", input))) {
      Resident.print(((float[][]) result.get(0).getValue())[0][0]);
    }
  }
}
