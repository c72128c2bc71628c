package dev.nn.data;

import static org.junit.jupiter.api.Assertions.assertEquals;

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
}
