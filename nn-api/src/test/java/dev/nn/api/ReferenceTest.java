package dev.nn.api;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ReferenceTest {
  private static final Spec SPEC = Spec.parse("acme(x=1)");

  @ParameterizedTest
  @EnumSource(names = {"ACTIVATION", "INITIALIZER", "LAYER", "SCHEDULE"})
  void aReferenceIsOfItsKindAndKeepsItsSpec(Kind kind) {
    assertTrue(Reference.isPossible(kind));
    Plugin reference = Reference.to(kind, SPEC);
    assertEquals(kind, Kind.of(reference));
    assertEquals(SPEC, ((Reference) reference).spec());
  }

  @ParameterizedTest
  @EnumSource(names = {"LOSS", "OPTIMIZER"})
  void thereAreNoReferencesToOtherKinds(Kind kind) {
    assertFalse(Reference.isPossible(kind));
    assertThrows(IllegalArgumentException.class, () -> Reference.to(kind, SPEC));
  }

  @Test
  void optionsTellThePluginsAmongTheirValues() {
    Activation relu = Activation.named("relu");
    Activation tanh = Activation.named("tanh");
    Schedule rate = Schedule.constant(0.1);
    OptionType type = new OptionType.PluginOf(Kind.ACTIVATION);
    Options options =
        Options.NONE
            .withInteger("units", 3)
            .withPlugin("learning_rate", rate)
            .withList("several", type, List.of(relu, tanh))
            .withOptional("one", type, Optional.of(relu))
            .withOptional("none", type, Optional.empty());
    assertEquals(List.of(rate, relu, tanh, relu), options.plugins());
  }
}
