import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtSession;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import java.util.Map;
import java.util.Random;

/**
 * The same with ONNX Runtime: one session, and for each thread direct buffers that are kept. Arguments: folder, threads,
 * seconds, intra-op threads, whether these spin.
 */
public class OnnxRuntime {
  public static void main(String[] args) throws Exception {
    OrtEnvironment environment = OrtEnvironment.getEnvironment();
    OrtSession.SessionOptions options = new OrtSession.SessionOptions();
    options.setIntraOpNumThreads(Integer.parseInt(args[3]));
    options.setInterOpNumThreads(1);
    options.addConfigEntry("session.intra_op.allow_spinning", args[4]);
    OrtSession session = environment.createSession(args[0] + "/model.onnx", options);
    Callers.run(
        Integer.parseInt(args[1]),
        Double.parseDouble(args[2]),
        thread -> {
          FloatBuffer features = floats(784);
          Random random = new Random(thread);
          for (int i = 0; i < 784; i++) {
            features.put(i, random.nextFloat());
          }
          var inputs = Map.of("input", OnnxTensor.createTensor(environment, features, new long[] {1, 784}));
          var outputs = Map.of("output", OnnxTensor.createTensor(environment, floats(10), new long[] {1, 10}));
          return () -> session.run(inputs, outputs).close();
        });
  }

  private static FloatBuffer floats(int count) {
    return ByteBuffer.allocateDirect(count * Float.BYTES).order(ByteOrder.nativeOrder()).asFloatBuffer();
  }
}
