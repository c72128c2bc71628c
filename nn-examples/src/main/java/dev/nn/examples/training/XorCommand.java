package dev.nn.examples.training;

import dev.nn.core.Model;
import dev.nn.core.Network;
import dev.nn.core.Trainer;
import dev.nn.core.TrainingSession;
import dev.nn.core.dataset.Dataset;
import dev.nn.core.plugin.PluginRegistry;
import dev.nn.data.judge.Judgement;
import dev.nn.examples.data.XorData;
import dev.nn.examples.terminal.LastLines;
import dev.nn.examples.terminal.NetworkTable;
import dev.nn.examples.terminal.Tables;
import dev.nn.examples.terminal.Terminal;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Mixin;

/** Trains a network to compute the exclusive or, which none without a hidden layer can. */
@Command(
    name = "xor",
    description = {
      "Learn the exclusive or of two bits, with plain gradient descent from one example at a time.",
      "The status is 1 if it was not learnt, which can happen: not all first weights lead there."
    },
    sortOptions = false)
public final class XorCommand implements Callable<Integer> {
  /** The defaults, which learn it from nearly every seed in a moment. */
  public static final Recipe RECIPE =
      new Recipe(
          List.of("dense(units=4, activation=tanh)", "dense(units=1, activation=sigmoid)"),
          "sgd(learning_rate=0.1)",
          2000,
          1);

  private final Terminal terminal;

  @Mixin private TrainingOptions options = new TrainingOptions();

  /** Makes the command, which prints to a terminal. */
  public XorCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() throws IOException {
    options.refuseValidation("all four rows are learnt from, and none is left for validation");
    Terminal chat = options.output().chat(terminal);
    PluginRegistry registry = PluginRegistry.load();
    Dataset table = XorData.table();
    Network network = options.network(registry, table.shape());
    Trainer trainer =
        options.trainer(
            registry, "binary_crossentropy", false, EpochProgress.brief(chat, options.epochs()));
    try (TrainingSession session = options.started(chat, registry, trainer, network, table, null);
        Interruption interruption = Interruption.guarding(session, chat)) {
      chat.out().println(options.summary());
      chat.out().println();
      chat.out().println(NetworkTable.of(network, chat.columns()));
      chat.out().println();
      interruption.train();
      Model model = session.model();
      boolean isLearnt = report(model, chat);
      options.files().save(model, chat);
      options.writePage(
          "XOR",
          session.result(),
          page -> page.judged(model, table, Judgement.of(model, table, table, options.seed())),
          chat);
      options
          .output()
          .print(new LastLines().with("weights sha256", model.weightsSha256()), terminal);
      return isLearnt ? ExitCode.OK : ExitCode.SOFTWARE;
    }
  }

  private boolean report(Model model, Terminal chat) {
    float[][] inputs = XorData.inputs();
    int[] outputs = XorData.outputs();
    int learnt = 0;
    List<List<String>> rows = new ArrayList<>();
    for (int i = 0; i < inputs.length; i++) {
      float output = model.predict(inputs[i])[0];
      int rounded = Math.round(output);
      learnt += rounded == outputs[i] ? 1 : 0;
      rows.add(
          List.of(
              String.format(Locale.ROOT, "%.0f", inputs[i][0]),
              String.format(Locale.ROOT, "%.0f", inputs[i][1]),
              String.valueOf(outputs[i]),
              String.format(Locale.ROOT, "%.4f", output),
              String.valueOf(rounded)));
    }
    chat.out().println();
    chat.out()
        .println(
            Tables.of(
                List.of(
                    Tables.right("a"),
                    Tables.right("b"),
                    Tables.right("a xor b"),
                    Tables.right("output"),
                    Tables.right("rounded")),
                rows));
    chat.out().println();
    boolean all = learnt == inputs.length;
    chat.out()
        .println(
            all
                ? "XOR is learnt"
                : "XOR is not learnt: "
                    + learnt
                    + " of 4 are right; try more epochs or another seed");
    return all;
  }
}
