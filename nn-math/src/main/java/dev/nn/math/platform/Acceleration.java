package dev.nn.math.platform;

import dev.nn.math.FloatMath;
import dev.nn.math.kernel.Kernels;

/**
 * What training and prediction run on in this virtual machine. It matters for speed only: all
 * kernels give the same bits.
 *
 * <p>An application that only predicts may log it once when it starts, and so notice that it was
 * started without what the vectors need:
 *
 * <pre>{@code
 * log.info("neural networks run on {}", Acceleration.current());
 * // 256-bit vectors (jdk.incubator.vector is there)
 * // scalar kernels (for vectors, run java with --add-modules jdk.incubator.vector)
 * }</pre>
 *
 * @param vectorBits the width of the vectors in bits, such as 256; 0 for scalar kernels
 * @param fmaInstruction whether fused multiply-adds are an instruction of the processor; where they
 *     are done in software, all is several times slower
 * @param reason why these kernels were chosen, and how to get faster ones, in one line
 */
public record Acceleration(int vectorBits, boolean fmaInstruction, String reason) {

  /** What this virtual machine uses. The choice is made once, the first time anybody needs it. */
  public static Acceleration current() {
    return new Acceleration(
        Kernels.active().vectorBits(), FloatMath.hasFmaInstruction(), Kernels.reason());
  }

  /** Whether the kernels run on vectors (SIMD). */
  public boolean usesVectors() {
    return vectorBits > 0;
  }

  /** One line for a log: {@code 256-bit vectors (jdk.incubator.vector is there)}. */
  @Override
  public String toString() {
    String kernels = usesVectors() ? vectorBits + "-bit vectors" : "scalar kernels";
    String software = fmaInstruction ? "" : ", multiply-adds in software";
    return kernels + software + " (" + reason + ")";
  }
}
