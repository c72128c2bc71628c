import dev.nn.core.Model;
import dev.nn.core.Network;
import dev.nn.core.Trainer;
import dev.nn.core.dataset.Dataset;
import dev.nn.data.DataFile;
import dev.nn.data.MappedTable;
import dev.nn.data.schema.FittedSchema;
import dev.nn.data.schema.Schema;
import dev.nn.data.table.Table;
import java.io.IOException;
import java.nio.file.Path;

/** Trains for an epoch on a mapped file, or with the roles of its columns on a CSV file in memory, and prints the hash of the weights. */
public class TrainBig {
  public static void main(String[] args) throws IOException {
    long start = System.nanoTime();
    FittedSchema schema;
    Dataset data;
    if (args.length == 1) {
      MappedTable mapped = MappedTable.open(Path.of(args[0]));
      schema = mapped.schema();
      data = mapped.dataset();
    } else {
      Table table = DataFile.read(Path.of(args[0]));
      schema = Schema.infer(table, args[1]).fit(table);
      data = schema.dataset(table);
    }
    Network network = Network.of(schema.shape(), "dense(units=16, activation=relu)", schema.outputLayer());
    Trainer trainer = Trainer.builder().loss(schema.loss()).optimizer("adam").batchSize(1024).epochs(1).seed(42).build();
    Model model = trainer.fit(network, data).model();
    System.out.printf("%d rows, %.1f s%nweights sha256 %s%n", data.rows(), (System.nanoTime() - start) / 1e9, model.weightsSha256());
  }
}
