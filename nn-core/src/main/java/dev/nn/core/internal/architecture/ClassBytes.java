package dev.nn.core.internal.architecture;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;

/**
 * A class file in the making, as chapter 4 of the Java Virtual Machine Specification describes it.
 */
final class ClassBytes {
  private static final int MAGIC = 0xcafebabe;
  private static final int JAVA_17 = 61;
  private static final int PUBLIC = 1;
  private static final int FINAL_SUPER = 0x0030;
  private static final int ALOAD_0 = 0x2a;
  private static final int ALOAD_1 = 0x2b;
  private static final int INVOKESPECIAL = 0xb7;
  private static final int RETURN = 0xb1;
  private static final int FULL_FRAME = 255;
  private static final int OBJECT_ITEM = 7;

  private final ByteArrayOutputStream poolBytes = new ByteArrayOutputStream();
  private final DataOutputStream pool = new DataOutputStream(poolBytes);
  private final Map<List<Object>, Integer> indices = new HashMap<>();
  private int nextIndex = 1;
  private final ByteArrayOutputStream methodBytes = new ByteArrayOutputStream();
  private final DataOutputStream methods = new DataOutputStream(methodBytes);
  private final String parent;
  private final int self;
  private int methodCount;

  ClassBytes(String name, String parent) {
    this.parent = parent;
    this.self = type(name);
  }

  /** Writes an entry of the pool of constants, the parts of which are numbers of two bytes. */
  private int entry(int tag, int... parts) {
    return index(
        List.of(tag, Arrays.stream(parts).boxed().toList()),
        () -> {
          pool.writeByte(tag);
          for (int part : parts) {
            pool.writeShort(part);
          }
        });
  }

  private interface Writing {
    void write() throws IOException;
  }

  private int index(List<Object> key, Writing writing) {
    return index(key, writing, 1);
  }

  private int index(List<Object> key, Writing writing, int places) {
    Integer known = indices.get(key);
    if (known != null) {
      return known;
    }
    write(writing);
    int index = nextIndex;
    indices.put(key, index);
    nextIndex += places;
    return index;
  }

  private static void write(Writing writing) {
    try {
      writing.write();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private int text(String text) {
    return index(
        List.of(1, text),
        () -> {
          pool.writeByte(1);
          pool.writeUTF(text);
        });
  }

  /** The index of a number. */
  int number(float value) {
    return index(
        List.of(4, Float.floatToRawIntBits(value)),
        () -> {
          pool.writeByte(4);
          pool.writeFloat(value);
        });
  }

  /** The index of a number, which takes the place of two constants. */
  int number(double value) {
    return index(
        List.of(6, Double.doubleToRawLongBits(value)),
        () -> {
          pool.writeByte(6);
          pool.writeDouble(value);
        },
        2);
  }

  private int type(String name) {
    return entry(7, text(name));
  }

  /** The index of a method of a class. */
  int method(String owner, String name, String descriptor) {
    return entry(10, type(owner), entry(12, text(name), text(descriptor)));
  }

  /** Adds a constructor that hands its one argument to that of the parent. */
  void constructor(String descriptor) {
    MethodBytes code = new MethodBytes(Numbers.FLOATS);
    code.op(ALOAD_0, 1);
    code.op(ALOAD_1, 1);
    code.withIndex(INVOKESPECIAL, method(parent, "<init>", descriptor), -2);
    code.op(RETURN, 0);
    code.locals(2);
    method("<init>", descriptor, code);
  }

  /** Adds a public method. */
  void method(String name, String descriptor, MethodBytes code) {
    byte[] instructions = code.bytes();
    int nameIndex = text(name);
    int descriptorIndex = text(descriptor);
    int attribute = text("Code");
    byte[] maps = stackMaps(code);
    methodCount++;
    write(
        () -> {
          methods.writeShort(PUBLIC);
          methods.writeShort(nameIndex);
          methods.writeShort(descriptorIndex);
          methods.writeShort(1);
          methods.writeShort(attribute);
          methods.writeInt(12 + instructions.length + maps.length);
          methods.writeShort(code.stack());
          methods.writeShort(code.locals());
          methods.writeInt(instructions.length);
          methods.write(instructions);
          methods.writeShort(0);
          methods.writeShort(maps.length == 0 ? 0 : 1);
          methods.write(maps);
        });
  }

  /** What is on the stack and in the locals where jumps land: this class, and numbers. */
  private byte[] stackMaps(MethodBytes code) {
    SortedMap<Integer, MethodBytes.Frame> frames = code.frames();
    int size = code.numbers().size();
    if (frames.isEmpty()) {
      return new byte[0];
    }
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    DataOutputStream out = new DataOutputStream(bytes);
    int name = text("StackMapTable");
    int length = 2;
    for (MethodBytes.Frame frame : frames.values()) {
      length += 10 + (frame.locals() - 1) / size + frame.stack() / size;
    }
    int all = length;
    write(
        () -> {
          out.writeShort(name);
          out.writeInt(all);
          out.writeShort(frames.size());
          int next = 0;
          for (Map.Entry<Integer, MethodBytes.Frame> entry : frames.entrySet()) {
            out.writeByte(FULL_FRAME);
            out.writeShort(entry.getKey() - next);
            int locals = (entry.getValue().locals() - 1) / size;
            int stack = entry.getValue().stack() / size;
            out.writeShort(1 + locals);
            out.writeByte(OBJECT_ITEM);
            out.writeShort(self);
            out.write(items(code.numbers(), locals));
            out.writeShort(stack);
            out.write(items(code.numbers(), stack));
            next = entry.getKey() + 1;
          }
        });
    return bytes.toByteArray();
  }

  private static byte[] items(Numbers numbers, int count) {
    byte[] items = new byte[count];
    Arrays.fill(items, numbers.item());
    return items;
  }

  byte[] bytes() {
    int parentIndex = type(parent);
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    DataOutputStream out = new DataOutputStream(bytes);
    write(
        () -> {
          out.writeInt(MAGIC);
          out.writeInt(JAVA_17);
          out.writeShort(nextIndex);
          poolBytes.writeTo(out);
          out.writeShort(FINAL_SUPER);
          out.writeShort(self);
          out.writeShort(parentIndex);
          out.writeShort(0);
          out.writeShort(0);
          out.writeShort(methodCount);
          methodBytes.writeTo(out);
          out.writeShort(0);
        });
    return bytes.toByteArray();
  }
}
