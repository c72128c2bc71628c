package dev.nn.math.kernel;

import com.sun.management.HotSpotDiagnosticMXBean;
import java.lang.management.ManagementFactory;
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
    if (System.getProperty("os.arch", "").matches("amd64|x86_64") && lacksFusedMultiplyAdd()) {
      return Optional.of("for vectors, use a processor with fused multiply-add (FMA)");
    }
    return Optional.empty();
  }

  /**
   * Whether multiply-adds are computed with decimal numbers, as where the processor has no
   * instruction for them. Where the virtual machine does not tell, it is assumed to have one: all
   * processors since 2013 do.
   */
  private static boolean lacksFusedMultiplyAdd() {
    if (ModuleLayer.boot().findModule("jdk.management").isEmpty()) {
      return false;
    }
    try {
      HotSpotDiagnosticMXBean flags =
          ManagementFactory.getPlatformMXBean(HotSpotDiagnosticMXBean.class);
      return flags != null && flags.getVMOption("UseFMA").getValue().equals("false");
    } catch (IllegalArgumentException e) {
      return false;
    }
  }
}
