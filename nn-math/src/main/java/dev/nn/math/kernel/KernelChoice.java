package dev.nn.math.kernel;

import java.util.Optional;
import java.util.ServiceConfigurationError;
import java.util.ServiceLoader;

/**
 * Kernels and why they were chosen.
 *
 * @param kernels the kernels
 * @param reason one line for a log
 */
record KernelChoice(Kernels kernels, String reason) {
  private static final String PROPERTY = "nn.kernels";
  private static final String VECTOR_MODULE = "jdk.incubator.vector";

  /** Vectors where this virtual machine compiles them to vector instructions, scalars elsewhere. */
  static KernelChoice make() {
    String wish = System.getProperty(PROPERTY, "auto");
    if (wish.equals("scalar")) {
      return scalar("asked for by -D" + PROPERTY + "=scalar");
    }
    if (!wish.equals("auto")) {
      throw new IllegalArgumentException(
          "-D%s=%s: write scalar, or auto for vectors where they run".formatted(PROPERTY, wish));
    }
    Optional<Module> vectors = ModuleLayer.boot().findModule(VECTOR_MODULE);
    if (vectors.isEmpty()) {
      return scalar("for vectors, run java with --add-modules " + VECTOR_MODULE);
    }
    Optional<String> obstacle = VirtualMachine.obstacle();
    return obstacle.isPresent() ? scalar(obstacle.get()) : load(vectors.get());
  }

  /**
   * The vector kernels, found as a service. No class here mentions them, and the module does not
   * require the incubating one, because its users would be warned of it; so the edge is added now.
   */
  private static KernelChoice load(Module vectors) {
    Module here = KernelChoice.class.getModule();
    here.addReads(vectors);
    try {
      for (Kernels kernels :
          ServiceLoader.load(Kernels.class, KernelChoice.class.getClassLoader())) {
        if (kernels.getClass().getModule().equals(here)) {
          return new KernelChoice(kernels, VECTOR_MODULE + " is there");
        }
      }
      return scalar("the vector kernels are missing from the jar of nn-math");
    } catch (ServiceConfigurationError | LinkageError e) {
      return scalar("the vector kernels do not load: " + e);
    }
  }

  private static KernelChoice scalar(String reason) {
    return new KernelChoice(ActiveKernels.SCALAR, reason);
  }
}
