package dev.nn.api;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class ReferenceTest {

  @Test
  void referencePrintsAsWhatItRefersTo() {
    assertEquals("elu(alpha=2)", Spec.of(Activation.named("elu( alpha = 2.0 )")).toString());
    assertEquals("constant(value=0.1)", Spec.of(Schedule.constant(0.1)).toString());
    assertEquals(Activation.named("elu"), Activation.named(" elu()"));
  }

  @Test
  void referenceCannotComputeAndSaysWhatToDo() {
    Schedule schedule = Schedule.named("warm(steps=3)");
    IllegalStateException error =
        assertThrows(IllegalStateException.class, () -> schedule.rate(0, new double[0]));
    assertTrue(error.getMessage().startsWith("\"warm(steps=3)\" is a reference that no registry"));
    assertTrue(error.getMessage().contains("build the network or the trainer first"));
  }

  @Test
  void referenceToWhatIsNoSpecIsRefusedAtOnce() {
    assertThrows(SpecException.class, () -> Initializer.named("He Normal"));
  }

  @Test
  void kindsKnowTheirInstancesAndWords() {
    assertEquals(Kind.INITIALIZER, Kind.of(Initializer.named("zeros")));
    assertEquals("initializer", Kind.INITIALIZER.toString());
    assertEquals("an optimizer", Kind.OPTIMIZER.withArticle());
    assertEquals("a schedule", Kind.SCHEDULE.withArticle());
  }
}
