import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import dev.nn.core.Model;
import dev.nn.core.Network;
import dev.nn.onnx.OnnxExport;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;

/**
 * The predictions of {@code ./nn bench} on ONNX Runtime, of the same network as nn-onnx exports it;
 * prints lines {@code id,samples/s,median} as that does.
 *
 * <p>Install: {@code mvn install -DskipTests -pl nn-bom,nn-onnx,nn-activations,nn-init -am} and {@code mvn
 * -f nn-benchmarks/peers/onnxruntime package}.
 *
 * <p>Run: {@code ORT_DISABLE_TELEMETRY=1 java -cp "target/bench.jar:target/lib/*" OnnxBench [id …]
 * [--threads N] [--passes N] [--warmup SECONDS]} in this folder.
 *
 * <p>Input and output are direct buffers that are kept, since a tensor made of arrays takes longer
 * than the network. Threads: --threads is ONNX Runtime's intra-op number; they spin while they
 * wait, as they do by default.
 */
final class OnnxBench {
  private static final double PASS_SECONDS = 0.2;
  private static final int FEATURES = 784;
  private static final int CLASSES = 10;
  private static final List<String> IDS = List.of("i1", "i32", "i1024");

  private OnnxBench() {}

  public static void main(String[] args) throws OrtException {
    List<String> ids = new ArrayList<>();
    int threads = 1;
    int passes = 7;
    double warmup = 3;
    for (int i = 0; i < args.length; i++) {
      switch (args[i]) {
        case "--threads" -> threads = Integer.parseInt(args[++i]);
        case "--passes" -> passes = Integer.parseInt(args[++i]);
        case "--warmup" -> warmup = Double.parseDouble(args[++i]);
        default -> ids.add(args[i]);
      }
    }
    if (!IDS.containsAll(ids)) {
      throw new IllegalArgumentException("among " + ids + " is no prediction; there are " + IDS);
    }
    Network network =
        Network.of(
            FEATURES,
            "dense(units=512, activation=relu)",
            "dense(units=512, activation=relu)",
            "dense(units=10, activation=softmax)");
    byte[] graph = OnnxExport.of(Model.initial(network, 1)).toBytes();
    OrtEnvironment environment = OrtEnvironment.getEnvironment();
    System.out.printf(
        "# ONNX Runtime %s, %d thread(s), Java %s%n",
        environment.getVersion(), threads, System.getProperty("java.version"));
    try (OrtSession.SessionOptions options = new OrtSession.SessionOptions()) {
      options.setIntraOpNumThreads(threads);
      options.setInterOpNumThreads(1);
      try (OrtSession session = environment.createSession(graph, options)) {
        for (String id : ids.isEmpty() ? IDS : ids) {
          int rows = Integer.parseInt(id.substring(1));
          double median = prediction(environment, session, rows, passes, warmup);
          System.out.printf(Locale.ROOT, "%s,samples/s,%.0f%n", id, median);
          System.out.flush();
        }
      }
    }
  }

  private static double prediction(
      OrtEnvironment environment, OrtSession session, int rows, int passes, double warmup)
      throws OrtException {
    FloatBuffer features = floats(rows * FEATURES);
    Random random = new Random(1);
    for (int i = 0; i < features.capacity(); i++) {
      features.put(i, random.nextFloat());
    }
    try (OnnxTensor input =
            OnnxTensor.createTensor(environment, features, new long[] {rows, FEATURES});
        OnnxTensor output =
            OnnxTensor.createTensor(
                environment, floats(rows * CLASSES), new long[] {rows, CLASSES})) {
      Map<String, OnnxTensor> inputs = Map.of("input", input);
      Map<String, OnnxTensor> outputs = Map.of("output", output);
      rate(session, inputs, outputs, rows, warmup);
      double[] rates = new double[passes];
      for (int i = 0; i < passes; i++) {
        rates[i] = rate(session, inputs, outputs, rows, PASS_SECONDS);
      }
      Arrays.sort(rates);
      return rates[passes / 2];
    }
  }

  /** Samples a second over at least so many seconds. */
  private static double rate(
      OrtSession session,
      Map<String, OnnxTensor> inputs,
      Map<String, OnnxTensor> outputs,
      int rows,
      double seconds)
      throws OrtException {
    long start = System.nanoTime();
    long samples = 0;
    double elapsed;
    do {
      session.run(inputs, outputs).close();
      samples += rows;
      elapsed = (System.nanoTime() - start) / 1e9;
    } while (elapsed < seconds);
    return samples / elapsed;
  }

  private static FloatBuffer floats(int count) {
    return ByteBuffer.allocateDirect(count * Float.BYTES)
        .order(ByteOrder.nativeOrder())
        .asFloatBuffer();
  }
}
