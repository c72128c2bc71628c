#!/usr/bin/env bash
# JDK 17 (seen with 17.0.15) and JDK 25 (25.0.3), jdk.incubator.vector: a sum that a loop carries makes objects for ever if it is the receiver,
# s = s.add(x), and none as the argument, s = x.add(s), where other operations got hot before it, each alone. Their first meetings in the shared
# methods of the Vector API count as failed checks of a class, and every method that is inlined adds its count to that of the method compiled.
# From the hundredth on (PerMethodTrapLimit) the compiler keeps a virtual call where it had an exit to the interpreter, and what a call returns
# is an object, which the carried sum then has to be as well. With -XX:PerMethodTrapLimit=1000 there is none either way. Seen with
# -XX:-TieredCompilation -Xbatch, in which the order of things is the same every time. Fails if that changes.
set -euo pipefail
java=${JAVA_HOME:+$JAVA_HOME/bin/}java
major=$("$java" -XshowSettings:properties -version 2>&1 | sed -n 's/^ *java\.specification\.version = //p')
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cat >"$folder/Carried.java" <<'JAVA'
import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorSpecies;

public class Carried {
  static final VectorSpecies<Float> SPECIES = FloatVector.SPECIES_128;
  static final float[] x = new float[4096];
  static final float[] y = new float[4096];

  static void add() {
    for (int i = 0; i < y.length; i += 4) {
      FloatVector.fromArray(SPECIES, x, i).add(FloatVector.fromArray(SPECIES, y, i)).intoArray(y, i);
    }
  }

  static void multiply() {
    for (int i = 0; i < y.length; i += 4) {
      FloatVector.fromArray(SPECIES, x, i).mul(FloatVector.fromArray(SPECIES, y, i)).intoArray(y, i);
    }
  }

  static void larger() {
    for (int i = 0; i < y.length; i += 4) {
      FloatVector.fromArray(SPECIES, x, i).max(FloatVector.fromArray(SPECIES, y, i)).intoArray(y, i);
    }
  }

  static void divide() {
    for (int i = 0; i < y.length; i += 4) {
      FloatVector.fromArray(SPECIES, x, i).div(FloatVector.fromArray(SPECIES, y, i)).intoArray(y, i);
    }
  }

  static void receiver() {
    FloatVector r = FloatVector.broadcast(SPECIES, 0.1f);
    FloatVector s = FloatVector.broadcast(SPECIES, 0);
    FloatVector t = FloatVector.broadcast(SPECIES, 0);
    for (int i = 0; i < 64; i += 8) {
      FloatVector v = FloatVector.fromArray(SPECIES, y, i).sub(FloatVector.fromArray(SPECIES, x, i).mul(r));
      FloatVector w = FloatVector.fromArray(SPECIES, y, i + 4).sub(FloatVector.fromArray(SPECIES, x, i + 4).mul(r));
      v.intoArray(y, i);
      w.intoArray(y, i + 4);
      s = s.add(v.sub(v));
      t = t.add(w.sub(w));
    }
    s.intoArray(y, 0);
    t.intoArray(y, 4);
  }

  static void argument() {
    FloatVector r = FloatVector.broadcast(SPECIES, 0.1f);
    FloatVector s = FloatVector.broadcast(SPECIES, 0);
    FloatVector t = FloatVector.broadcast(SPECIES, 0);
    for (int i = 0; i < 64; i += 8) {
      FloatVector v = FloatVector.fromArray(SPECIES, y, i).sub(FloatVector.fromArray(SPECIES, x, i).mul(r));
      FloatVector w = FloatVector.fromArray(SPECIES, y, i + 4).sub(FloatVector.fromArray(SPECIES, x, i + 4).mul(r));
      v.intoArray(y, i);
      w.intoArray(y, i + 4);
      s = v.sub(v).add(s);
      t = w.sub(w).add(t);
    }
    s.intoArray(y, 0);
    t.intoArray(y, 4);
  }

  /** The fewest bytes that a call allocates, of twenty times two thousand. */
  static long bytes(Runnable call) {
    ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    long fewest = Long.MAX_VALUE;
    for (int n = 0; n < 20; n++) {
      long before = threads.getCurrentThreadAllocatedBytes();
      for (int k = 0; k < 2000; k++) {
        call.run();
      }
      fewest = Math.min(fewest, (threads.getCurrentThreadAllocatedBytes() - before) / 2000);
    }
    return fewest;
  }

  public static void main(String[] arguments) {
    bytes(Carried::add);
    bytes(Carried::multiply);
    bytes(Carried::larger);
    bytes(Carried::divide);
    System.out.println("receiver " + (bytes(Carried::receiver) > 0) + ", argument " + (bytes(Carried::argument) > 0));
  }
}
JAVA
"${java}c" --add-modules jdk.incubator.vector -d "$folder" "$folder/Carried.java" 2>/dev/null
run() { "$java" --add-modules jdk.incubator.vector -Xbatch -XX:-TieredCompilation "$@" -cp "$folder" Carried 2>/dev/null; }
echo "Java $major, objects at each call: $(run); with a higher limit: $(run -XX:PerMethodTrapLimit=1000)"
[[ $(run) == "receiver true, argument false" ]]
[[ $(run -XX:PerMethodTrapLimit=1000) == "receiver false, argument false" ]]
