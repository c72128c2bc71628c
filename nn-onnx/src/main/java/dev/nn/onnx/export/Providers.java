package dev.nn.onnx.export;

import dev.nn.api.Activation;
import dev.nn.api.Layer;
import dev.nn.api.PluginException;
import dev.nn.onnx.spi.ActivationNodes;
import dev.nn.onnx.spi.LayerGraph;
import dev.nn.onnx.spi.LayerNodes;
import dev.nn.onnx.spi.OnnxGraph;
import dev.nn.onnx.spi.Value;
import java.util.Collection;
import java.util.List;
import java.util.ServiceConfigurationError;
import java.util.ServiceLoader;
import java.util.function.Function;

/** Those who know the nodes of layers and activations. */
public final class Providers {
  private final List<ActivationNodes> activations;
  private final List<LayerNodes> layers;

  /** Creates a choice among given providers. */
  public Providers(Collection<ActivationNodes> activations, Collection<LayerNodes> layers) {
    this.activations = List.copyOf(activations);
    this.layers = List.copyOf(layers);
  }

  /**
   * Finds the providers that a class loader sees, and those of this module.
   *
   * @throws PluginException if one cannot be loaded; the message names it
   */
  public static Providers load(ClassLoader loader) {
    return new Providers(
        services(ActivationNodes.class, ServiceLoader.load(ActivationNodes.class, loader)),
        services(LayerNodes.class, ServiceLoader.load(LayerNodes.class, loader)));
  }

  private static <T> List<T> services(Class<T> kind, ServiceLoader<T> found) {
    try {
      return found.stream().map(ServiceLoader.Provider::get).toList();
    } catch (ServiceConfigurationError | LinkageError e) {
      throw new PluginException(
          "a provider of " + kind.getName() + " cannot be loaded: " + e.getMessage(), e);
    }
  }

  Value write(Activation activation, Value z, OnnxGraph graph) {
    return only(activations, ActivationNodes::activations, "activation", activation.name())
        .write(activation, z, graph);
  }

  /** Whether somebody says what the nodes of a layer are. */
  boolean know(Layer layer) {
    return layers.stream().anyMatch(nodes -> nodes.layers().contains(layer.name()));
  }

  Value write(Layer layer, Value input, LayerGraph graph) {
    return only(layers, LayerNodes::layers, "layer", layer.name()).write(layer, input, graph);
  }

  private static <T> T only(
      List<T> all, Function<T, Collection<String>> names, String kind, String name) {
    List<T> found = all.stream().filter(one -> names.apply(one).contains(name)).toList();
    if (found.isEmpty()) {
      throw new PluginException(
          "nobody knows the ONNX nodes of the %s %s; its author can provide them by the interface %s"
              .formatted(
                  kind,
                  name,
                  (kind.equals("layer") ? LayerNodes.class : ActivationNodes.class).getName()));
    }
    if (found.size() > 1) {
      throw new PluginException(
          "two providers know the ONNX nodes of the %s %s, %s and %s; leave out one of their jars"
              .formatted(
                  kind,
                  name,
                  found.get(0).getClass().getName(),
                  found.get(1).getClass().getName()));
    }
    return found.get(0);
  }
}
