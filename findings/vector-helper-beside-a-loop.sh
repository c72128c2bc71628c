#!/usr/bin/env bash
# JDK 17 (seen with 17.0.15), jdk.incubator.vector: a method of one's own that only loads a vector, called once before a long loop, is left
# out of line for the life of the process if the loop gets hot before the method has been called 250 times (MinInliningThreshold). The
# compiled loop then makes objects of vectors at each call for ever. The same code with FloatVector.fromArray in place of the helper makes
# none, and neither does the helper with -XX:MinInliningThreshold=0. JDK 25 has no such threshold, and makes none either.
# Fails if that changes.
set -euo pipefail
java=${JAVA_HOME:+$JAVA_HOME/bin/}java
major=$("$java" -XshowSettings:properties -version 2>&1 | sed -n 's/^ *java\.specification\.version = //p')
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cat >"$folder/Helper.java" <<'JAVA'
import java.lang.management.ManagementFactory;
import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorSpecies;

public class Helper {
  static final VectorSpecies<Float> SPECIES = FloatVector.SPECIES_128;

  static FloatVector load(float[] from, int index) {
    return FloatVector.fromArray(SPECIES, from, index);
  }

  static void byHelper(float[] x, float[] sum) {
    FloatVector s = load(sum, 0);
    for (int i = 0; i < x.length; i += 4) {
      s = s.add(FloatVector.fromArray(SPECIES, x, i));
    }
    s.intoArray(sum, 0);
  }

  static void direct(float[] x, float[] sum) {
    FloatVector s = FloatVector.fromArray(SPECIES, sum, 0);
    for (int i = 0; i < x.length; i += 4) {
      s = s.add(FloatVector.fromArray(SPECIES, x, i));
    }
    s.intoArray(sum, 0);
  }

  /** The bytes that a thousand calls allocate after three thousand others. */
  static long bytes(Runnable call) throws InterruptedException {
    for (int n = 0; n < 3000; n++) {
      call.run();
      if (n == 1000) {
        Thread.sleep(2000);
      }
    }
    var threads = (com.sun.management.ThreadMXBean) ManagementFactory.getThreadMXBean();
    long before = threads.getCurrentThreadAllocatedBytes();
    for (int n = 0; n < 1000; n++) {
      call.run();
    }
    return (threads.getCurrentThreadAllocatedBytes() - before) / 1000;
  }

  public static void main(String[] arguments) throws InterruptedException {
    float[] x = new float[1 << 14];
    float[] sum = new float[4];
    System.out.println("direct " + (bytes(() -> direct(x, sum)) > 16) + ", helper " + (bytes(() -> byHelper(x, sum)) > 16));
  }
}
JAVA
"${java}c" --add-modules jdk.incubator.vector -d "$folder" "$folder/Helper.java" 2>/dev/null
run() { "$java" --add-modules jdk.incubator.vector -XX:-TieredCompilation "$@" -cp "$folder" Helper 2>/dev/null; }
echo "Java $major, objects at each call: $(run)"
if [[ $major == 17 ]]; then
  [[ $(run) == "direct false, helper true" ]]
  [[ $(run -XX:MinInliningThreshold=0) == "direct false, helper false" ]]
else
  [[ $(run) == "direct false, helper false" ]]
fi
