package dev.nn.imports.other;

import dev.nn.imports.read.Refusal;
import java.io.ByteArrayInputStream;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.UTFDataFormatException;

/** Reads an array that ND4J wrote: a description of its shape, and then its numbers. */
final class Nd4jArray {
  private static final int LONGEST_SHAPE = 1000;

  private final String name;
  private final DataInputStream in;
  private final int bytes;

  private Nd4jArray(String name, byte[] bytes) {
    this.name = name;
    this.in = new DataInputStream(new ByteArrayInputStream(bytes));
    this.bytes = bytes.length;
  }

  /** Returns the numbers of an array of one row. */
  static double[] read(String name, byte[] bytes) {
    Nd4jArray array = new Nd4jArray(name, bytes);
    try {
      double[] shape = array.buffer();
      if (shape.length > LONGEST_SHAPE) {
        throw new Refusal("%s has a shape of %s numbers".formatted(name, shape.length));
      }
      return array.buffer();
    } catch (EOFException | UTFDataFormatException e) {
      throw new Refusal("%s ends within an array, or is damaged".formatted(name), e);
    } catch (IOException e) {
      throw new Refusal("%s cannot be read: %s".formatted(name, e.getMessage()), e);
    }
  }

  private double[] buffer() throws IOException {
    String allocation = in.readUTF();
    long length = in.readLong();
    String type = in.readUTF();
    int size =
        switch (type) {
          case "FLOAT", "INT" -> 4;
          case "DOUBLE", "LONG" -> 8;
          default ->
              throw new Refusal(
                  "%s has numbers of the type %s (%s); FLOAT and DOUBLE are read"
                      .formatted(name, type, allocation));
        };
    if (length < 0 || length > bytes / size) {
      throw new Refusal(
          "%s promises %s numbers of %s bytes, but has %s bytes"
              .formatted(name, length, size, bytes));
    }
    double[] numbers = new double[(int) length];
    for (int i = 0; i < numbers.length; i++) {
      numbers[i] =
          switch (type) {
            case "FLOAT" -> in.readFloat();
            case "INT" -> in.readInt();
            case "LONG" -> in.readLong();
            default -> in.readDouble();
          };
    }
    return numbers;
  }
}
