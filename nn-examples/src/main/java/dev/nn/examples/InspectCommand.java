package dev.nn.examples;

import com.github.freva.asciitable.Column;
import dev.nn.api.NnException;
import dev.nn.core.Network;
import dev.nn.core.PluginRecord;
import dev.nn.core.PluginRegistry;
import dev.nn.core.SavedFile;
import dev.nn.core.Targets;
import dev.nn.core.TrainingSummary;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Shows what a model file or checkpoint holds. */
@Command(
    name = "inspect",
    description = {
      "Show what a model or a checkpoint holds, and whether it is whole.",
      "The status is 1 if it is damaged."
    },
    sortOptions = false)
final class InspectCommand implements Callable<Integer> {
  /** A checksum and the spaces around it. */
  private static final int LONGEST_WORD = 66;

  @Parameters(paramLabel = "FILE", description = "The file.")
  private Path file = Path.of("");

  private final Terminal terminal;

  InspectCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() throws IOException {
    SavedFile saved = SavedFile.read(file);
    terminal.out().println(Tables.of(facts(), factsOf(saved)));
    section("network");
    terminal.out().println(network(saved));
    section("plugins");
    terminal.out().println(plugins(saved.plugins()));
    section("tensors");
    terminal.out().println(tensors(saved));
    return 0;
  }

  private void section(String name) {
    terminal.out().println();
    terminal.out().println(name);
  }

  private List<Column> facts() {
    return List.of(
        Tables.left("file"),
        Tables.left(file.toString()).maxWidth(Math.max(LONGEST_WORD, terminal.columns() - 20)));
  }

  private List<List<String>> factsOf(SavedFile saved) {
    List<List<String>> rows = new ArrayList<>();
    rows.add(List.of("kind", saved.isCheckpoint() ? "checkpoint" : "model"));
    rows.add(List.of("format version", String.valueOf(saved.formatVersion())));
    rows.add(List.of("size", number(saved.bytes()) + " bytes"));
    rows.add(List.of("checksum holds", saved.sha256()));
    rows.add(List.of("predicts", saved.targets().map(InspectCommand::words).orElse("unknown")));
    if (saved.training().isPresent()) {
      TrainingSummary training = saved.training().get();
      rows.add(List.of("seed", String.valueOf(training.seed())));
      rows.add(
          List.of(
              "trained",
              Words.count(training.epochs(), "epoch")
                  + ", "
                  + Words.count(training.steps(), "step")));
      rows.add(List.of("loss", training.loss()));
      rows.add(List.of("optimizer", training.optimizer()));
    } else {
      rows.add(List.of("trained", "no"));
    }
    return rows;
  }

  private static String words(Targets targets) {
    if (targets instanceof Targets.Classes classes) {
      return classes.labels().size() + " classes: " + String.join(", ", classes.labels());
    }
    return targets instanceof Targets.Binary
        ? "yes or no"
        : Words.count(targets.columns(), "number");
  }

  /** The table; where a plugin is missing, the layers as the file has them and what is missing. */
  private String network(SavedFile saved) {
    PluginRegistry registry = PluginRegistry.load();
    try {
      Network network = Network.of(registry, saved.input(), saved.network());
      return NetworkTable.of(network, registry, terminal.columns());
    } catch (NnException e) {
      return "input "
          + saved.input()
          + System.lineSeparator()
          + saved.network()
          + System.lineSeparator()
          + e.getMessage();
    }
  }

  private static String plugins(List<PluginRecord> plugins) {
    return Tables.of(
        List.of(Tables.left("kind"), Tables.left("name"), Tables.left("artifact")),
        plugins.stream().map(p -> List.of(p.kind(), p.name(), p.artifact())).toList());
  }

  private static String tensors(SavedFile saved) {
    long bytes = saved.tensors().stream().mapToLong(SavedFile.Entry::bytes).sum();
    return Tables.of(
        List.of(
            Tables.left("name").footer("total"),
            Tables.left("type"),
            Tables.left("shape"),
            Tables.right("bytes").footer(number(bytes))),
        saved.tensors().stream()
            .map(t -> List.of(t.name(), t.type(), t.shape().toString(), number(t.bytes())))
            .toList());
  }

  private static String number(long number) {
    return String.format(Locale.ROOT, "%,d", number);
  }
}
