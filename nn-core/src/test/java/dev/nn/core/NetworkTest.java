package dev.nn.core;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.nn.api.Shape;
import dev.nn.api.ShapeException;
import dev.nn.api.SpecException;
import dev.nn.core.layer.Dense;
import dev.nn.core.plugin.PluginRegistry;
import java.util.List;
import org.junit.jupiter.api.Test;

class NetworkTest {
  private static final PluginRegistry REGISTRY = TestPlugins.registry();

  @Test
  void oneTextMayHoldSeveralLayers() {
    Network together =
        Network.of(REGISTRY, Shape.of(4), "dense(units=3, activation=tanh), dense(units=2)");
    Network apart =
        Network.of(REGISTRY, Shape.of(4), "dense(activation=tanh, units=3)", "dense(units=2)");
    assertEquals(apart, together);
    assertEquals(apart.hashCode(), together.hashCode());
  }

  @Test
  void layersMadeInJavaEqualThoseOfASpec() {
    Network fromObjects =
        Network.of(REGISTRY, Shape.of(4), new Dense(3, new TestPlugins.Tanh()), new Dense(2));
    assertEquals(
        Network.of(REGISTRY, Shape.of(4), "dense(units=3, activation=tanh), dense(units=2)"),
        fromObjects);
  }

  @Test
  void itsSpecReadsBackAsTheSameNetworkAndHasEveryOption() {
    Network network = Network.of(REGISTRY, Shape.of(4), "dense(units=3), dropout(rate=0.25)");
    assertEquals(network, Network.of(REGISTRY, Shape.of(4), network.spec()));
    assertEquals(
        "[dense(activation=identity, bias=true, bias_initializer=zeros, bias_l1=0, bias_l2=0,"
            + " initializer=xavier_normal, kernel_l1=0, kernel_l2=0, trainable=true, units=3),"
            + " dropout(rate=0.25)]",
        network.spec());
  }

  @Test
  void networksDifferByShapeAndLayers() {
    Network network = Network.of(REGISTRY, Shape.of(4), "dense(units=3)");
    assertNotEquals(network, Network.of(REGISTRY, Shape.of(5), "dense(units=3)"));
    assertNotEquals(network, Network.of(REGISTRY, Shape.of(4), "dense(units=2)"));
  }

  @Test
  void theSummaryHasALineForEachLayer() {
    List<LayerSummary> summary =
        Network.of(REGISTRY, Shape.of(4), "dense(units=3), dropout(rate=0.5)").summary().layers();
    assertEquals(
        List.of("dense (3) 15", "dropout (3) 0"),
        summary.stream().map(l -> l.name() + " " + l.output() + " " + l.parameters()).toList());
  }

  @Test
  void aLayerThatDoesNotFitIsNamedWithWhatItTakes() {
    ShapeException e =
        assertThrows(
            ShapeException.class,
            () -> Network.of(REGISTRY, Shape.of(28, 28, 1), "dropout(rate=0.1), dense(units=3)"));
    assertEquals(
        "layer 1 (dense): dense takes one row of features, not (28, 28, 1); put flatten before it",
        e.getMessage());
  }

  @Test
  void aNetworkNeedsALayer() {
    assertThrows(ShapeException.class, () -> Network.of(REGISTRY, Shape.of(4), ""));
  }

  @Test
  void anOptionOutOfRangeIsShownInTheText() {
    SpecException e =
        assertThrows(
            SpecException.class,
            () -> Network.of(REGISTRY, Shape.of(4), "dense(units=3), dense(units=0)"));
    assertTrue(e.getMessage().contains("units must be at least 1, got 0"), e.getMessage());
    assertTrue(e.getMessage().contains("dense(units=3), dense(units=0)"), e.getMessage());
  }

  @Test
  void tooManyParametersForOneArrayAreRefused() {
    ShapeException e =
        assertThrows(
            ShapeException.class,
            () -> Network.of(REGISTRY, Shape.of(60_000), "dense(units=50000)"));
    assertTrue(e.getMessage().contains("too many elements"), e.getMessage());
  }
}
