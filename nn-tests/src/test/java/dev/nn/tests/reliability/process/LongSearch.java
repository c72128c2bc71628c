package dev.nn.tests.reliability.process;

import dev.nn.data.TableSplit;
import dev.nn.data.schema.Schema;
import dev.nn.data.table.Table;
import dev.nn.search.Search;
import dev.nn.search.SearchResult;
import dev.nn.search.SearchSpace;
import dev.nn.search.TableObjective;
import dev.nn.tests.reliability.Samples;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** A search by halving with trials that fail. As a program it waits to be killed. */
final class LongSearch {
  /** Trials of all rungs. */
  static final int TRIALS = 18 + 6 + 2;

  private LongSearch() {}

  /** Takes the journal and the number of workers, and prints the result. */
  public static void main(String[] arguments) throws IOException {
    Search search = search().workers(Integer.parseInt(arguments[1]));
    System.out.print(run(search.journal(Path.of(arguments[0]))).jsonLines());
  }

  static Search search() {
    SearchSpace space =
        SearchSpace.of("layers", "dense(units=[4..40 log], activation={relu, tanh})")
            .and("optimizer", "{adam(learning_rate=[1e-4..1e-1 log]), sgd(learning_rate=1e38)}");
    return Search.halving(space).trials(18).epochs(27).seed(9);
  }

  static SearchResult run(Search search) throws IOException {
    Table table = table();
    Schema schema = Schema.infer(table, "kind=target");
    return search.over(
        TableObjective.of(Samples.REGISTRY, TableSplit.of(table, schema, 0.8, 0), schema));
  }

  private static Table table() {
    List<Map<String, Object>> rows = new ArrayList<>();
    for (int i = 0; i < 300; i++) {
      double x = i * 0.618 % 1;
      double y = i * 0.414 % 1;
      rows.add(Map.of("x", x, "y", y, "kind", x * y > 0.3 ? "high" : x > y ? "low" : "left"));
    }
    return Table.of(rows).columns("x", "y", "kind"); // maps have no order
  }
}
