package dev.nn.math.kernel;

import dev.nn.math.FloatMath;
import java.util.Optional;

/** What the virtual machine would make of vector code. */
final class VirtualMachine {
  private VirtualMachine() {}

  /** Why vector code would be slow here, if it would. */
  static Optional<String> obstacle() {
    String mode = System.getProperty("java.vm.info", "");
    if (mode.contains("interpreted") || mode.contains("emulated-client")) {
      return Optional.of("for vectors, run java with its optimising compiler; now: " + mode);
    }
    if (!FloatMath.hasFmaInstruction()) {
      return Optional.of("for vectors, use a processor with fused multiply-add (FMA)");
    }
    return Optional.empty();
  }
}
