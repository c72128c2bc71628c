package dev.nn.tests.architecture;

import java.io.InputStream;
import java.io.ObjectInputStream;
import java.util.HashMap;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.DoubleStream;

/** One class for each rule that breaks it. */
@SuppressWarnings("unused")
final class Offences {
  private Offences() {}

  static final class NoSerialization {
    Object read(InputStream in) throws Exception {
      try (ObjectInputStream objects = new ObjectInputStream(in)) {
        return objects.readObject();
      }
    }
  }

  static final class NoClassByName {
    Class<?> load() throws Exception {
      return Class.forName("java.lang.Runtime");
    }
  }

  static final class NoReflection {
    java.lang.reflect.Type type;
  }

  static final class NoReflectiveLookUp {
    Object make(Class<?> type) throws Exception {
      return type.getDeclaredConstructor();
    }
  }

  static final class NoSetAccessible {
    void open(java.lang.reflect.Field field) {
      field.setAccessible(true);
    }
  }

  static final class NoRandomOfJava {
    double next() {
      return new Random(1).nextDouble();
    }
  }

  static final class NoMathRandom {
    double next() {
      return Math.random();
    }
  }

  static final class NoInexactMath {
    double value(double x) {
      return DoubleStream.of(x).map(Math::exp).sum();
    }
  }

  static final class NoConsole {
    void print() {
      System.out.println("here");
    }
  }

  static final class NoStackTraces {
    void print(Exception e) {
      e.printStackTrace();
    }
  }

  static final class NoExit {
    void end() {
      System.exit(1);
    }
  }

  static final class StaticFieldsAreFinal {
    static int count;
  }

  static final class StaticFieldsHoldNoState {
    private static final AtomicInteger COUNT = new AtomicInteger();
    private static final HashMap<String, String> CACHE = new HashMap<>();
    static final int[] SHOWN = {1};
    private static final int[] TABLE = {1};
    private static final Map<String, String> FINE = Map.of();
  }
}
