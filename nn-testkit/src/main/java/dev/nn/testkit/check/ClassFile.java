package dev.nn.testkit.check;

import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.HashMap;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;

/** The constant pool of a class file, as far as it says which methods are called. */
final class ClassFile {
  private static final int MAGIC = 0xCAFEBABE;
  private static final int UTF8 = 1;
  private static final int CLASS = 7;
  private static final int METHOD = 10;
  private static final int NAME_AND_TYPE = 12;

  private final Map<Integer, String> texts = new HashMap<>();
  private final Map<Integer, Integer> classes = new HashMap<>();
  private final Map<Integer, int[]> methods = new HashMap<>();
  private final Map<Integer, Integer> names = new HashMap<>();

  private ClassFile() {}

  /** The names of all methods of the owner that the class calls or refers to. */
  static SortedSet<String> methodsUsed(InputStream classFile, String owner) throws IOException {
    ClassFile file = new ClassFile();
    file.read(new DataInputStream(classFile));
    SortedSet<String> used = new TreeSet<>();
    for (int[] method : file.methods.values()) {
      if (owner.equals(file.text(file.classes, method[0]))) {
        used.add(file.text(file.names, method[1]));
      }
    }
    return used;
  }

  private String text(Map<Integer, Integer> entries, int index) {
    return texts.getOrDefault(entries.getOrDefault(index, 0), "");
  }

  private void read(DataInputStream in) throws IOException {
    if (in.readInt() != MAGIC) {
      throw new IOException("not a class file");
    }
    in.readInt(); // the version
    int size = in.readUnsignedShort();
    for (int index = 1; index < size; index++) {
      index += constant(in, index);
    }
  }

  /** Reads one constant; how many places it takes beyond its own. */
  private int constant(DataInputStream in, int index) throws IOException {
    int tag = in.readUnsignedByte();
    switch (tag) {
      case UTF8 -> texts.put(index, in.readUTF());
      case CLASS -> classes.put(index, in.readUnsignedShort());
      case METHOD -> methods.put(index, new int[] {in.readUnsignedShort(), in.readUnsignedShort()});
      case NAME_AND_TYPE -> {
        names.put(index, in.readUnsignedShort());
        in.readUnsignedShort();
      }
      case 8, 16, 19, 20 -> in.readUnsignedShort();
      case 15 -> in.skipNBytes(3);
      case 3, 4, 9, 11, 17, 18 -> in.readInt();
      case 5, 6 -> {
        in.readLong();
        return 1;
      }
      default -> throw new IOException("unknown constant " + tag);
    }
    return 0;
  }
}
