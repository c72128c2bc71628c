package dev.nn.imports.torch;

import dev.nn.imports.read.Elements;
import dev.nn.imports.read.Refusal;
import dev.nn.imports.read.Tensor;
import dev.nn.imports.read.Zip;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The few functions that a {@code state_dict} calls, and the numbers that its tensors refer to. */
final class Rebuilding {
  private static final Map<String, Elements> STORAGES =
      Map.of(
          "FloatStorage", Elements.FLOAT32,
          "DoubleStorage", Elements.FLOAT64,
          "HalfStorage", Elements.FLOAT16,
          "BFloat16Storage", Elements.BFLOAT16,
          "LongStorage", Elements.INT64,
          "IntStorage", Elements.INT32,
          "ShortStorage", Elements.INT16,
          "CharStorage", Elements.INT8,
          "ByteStorage", Elements.UINT8,
          "BoolStorage", Elements.UINT8);

  /** What a pickle may name. */
  private enum Function {
    ORDERED_DICT,
    TENSOR,
    PARAMETER
  }

  private record Storage(Elements elements, ByteBuffer bytes) {
    int size() {
      return bytes.limit() / elements.bytes();
    }
  }

  private final Zip zip;
  private final String folder;
  private final Map<String, byte[]> members = new HashMap<>();

  /** How many numbers tensors may still have: some may share theirs, but not many. */
  private long left;

  /** The numbers are members of the zip file, below the folder that the pickle is in. */
  Rebuilding(Zip zip, String folder) {
    this.zip = zip;
    this.folder = folder;
    this.left = zip.totalBytes();
  }

  /** What a name of the pickle stands for. */
  Object function(String module, String name) {
    Elements elements = module.equals("torch") ? STORAGES.get(name) : null;
    if (elements != null) {
      return elements;
    }
    return switch (module + "." + name) {
      case "collections.OrderedDict" -> Function.ORDERED_DICT;
      case "torch._utils._rebuild_tensor_v2" -> Function.TENSOR;
      case "torch._utils._rebuild_parameter" -> Function.PARAMETER;
      default ->
          throw new Refusal(
              "it would have to run %s.%s of Python, and nothing of a file is run here; save the weights only, with torch.save(model.state_dict(), …)"
                  .formatted(module, name));
    };
  }

  /** Does what the pickle wants to have called. */
  Object call(Object function, Object arguments) {
    if (!(arguments instanceof List<?> values)) {
      throw new Refusal("the pickle calls a function with something that is no tuple");
    }
    if (function == Function.ORDERED_DICT && values.isEmpty()) {
      return new LinkedHashMap<>();
    }
    if (function == Function.TENSOR && values.size() >= 4) {
      return tensor(values);
    }
    if (function == Function.PARAMETER
        && !values.isEmpty()
        && values.get(0) instanceof Tensor tensor) {
      return tensor;
    }
    throw new Refusal(
        "the pickle calls %s with other values than PyTorch does".formatted(function));
  }

  /** The numbers that a persistent id names: {@code ("storage", type, key, place, size)}. */
  Object storage(Object id) {
    if (id instanceof List<?> parts
        && parts.size() >= 3
        && parts.get(1) instanceof Elements elements
        && parts.get(2) instanceof String key) {
      try {
        byte[] bytes = member(folder + "data/" + key);
        return new Storage(elements, ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN));
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
    throw new Refusal("the pickle refers to numbers in a way that PyTorch does not");
  }

  private byte[] member(String name) throws IOException {
    byte[] bytes = members.get(name);
    if (bytes == null) {
      bytes = zip.bytes(name);
      members.put(name, bytes);
    }
    return bytes;
  }

  private Tensor tensor(List<?> values) {
    if (!(values.get(0) instanceof Storage storage)
        || !(values.get(1) instanceof Long offset)
        || !(values.get(2) instanceof List<?> size)
        || !(values.get(3) instanceof List<?> stride)
        || size.size() != stride.size()) {
      throw new Refusal("the pickle makes a tensor in a way that PyTorch does not");
    }
    List<Long> shape = longs(size);
    List<Long> strides = longs(stride);
    int count = Tensor.places("a tensor", shape, storage.size());
    checkReach(offset, shape, strides, count, storage);
    left -= count;
    if (left < 0) {
      throw new Refusal("its tensors have more numbers than the file has bytes");
    }
    float[] numbers = new float[count];
    int[] at = new int[shape.size()];
    long place = offset;
    for (int i = 0; i < count; i++) {
      numbers[i] = storage.elements().at(storage.bytes(), (int) place);
      for (int d = at.length - 1; d >= 0; d--) {
        at[d]++;
        place += strides.get(d);
        if (at[d] < shape.get(d)) {
          break;
        }
        place -= strides.get(d) * at[d];
        at[d] = 0;
      }
    }
    return new Tensor("", shape.stream().map(Long::intValue).toList(), numbers);
  }

  private static void checkReach(
      long offset, List<Long> shape, List<Long> strides, int count, Storage storage) {
    if (count == 0) {
      return;
    }
    long last = offset;
    boolean isOutside = offset < 0 || offset >= storage.size();
    for (int d = 0; d < shape.size(); d++) {
      long stride = strides.get(d);
      isOutside |= stride < 0 || stride > storage.size();
      last += isOutside ? 0 : (shape.get(d) - 1) * stride;
    }
    if (isOutside || last >= storage.size()) {
      throw new Refusal(
          "a tensor of %s reaches beyond the %s numbers that are stored for it"
              .formatted(shape, storage.size()));
    }
  }

  private static List<Long> longs(List<?> values) {
    List<Long> numbers = new ArrayList<>();
    for (Object value : values) {
      if (!(value instanceof Long number)) {
        throw new Refusal("the pickle makes a tensor whose shape is %s".formatted(values));
      }
      numbers.add(number);
    }
    return numbers;
  }
}
