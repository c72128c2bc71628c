package dev.nn.lecture;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.nn.api.DataException;
import dev.nn.lecture.result.Experiment;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class LectureTest {

  @Test
  void thereAreTwentyStatementsAndEachHasAnExperiment() {
    List<Statement> statements = Lecture.statements();
    assertEquals(
        IntStream.rangeClosed(1, 20).boxed().toList(),
        statements.stream().map(Statement::number).toList());
    Set<String> used = new HashSet<>();
    for (Statement statement : statements) {
      assertTrue(!statement.experiments().isEmpty(), statement.words());
      statement.experiments().forEach(name -> used.add(Lecture.experiment(name).name()));
    }
    assertEquals(Set.copyOf(Lecture.experiments().stream().map(Experiment::name).toList()), used);
  }

  @Test
  void aNumberStandsForTheExperimentOfItsStatement() {
    assertEquals("minima", Lecture.experiment("16").name());
  }

  @Test
  void anUnknownNameIsAnsweredWithThoseThatThereAre() {
    String message = assertThrows(DataException.class, () -> Lecture.experiment("21")).getMessage();
    assertTrue(String.valueOf(message).startsWith("\"21\" is no experiment"), message);
    assertTrue(String.valueOf(message).contains("features, forward, linear"), message);
    assertFalse(String.valueOf(message).contains("Did you mean"), message);
  }

  @Test
  void aSlipIsAnsweredWithTheNameThatWasMeant() {
    String message =
        assertThrows(DataException.class, () -> Lecture.experiment("backprob")).getMessage();
    assertTrue(String.valueOf(message).contains("Did you mean backprop?"), message);
  }
}
