package dev.nn.imports.torch;

import dev.nn.imports.read.Refusal;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Runs the pickled part of a file of PyTorch on values of its own: texts, numbers, lists, maps and
 * tensors. A pickle names functions to be called; here those names are looked up in a short list of
 * {@link Rebuilding}, and every other one is refused. No class or function of the file is ever
 * loaded. Each value takes at least a byte of the file, so that the file bounds the memory.
 */
final class Pickle {
  /** What Python calls None. */
  static final Object NONE = new Object();

  private static final Object MARK = new Object();
  private static final int MOST_BYTES_OF_INTEGER = 8;

  private final ByteBuffer in;
  private final Rebuilding rebuilding;
  private final Deque<Object> stack = new ArrayDeque<>();
  private final Map<Integer, Object> memo = new HashMap<>();

  private Pickle(byte[] bytes, Rebuilding rebuilding) {
    this.in = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
    this.rebuilding = rebuilding;
  }

  /** Returns the value of a pickle. */
  static Object read(byte[] bytes, Rebuilding rebuilding) {
    return new Pickle(bytes, rebuilding).run();
  }

  private Object run() {
    while (true) {
      int at = in.position();
      int code = next();
      if (code == '.') {
        return pop();
      }
      if (!makesScalar(code) && !makesContainer(code) && !remembers(code) && !calls(code)) {
        throw new Refusal(
            "the pickle has the operation 0x%02x at byte %s, which no state_dict has; save it with torch.save(model.state_dict(), …)"
                .formatted(code, at));
      }
    }
  }

  private boolean makesScalar(int code) {
    switch (code) {
      case 'N' -> push(NONE);
      case 0x88 -> push(true);
      case 0x89 -> push(false);
      case 'K' -> push((long) next());
      case 'M' -> push((long) (next() | (next() << 8)));
      case 'J' -> push((long) ByteBuffer.wrap(take(4)).order(ByteOrder.LITTLE_ENDIAN).getInt());
      case 0x8a -> push(integer(take(next())));
      case 'G' -> push(ByteBuffer.wrap(take(8)).getDouble());
      case 0x8c -> push(text(next()));
      case 'X' -> push(text(length()));
      default -> {
        return false;
      }
    }
    return true;
  }

  private boolean makesContainer(int code) {
    switch (code) {
      case 0x80 -> checkProtocol(next());
      case 0x95 -> take(8);
      case '(' -> push(MARK);
      case '}' -> push(new LinkedHashMap<>());
      case ']' -> push(new ArrayList<>());
      case ')' -> push(List.of());
      case 0x85 -> push(tuple(1));
      case 0x86 -> push(tuple(2));
      case 0x87 -> push(tuple(3));
      case 't' -> push(upToMark());
      case 's' -> set(tuple(2));
      case 'u' -> set(upToMark());
      case 'a' -> append(tuple(1));
      case 'e' -> append(upToMark());
      default -> {
        return false;
      }
    }
    return true;
  }

  private boolean remembers(int code) {
    switch (code) {
      case 'q' -> memo.put(next(), top());
      case 'r' -> memo.put(length(), top());
      case 0x94 -> memo.put(memo.size(), top());
      case 'h' -> push(remembered(next()));
      case 'j' -> push(remembered(length()));
      default -> {
        return false;
      }
    }
    return true;
  }

  private boolean calls(int code) {
    switch (code) {
      case 'c' -> push(rebuilding.function(line(), line()));
      case 0x93 -> {
        List<Object> names = tuple(2);
        push(rebuilding.function(String.valueOf(names.get(0)), String.valueOf(names.get(1))));
      }
      case 'R' -> {
        List<Object> call = tuple(2);
        push(rebuilding.call(call.get(0), call.get(1)));
      }
      case 'b' -> {
        // The state of an OrderedDict says how its modules are numbered, which nothing needs.
        pop();
        if (!(top() instanceof Map)) {
          throw new Refusal("the pickle sets the state of an object that is no dictionary");
        }
      }
      case 'Q' -> push(rebuilding.storage(pop()));
      default -> {
        return false;
      }
    }
    return true;
  }

  private static void checkProtocol(int version) {
    if (version > 5) {
      throw new Refusal("a pickle of protocol %s; up to 5 are read".formatted(version));
    }
  }

  private void push(Object value) {
    stack.push(value);
  }

  private Object pop() {
    Object value = stack.poll();
    if (value == null || value == MARK) {
      throw new Refusal("the pickle is damaged at byte %s".formatted(in.position()));
    }
    return value;
  }

  private Object top() {
    Object value = pop();
    push(value);
    return value;
  }

  private Object remembered(int index) {
    Object value = memo.get(index);
    if (value == null) {
      throw new Refusal("the pickle refers to value %s, which is not there".formatted(index));
    }
    return value;
  }

  private List<Object> tuple(int size) {
    List<Object> values = new ArrayList<>();
    for (int i = 0; i < size; i++) {
      values.add(0, pop());
    }
    return values;
  }

  private List<Object> upToMark() {
    ArrayDeque<Object> values = new ArrayDeque<>();
    for (Object value = stack.poll(); value != MARK; value = stack.poll()) {
      if (value == null) {
        throw new Refusal("the pickle is damaged at byte %s".formatted(in.position()));
      }
      values.push(value);
    }
    return new ArrayList<>(values);
  }

  @SuppressWarnings("unchecked")
  private void set(List<Object> pairs) {
    if (!(top() instanceof Map<?, ?> map) || pairs.size() % 2 != 0) {
      throw new Refusal("the pickle is damaged at byte %s".formatted(in.position()));
    }
    for (int i = 0; i < pairs.size(); i += 2) {
      Object key = pairs.get(i);
      if (!(key instanceof String) && !(key instanceof Long)) {
        throw new Refusal("the pickle has a dictionary whose keys are no texts");
      }
      ((Map<Object, Object>) map).put(key, pairs.get(i + 1));
    }
  }

  @SuppressWarnings("unchecked")
  private void append(List<Object> values) {
    if (!(top() instanceof ArrayList<?> list)) {
      throw new Refusal("the pickle is damaged at byte %s".formatted(in.position()));
    }
    ((List<Object>) list).addAll(values);
  }

  private int next() {
    return take(1)[0] & 0xff;
  }

  private int length() {
    int length = ByteBuffer.wrap(take(4)).order(ByteOrder.LITTLE_ENDIAN).getInt();
    if (length < 0) {
      throw new Refusal("the pickle has a length of %s".formatted(length));
    }
    return length;
  }

  private byte[] take(int count) {
    if (count > in.remaining()) {
      throw new Refusal("the pickle ends at byte %s, within a value".formatted(in.limit()));
    }
    byte[] bytes = new byte[count];
    in.get(bytes);
    return bytes;
  }

  private String text(int length) {
    return new String(take(length), StandardCharsets.UTF_8);
  }

  private String line() {
    int start = in.position();
    while (next() != '\n') {
      // Goes on to the end of the line.
    }
    return new String(in.array(), start, in.position() - start - 1, StandardCharsets.UTF_8);
  }

  private static long integer(byte[] bytes) {
    if (bytes.length > MOST_BYTES_OF_INTEGER) {
      throw new Refusal("the pickle has an integer of %s bytes".formatted(bytes.length));
    }
    long value = bytes.length == 0 ? 0 : bytes[bytes.length - 1];
    for (int i = bytes.length - 2; i >= 0; i--) {
      value = (value << 8) | (bytes[i] & 0xff);
    }
    return value;
  }
}
