package dev.nn.examples.bench;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Measures the speed of the benchmark workloads, or of a network that the options describe. */
@Command(
    name = "bench",
    description = {
      "Measure the speed of training and prediction with random data.",
      "It prints a line id,samples/s,median for each workload, after a comment with the time from"
          + " core to core before and after the measurement."
    },
    sortOptions = false)
public final class BenchCommand implements Callable<Integer> {
  private final PrintWriter out;

  @Parameters(
      paramLabel = "ID",
      arity = "0..*",
      description = "The workloads: w1 w2 w3 w4 w5 w6 train, i1 i32 i1024 predict. Default: all.")
  private List<String> ids = new ArrayList<>();

  @Option(
      names = "--threads",
      paramLabel = "N",
      description = "The most threads to train with. Default: one for each processor.")
  private int threads = Runtime.getRuntime().availableProcessors();

  @Option(
      names = "--passes",
      paramLabel = "N",
      defaultValue = "7",
      description = "How many passes to take the median of. Default: ${DEFAULT-VALUE}.")
  private int passes;

  @Option(
      names = "--widths",
      paramLabel = "N",
      split = ",",
      splitSynopsisLabel = ",",
      description =
          "Measure a network of dense layers instead: the number of inputs, then the units of each"
              + " layer.")
  private List<Integer> widths = new ArrayList<>();

  @Option(
      names = "--activation",
      paramLabel = "SPEC",
      defaultValue = "relu",
      description =
          "With --widths, the activation of the hidden layers. Default: ${DEFAULT-VALUE}.")
  private String activation = "relu";

  @Option(
      names = "--loss",
      paramLabel = "SPEC",
      defaultValue = "categorical_crossentropy",
      description = "With --widths, the loss. Default: ${DEFAULT-VALUE}.")
  private String loss = "categorical_crossentropy";

  @Option(
      names = "--optimizer",
      paramLabel = "SPEC",
      defaultValue = "sgd(learning_rate=0.01)",
      description = "With --widths, the optimizer. Default: ${DEFAULT-VALUE}.")
  private String optimizer = "sgd(learning_rate=0.01)";

  @Option(
      names = "--batch",
      paramLabel = "N",
      defaultValue = "32",
      description = "With --widths, the examples in one training step. Default: ${DEFAULT-VALUE}.")
  private int batch;

  @Option(
      names = "--rows",
      paramLabel = "N",
      defaultValue = "10000",
      description = "With --widths, the examples in one pass. Default: ${DEFAULT-VALUE}.")
  private int rows;

  @Spec private @Nullable CommandSpec spec;

  /** Makes the command, which prints its results to the given writer. */
  public BenchCommand(PrintWriter out) {
    this.out = out;
  }

  @Override
  public Integer call() throws InterruptedException {
    List<Workload> workloads = workloads();
    out.printf("# Java %s, at most %s thread(s)%n", System.getProperty("java.version"), threads);
    for (Workload workload : workloads) {
      double before = PingPong.nanos();
      double rate = new Measurement(workload, passes, threads).samplesPerSecond();
      out.printf(
          Locale.ROOT, "# core to core %.0f ns before, %.0f ns after%n", before, PingPong.nanos());
      out.printf(Locale.ROOT, "%s,samples/s,%.0f%n", workload.id(), rate);
      out.flush();
    }
    return ExitCode.OK;
  }

  private List<Workload> workloads() {
    if (threads < 1 || passes < 1 || batch < 1 || rows < 1) {
      throw usage("--threads, --passes, --batch and --rows must be at least 1");
    }
    if (!widths.isEmpty()) {
      return List.of(custom());
    }
    List<Workload> chosen = new ArrayList<>();
    for (String id : ids) {
      chosen.add(
          Workload.ALL.stream()
              .filter(workload -> workload.id().equals(id))
              .findFirst()
              .orElseThrow(() -> usage("no workload \"" + id + "\"; there are " + allIds())));
    }
    return chosen.isEmpty() ? Workload.ALL : chosen;
  }

  private Workload custom() {
    if (!ids.isEmpty() || widths.size() < 2) {
      throw usage(
          "--widths takes two or more numbers, as in 200,50,3, and cannot be combined with the ids of"
              + " workloads");
    }
    return new Workload("custom", widths, activation, loss, optimizer, batch, rows);
  }

  private static List<String> allIds() {
    return Workload.ALL.stream().map(Workload::id).toList();
  }

  private ParameterException usage(String message) {
    if (spec == null) {
      throw new IllegalStateException(message);
    }
    return new ParameterException(spec.commandLine(), message);
  }
}
