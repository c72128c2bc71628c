package dev.nn.core.internal.architecture;

import java.io.ByteArrayOutputStream;
import java.util.HashMap;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Instructions of a method whose arguments and locals are numbers of one type, and how much of the
 * stack they need. All jumps lead forward.
 */
final class MethodBytes {
  private static final int WIDE = 0xc4;
  private static final int INVOKESTATIC = 0xb8;

  /** What is there where a jump lands: so many slots for locals, and so many on the stack. */
  record Frame(int locals, int stack) {}

  private final Numbers numbers;
  private final ByteArrayOutputStream code = new ByteArrayOutputStream();
  private final Map<Integer, Integer> jumps = new HashMap<>();
  private final SortedMap<Integer, Frame> frames = new TreeMap<>();
  private int depth;
  private int deepest;
  private int locals;

  MethodBytes(Numbers numbers) {
    this.numbers = numbers;
  }

  /** The type of all numbers. */
  Numbers numbers() {
    return numbers;
  }

  /** An instruction of one byte, and by how much it makes the stack grow. */
  void op(int op, int growth) {
    code.write(op);
    depth += growth;
    deepest = Math.max(deepest, depth);
  }

  /** An instruction about a local. */
  void withLocal(int op, int local, int growth) {
    if (local > 255) {
      code.write(WIDE);
      op(op, growth);
      code.write(local >> 8);
    } else {
      op(op, growth);
    }
    code.write(local);
  }

  /** Puts a number on the stack. */
  void constant(int index) {
    withIndex(numbers.ldc(), index, numbers.size());
  }

  /** Calls a static method. */
  void call(int method, int growth) {
    withIndex(INVOKESTATIC, method, growth);
  }

  /** An instruction about a constant of the class. */
  void withIndex(int op, int index, int growth) {
    op(op, growth);
    code.write(index >> 8);
    code.write(index);
  }

  /**
   * A jump whose aim is not known yet.
   *
   * @return the place of the jump, for {@link #land}
   */
  int jump(int op, int growth) {
    int place = code.size();
    withIndex(op, 0, growth);
    return place;
  }

  /** Lets a jump lead here. After an unconditional one, the stack is as it was before its value. */
  void land(int jump, int locals) {
    jumps.put(jump, code.size());
    frames.put(code.size(), new Frame(locals, depth));
  }

  /** The places where jumps land. */
  SortedMap<Integer, Frame> frames() {
    return frames;
  }

  void locals(int count) {
    locals = count;
  }

  int locals() {
    return locals;
  }

  int stack() {
    return deepest;
  }

  byte[] bytes() {
    byte[] bytes = code.toByteArray();
    jumps.forEach(
        (from, to) -> {
          bytes[from + 1] = (byte) ((to - from) >> 8);
          bytes[from + 2] = (byte) (to - from);
        });
    return bytes;
  }
}
