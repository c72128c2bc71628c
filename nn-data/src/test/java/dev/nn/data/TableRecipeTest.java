package dev.nn.data;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.nn.core.Network;
import dev.nn.core.Trainer;
import dev.nn.core.TrainingResult;
import dev.nn.data.schema.FittedSchema;
import dev.nn.data.schema.Schema;
import dev.nn.data.table.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

class TableRecipeTest {

  /** 166 rows are 6 steps of 32, so that 84 epochs make 504 steps. */
  @Test
  void smallTablesAreGoneThroughUntilThereAre500Steps() {
    assertEquals(84, TableRecipe.epochs(166, 32));
    assertEquals(500, TableRecipe.epochs(10, 32));
    assertEquals(500, TableRecipe.epochs(0, 32));
  }

  @Test
  void largeTablesAreGoneThroughFiftyTimes() {
    assertEquals(50, TableRecipe.epochs(320, 32));
    assertEquals(50, TableRecipe.epochs(Integer.MAX_VALUE, 1));
  }

  @Test
  void fromTwoThousandRowsOnATenthIsKeptAsideToEndBy() {
    assertEquals(50, trained(table(1_999)).history().size());
    assertTrue(trained(table(2_000)).history().size() < 50);
  }

  private static TrainingResult trained(Table table) {
    FittedSchema schema = Schema.infer(table).fit(table);
    Trainer trainer =
        TableRecipe.stopping(Trainer.builder(), table.rows())
            .loss(schema.loss())
            .optimizer(TableRecipe.OPTIMIZER)
            .epochs(50)
            .build();
    Network network =
        Network.of(schema.shape(), "dense(units=8, activation=relu)", schema.outputLayer());
    return trainer.fit(network, schema.dataset(table));
  }

  /** Numbers that tell nothing about yes or no. */
  private static Table table(int rows) {
    Random random = new Random(5);
    List<Map<String, Object>> made = new ArrayList<>();
    for (int i = 0; i < rows; i++) {
      made.add(Map.of("x", random.nextGaussian(), "y", random.nextBoolean() ? "yes" : "no"));
    }
    return Table.of(made);
  }
}
