package dev.nn.spark;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.nn.data.schema.Schema;
import dev.nn.data.table.Table;
import dev.nn.search.Search;
import dev.nn.search.SearchResult;
import dev.nn.search.SearchSpace;
import dev.nn.search.TableObjective;
import dev.nn.spark.table.SentTable;
import java.io.IOException;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.Test;

class ClusterObjectiveTest {
  private static final String ROLES = Shops.ROLES + "sold=ignore, kind=target";

  /** One of the layers needs what is not there, so some trials fail. */
  static Search search() {
    SearchSpace space =
        SearchSpace.of("layers", "dense(units={4, 8}, activation={relu, tanh, missing})")
            .and("optimizer", "adam(learning_rate=[1e-3..1e-1 log])");
    return Search.random(space).trials(8).epochs(3).seed(3);
  }

  static SearchResult onOneMachine(Dataset<Row> shops) throws IOException {
    Table rows = SentTable.of(shops, ROLES).table();
    return search().over(TableObjective.of(rows, Schema.infer(rows, ROLES)));
  }

  static SearchResult onCluster(Dataset<Row> shops, int workers) throws IOException {
    try (ClusterObjective objective = ClusterObjective.of(shops, ROLES)) {
      return search().workers(workers).over(objective);
    }
  }

  @Test
  void theTableIsThatOfOneMachineWhateverThePartitionsAndCores() throws IOException {
    Dataset<Row> shops = Shops.table(Session.local(), 300);
    SearchResult expected = onOneMachine(shops);
    assertTrue(expected.trials().stream().anyMatch(trial -> trial.isFailed()), expected::toString);
    assertTrue(expected.best().score().orElse(0) > 0.5, expected::toString);
    assertEquals(expected, onCluster(shops.repartition(5), 2));
    assertEquals(expected, onCluster(shops, 1));
  }
}
