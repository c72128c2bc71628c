package dev.nn.core.doctor;

import dev.nn.api.Plugin;
import dev.nn.math.platform.Acceleration;
import java.lang.module.ModuleFinder;
import java.util.List;
import java.util.function.DoubleBinaryOperator;
import org.jspecify.annotations.Nullable;

/** What the virtual machine, the processor and the thread should be like. */
final class PlatformChecks {
  private static final String VECTOR_MODULE = "jdk.incubator.vector";

  /** A thread of a training needs room for its share of a batch, and the heap some air. */
  private static final long MEMORY_OF_A_PROCESSOR = 64L << 20;

  private PlatformChecks() {}

  /** Whether the class loader that plugins are looked for with is of use. */
  static List<Finding> contextLoader(Thread thread) {
    ClassLoader loader = thread.getContextClassLoader();
    String topic = "context class loader";
    String advice =
        "Give the registry a class loader, as in PluginRegistry.load(Main.class.getClassLoader()), or set it by Thread.currentThread().setContextClassLoader(…). Threads of a pool may have another one than yours.";
    if (loader == null) {
      return List.of(
          Finding.wrong(
              topic,
              "thread \"%s\" has none, so plugins that only the program's class loader sees are not found"
                  .formatted(thread.getName()),
              advice));
    }
    Class<?> seen = plugin(loader);
    if (seen == Plugin.class) {
      return List.of();
    }
    String problem =
        seen == null
            ? "that of thread \"%s\", %s, does not see this framework, so plugins that only the program's class loader sees are not found"
            : "that of thread \"%s\", %s, sees another copy of this framework, so the plugins that it sees do not fit";
    return List.of(
        Finding.wrong(
            topic,
            problem.formatted(thread.getName(), ClassLoaders.described(loader)),
            seen == null
                ? advice
                : "Leave one copy of nn-api and nn-core, in the class loader that all others have as a parent."));
  }

  private static @Nullable Class<?> plugin(ClassLoader loader) {
    try {
      return loader.loadClass(Plugin.class.getName());
    } catch (ClassNotFoundException | LinkageError e) {
      return null;
    }
  }

  /** Whether this Java has what vectors need, even if it was started without it. */
  static boolean hasVectorModule() {
    return ModuleFinder.ofSystem().find(VECTOR_MODULE).isPresent();
  }

  /** Whether vectors are used, and what stands in the way: the module, a flag, the processor. */
  static List<Finding> vectors(Acceleration acceleration, boolean hasModule) {
    if (acceleration.usesVectors()) {
      return List.of();
    }
    String problem = "SIMD is off: training and prediction run on " + acceleration;
    if (!hasModule) {
      return List.of(
          Finding.wrong(
              "SIMD",
              "SIMD is off, because this Java has no module " + VECTOR_MODULE,
              "Make the image of jlink with --add-modules %s and \"--add-options= --add-modules=%s\" (with the blank), or use a JDK."
                  .formatted(VECTOR_MODULE, VECTOR_MODULE)));
    }
    boolean isNoChoice =
        acceleration.reason().contains("asked for") || !acceleration.fmaInstruction();
    return List.of(
        new Finding(
            !isNoChoice,
            "SIMD",
            problem,
            "The results are the same bits, but large networks are several times slower. The reason in brackets says what to change."));
  }

  /**
   * Whether the processor takes the tiniest numbers for 0 on this thread. A native library that was
   * compiled for fast mathematics may leave it like that.
   *
   * @param product multiplies on this thread
   */
  static List<Finding> denormals(DoubleBinaryOperator product) {
    boolean isExact = product.applyAsDouble(Double.MIN_NORMAL, 0.5) > 0;
    return isExact
        ? List.of()
        : List.of(
            Finding.wrong(
                "denormals",
                "this thread takes numbers below 2⁻¹⁰²² for 0, so results are not the same bits as elsewhere",
                "A native library has set the processor so; load it on another thread, or use one that was not compiled with -ffast-math."));
  }

  /** Whether there is memory for as many threads as a training would take. */
  static List<Finding> memory(long bytes, int processors) {
    long needed = processors * MEMORY_OF_A_PROCESSOR;
    return bytes >= needed
        ? List.of()
        : List.of(
            Finding.wrong(
                "memory",
                "Java may use %s MiB, which is little for the threads of %s processors"
                    .formatted(bytes >> 20, processors),
                "Allow more, as with -Xmx%sm, or train with fewer threads: Trainer.builder().threads(1), or --threads 1."
                    .formatted(needed >> 20)));
  }

  /** Whether the virtual machine optimises. */
  static List<Finding> compiler(String mode) {
    return mode.contains("interpreted") || mode.contains("emulated-client")
        ? List.of(
            Finding.wrong(
                "JDK",
                "Java runs without its optimising compiler: " + mode,
                "Leave out -Xint and -XX:TieredStopAtLevel; training takes many times as long with them."))
        : List.of();
  }
}
