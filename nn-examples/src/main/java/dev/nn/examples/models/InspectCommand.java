package dev.nn.examples.models;

import static com.google.common.collect.Tables.toTable;

import com.github.freva.asciitable.Column;
import com.google.common.collect.Table;
import com.google.common.collect.TreeBasedTable;
import dev.nn.api.Kind;
import dev.nn.api.NnException;
import dev.nn.api.Printable;
import dev.nn.api.Spec;
import dev.nn.core.Network;
import dev.nn.core.SavedFile;
import dev.nn.core.dataset.Targets;
import dev.nn.core.plugin.PluginRecord;
import dev.nn.core.plugin.PluginRegistry;
import dev.nn.core.plugin.ShortSpec;
import dev.nn.core.training.TrainingSummary;
import dev.nn.examples.terminal.NetworkTable;
import dev.nn.examples.terminal.Tables;
import dev.nn.examples.terminal.Terminal;
import dev.nn.examples.terminal.Words;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Shows what a model file or checkpoint holds. */
@Command(
    name = "inspect",
    description = {
      "Show what the file of a model or a checkpoint holds, and whether it is intact.",
      "The status is 1 if the file is damaged, or holds a state that no training can have reached.",
      "Plugins that the model needs and that are not installed here are named."
    },
    sortOptions = false)
public final class InspectCommand implements Callable<Integer> {
  /** So many digits of a checksum are enough to tell files apart. */
  private static final int SHOWN_DIGITS = 16;

  private static final int OTHER_FACTS = 20;
  private static final int OTHER_PLUGINS = 50;
  private static final int MIN_WIDTH = 20;

  @Parameters(paramLabel = "FILE", description = "The model or checkpoint.")
  private Path file = Path.of("");

  private final Terminal terminal;

  /** Makes the command, which prints to a terminal. */
  public InspectCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() throws IOException {
    PluginRegistry registry = PluginRegistry.load();
    SavedFile saved = SavedFile.read(file, registry);
    terminal.out().println(Tables.of(facts(), factsOf(saved, registry)));
    section("network");
    terminal.out().println(network(saved, registry));
    section("plugins");
    terminal.out().println(plugins(saved.plugins()));
    jars(saved.plugins()).forEach(terminal.out()::println);
    missing(saved.plugins(), registry).forEach(terminal.out()::println);
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
        Tables.left(file.toString()).maxWidth(terminal.columns() - OTHER_FACTS));
  }

  private List<List<String>> factsOf(SavedFile saved, PluginRegistry registry) {
    List<List<String>> rows = new ArrayList<>();
    rows.add(List.of("kind", saved.isCheckpoint() ? "checkpoint" : "model"));
    rows.add(List.of("format version", String.valueOf(saved.formatVersion())));
    saved.compression().ifPresent(form -> rows.add(List.of("weights", form.toString())));
    rows.add(List.of("size", number(saved.bytes()) + " bytes"));
    rows.add(List.of("checksum", "holds: " + saved.sha256().substring(0, SHOWN_DIGITS) + "…"));
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
      rows.add(List.of("loss", brief(training.loss(), Kind.LOSS, registry)));
      rows.add(List.of("optimizer", brief(training.optimizer(), Kind.OPTIMIZER, registry)));
    } else {
      rows.add(List.of("trained", "no"));
    }
    return rows;
  }

  /**
   * Leaves out of a spec what is default anyway. Where its plugin is missing, it stays as it is.
   */
  private static String brief(String text, Kind kind, PluginRegistry registry) {
    try {
      return ShortSpec.of(registry.create(kind, Spec.parse(text)), registry).toString();
    } catch (NnException e) {
      return text;
    }
  }

  private static String words(Targets targets) {
    if (targets instanceof Targets.Classes classes) {
      return classes.labels().size() + " classes: " + String.join(", ", classes.labels());
    }
    if (targets instanceof Targets.MultiLabel) {
      return targets.toString();
    }
    return targets instanceof Targets.Binary
        ? "yes or no"
        : Words.count(targets.columns(), "number");
  }

  /**
   * Returns the table of the network. Where a plugin is missing there can be none: then the layers
   * are shown as they stand in the file, with what is missing.
   */
  private String network(SavedFile saved, PluginRegistry registry) {
    try {
      Network network = Network.of(registry, saved.input(), saved.network());
      return NetworkTable.of(network, terminal.columns());
    } catch (NnException e) {
      return String.join(
          System.lineSeparator(),
          "input " + saved.input(),
          Printable.line(saved.network()),
          Terminal.printable(String.valueOf(e.getMessage())));
    }
  }

  /** Returns a table with a row for each artifact and kind. */
  private String plugins(List<PluginRecord> plugins) {
    Table<String, String, String> names =
        plugins.stream()
            .distinct()
            .sorted(Comparator.comparing(PluginRecord::name))
            .collect(
                toTable(
                    PluginRecord::artifact,
                    PluginRecord::kind,
                    PluginRecord::name,
                    (some, next) -> some + ", " + next,
                    TreeBasedTable::create));
    List<List<String>> rows =
        names.cellSet().stream()
            .map(cell -> List.of(cell.getRowKey(), cell.getColumnKey(), cell.getValue()))
            .toList();
    return Tables.of(
        List.of(
            Tables.left("artifact"),
            Tables.left("kind"),
            Tables.left("plugins")
                .maxWidth(Math.max(MIN_WIDTH, terminal.columns() - OTHER_PLUGINS))),
        rows);
  }

  /** The jars of third parties, each once. */
  private static Stream<String> jars(List<PluginRecord> plugins) {
    return plugins.stream()
        .flatMap(
            plugin ->
                plugin.jar().stream()
                    .map(
                        jar ->
                            Printable.line(
                                "%s was in %s, sha256 %s"
                                    .formatted(plugin.artifact(), jar.file(), jar.sha256()))))
        .distinct();
  }

  private static Stream<String> missing(List<PluginRecord> plugins, PluginRegistry registry) {
    return plugins.stream()
        .filter(plugin -> !isInstalled(plugin, registry))
        .map(
            plugin ->
                Printable.line(
                    "not installed here: %s %s, from %s"
                        .formatted(plugin.kind(), plugin.name(), plugin.artifact())));
  }

  private static boolean isInstalled(PluginRecord plugin, PluginRegistry registry) {
    return Arrays.stream(Kind.values())
        .filter(kind -> kind.toString().equals(plugin.kind()))
        .anyMatch(kind -> registry.names(kind).contains(plugin.name()));
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
            .map(t -> List.of(t.name(), t.type(), shape(t), number(t.bytes())))
            .toList());
  }

  private static String shape(SavedFile.Entry tensor) {
    return tensor.shape().stream().map(InspectCommand::number).collect(Collectors.joining(" × "));
  }

  private static String number(long number) {
    return String.format(Locale.ROOT, "%,d", number);
  }
}
