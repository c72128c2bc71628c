package dev.nn.onnx.read;

import ai.onnx.proto.OnnxMl.TensorProto;
import ai.onnx.proto.OnnxMl.TensorProto.DataType;
import com.google.protobuf.ByteString;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/**
 * Reads tensors of a file. Their sizes are compared with the bytes that are there, before anything
 * is allocated.
 */
final class Tensors {
  private Tensors() {}

  static Constant read(TensorProto tensor) {
    return read(tensor, ExternalData.none());
  }

  static Constant read(TensorProto tensor, ExternalData external) {
    String name = "tensor \"" + tensor.getName() + "\"";
    if (tensor.hasSegment()) {
      throw new Refusal(name + " is stored in segments, which nothing writes any more");
    }
    long[] dims = tensor.getDimsList().stream().mapToLong(Long::longValue).toArray();
    long size = size(name, dims);
    DataType type = DataType.forNumber(tensor.getDataType());
    if (type == null) {
      throw new Refusal(name + " has the unknown type " + tensor.getDataType());
    }
    int bytesEach = bytesEach(name, type);
    TensorProto whole =
        ExternalData.isOutside(tensor) ? external.inside(tensor, name, size * bytesEach) : tensor;
    return switch (type) {
      case FLOAT -> Constant.of(dims, floats(name, whole, size));
      case DOUBLE -> Constant.of(dims, doubles(name, whole, size));
      case INT64 -> Constant.of(dims, longs(name, whole, size));
      default -> Constant.of(dims, ints(name, whole, size, type));
    };
  }

  private static int bytesEach(String name, DataType type) {
    return switch (type) {
      case FLOAT, INT32 -> Float.BYTES;
      case DOUBLE, INT64 -> Double.BYTES;
      case BOOL -> 1;
      default ->
          throw new Refusal(
              "%s holds %s; weights are read as float32 or double".formatted(name, type));
    };
  }

  private static long size(String name, long[] dims) {
    long size = 1;
    for (long dim : dims) {
      if (dim < 0 || (dim > 0 && size > Integer.MAX_VALUE / dim)) {
        throw new Refusal(name + " has impossible dimensions, " + java.util.Arrays.toString(dims));
      }
      size *= dim;
    }
    return size;
  }

  private static void check(String name, TensorProto tensor, long size, int listed, int bytesEach) {
    int raw = tensor.getRawData().size();
    if (raw > 0 && listed > 0) {
      throw new Refusal(name + " has its numbers twice, as bytes and as a list");
    }
    boolean fits = (raw > 0 || listed == 0) ? raw == size * bytesEach : listed == size;
    if (!fits) {
      throw new Refusal(
          "%s should hold %s numbers, but has %s"
              .formatted(name, size, raw > 0 ? raw + " bytes" : String.valueOf(listed)));
    }
  }

  private static ByteBuffer bytes(ByteString raw) {
    return raw.asReadOnlyByteBuffer().order(ByteOrder.LITTLE_ENDIAN);
  }

  private static float[] floats(String name, TensorProto tensor, long size) {
    check(name, tensor, size, tensor.getFloatDataCount(), Float.BYTES);
    float[] floats = new float[(int) size];
    if (tensor.getFloatDataCount() > 0) {
      for (int i = 0; i < floats.length; i++) {
        floats[i] = tensor.getFloatData(i);
      }
    } else {
      bytes(tensor.getRawData()).asFloatBuffer().get(floats);
    }
    return floats;
  }

  private static float[] doubles(String name, TensorProto tensor, long size) {
    check(name, tensor, size, tensor.getDoubleDataCount(), Double.BYTES);
    float[] floats = new float[(int) size];
    ByteBuffer raw = bytes(tensor.getRawData());
    for (int i = 0; i < floats.length; i++) {
      floats[i] =
          (float) (tensor.getDoubleDataCount() > 0 ? tensor.getDoubleData(i) : raw.getDouble());
    }
    return floats;
  }

  private static long[] longs(String name, TensorProto tensor, long size) {
    check(name, tensor, size, tensor.getInt64DataCount(), Long.BYTES);
    long[] longs = new long[(int) size];
    ByteBuffer raw = bytes(tensor.getRawData());
    for (int i = 0; i < longs.length; i++) {
      longs[i] = tensor.getInt64DataCount() > 0 ? tensor.getInt64Data(i) : raw.getLong();
    }
    return longs;
  }

  private static long[] ints(String name, TensorProto tensor, long size, DataType type) {
    int bytesEach = type == DataType.BOOL ? 1 : Integer.BYTES;
    check(name, tensor, size, tensor.getInt32DataCount(), bytesEach);
    long[] longs = new long[(int) size];
    ByteBuffer raw = bytes(tensor.getRawData());
    for (int i = 0; i < longs.length; i++) {
      longs[i] =
          tensor.getInt32DataCount() > 0
              ? tensor.getInt32Data(i)
              : type == DataType.BOOL ? raw.get() : raw.getInt();
    }
    return longs;
  }
}
