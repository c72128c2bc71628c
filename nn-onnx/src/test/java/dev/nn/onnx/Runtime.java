package dev.nn.onnx;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.LongStream;

/** A graph in ONNX Runtime, with one thread. */
final class Runtime implements AutoCloseable {
  private final OrtEnvironment environment = OrtEnvironment.getEnvironment();
  private final OrtSession session;

  Runtime(byte[] model) {
    try (OrtSession.SessionOptions options = new OrtSession.SessionOptions()) {
      options.setIntraOpNumThreads(1);
      this.session = environment.createSession(model, options);
    } catch (OrtException e) {
      throw new AssertionError(e);
    }
  }

  /** The predictions for rows of features, from the only input to the first output. */
  float[][] predict(float[][] rows, int... shape) {
    long[] dimensions =
        LongStream.concat(LongStream.of(rows.length), IntStream.of(shape).asLongStream()).toArray();
    int size = IntStream.of(shape).reduce(1, (a, b) -> a * b);
    FloatBuffer buffer =
        ByteBuffer.allocateDirect(rows.length * size * Float.BYTES)
            .order(ByteOrder.nativeOrder())
            .asFloatBuffer();
    for (float[] row : rows) {
      buffer.put(row);
    }
    String input = session.getInputNames().iterator().next();
    String output = session.getOutputNames().iterator().next();
    try (OnnxTensor tensor = OnnxTensor.createTensor(environment, buffer.rewind(), dimensions);
        OrtSession.Result result = session.run(Map.of(input, tensor))) {
      FloatBuffer numbers = ((OnnxTensor) result.get(output).orElseThrow()).getFloatBuffer();
      float[][] outputs =
          new float[rows.length][rows.length == 0 ? 0 : numbers.remaining() / rows.length];
      for (float[] row : outputs) {
        numbers.get(row);
      }
      return outputs;
    } catch (OrtException e) {
      throw new AssertionError(e);
    }
  }

  OrtSession session() {
    return session;
  }

  OrtEnvironment environment() {
    return environment;
  }

  @Override
  public void close() {
    try {
      session.close();
    } catch (OrtException e) {
      throw new AssertionError(e);
    }
  }
}
