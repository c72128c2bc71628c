package dev.nn.examples.java;

import dev.nn.core.Model;
import dev.nn.core.Network;
import dev.nn.core.Trainer;
import dev.nn.core.dataset.Dataset;
import dev.nn.core.metric.Metrics;
import dev.nn.data.Csv;
import dev.nn.data.Split;
import java.io.IOException;
import java.nio.file.Path;

/**
 * Trains on a CSV file of one's own, named on the command line: a header, columns of numbers, and
 * the class in the last column. For columns of words and dates, and for missing cells, see {@code
 * docs/tables.md}.
 */
public final class ReadCsv {
  private ReadCsv() {}

  public static void main(String[] args) throws IOException {
    Dataset data = Csv.withHeader().read(Path.of(args[0]));
    Split split = Split.stratified(data, 0.8, 1);

    Network network =
        Network.of(
            data.shape(),
            "normalization",
            "dense(units=16, activation=relu)",
            "dense(units=" + data.targets().columns() + ", activation=softmax)");
    Trainer trainer =
        Trainer.builder()
            .loss("categorical_crossentropy")
            .optimizer("adam(learning_rate=0.01)")
            .epochs(50)
            .build();
    Model model = trainer.fit(network, split.train()).model();

    System.out.println("rows " + data.rows());
    System.out.println("features " + model.featureNames());
    System.out.println("targets " + data.targets());
    System.out.println("test accuracy " + model.evaluate(split.test(), Metrics::accuracy));
  }
}
