package dev.nn.imports.other;

import dev.nn.api.Shape;
import dev.nn.core.Model;
import dev.nn.core.plugin.PluginRegistry;
import dev.nn.imports.read.Assembly;
import dev.nn.imports.read.Refusal;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;

/**
 * Reads the {@code NeuralNetwork} of a PMML file as a network of its neural inputs, in their order:
 * what the file does to fields before is left out. A normalisation of the network is applied after
 * every layer, hidden ones too, as its specification has it.
 */
public final class Pmml {
  private static final Map<String, String> ACTIVATIONS =
      Map.of(
          "logistic", "sigmoid",
          "tanh", "tanh",
          "identity", "identity",
          "exponential", "exponential",
          "rectifier", "relu");

  private static final class Neuron {
    final float bias;
    final Map<String, Float> inputs = new HashMap<>();

    Neuron(float bias) {
      this.bias = bias;
    }
  }

  private static final class NeuralLayer {
    final String activation;
    final boolean isNormalised;
    final List<String> ids = new ArrayList<>();
    final List<Neuron> neurons = new ArrayList<>();

    NeuralLayer(String activation, boolean isNormalised) {
      this.activation = activation;
      this.isNormalised = isNormalised;
    }
  }

  private final XMLStreamReader xml;
  private final List<String> inputs = new ArrayList<>();
  private final List<NeuralLayer> layers = new ArrayList<>();
  private final List<String> outputs = new ArrayList<>();
  private String activation = "";
  private String normalization = "none";
  private boolean isNetwork;

  private Pmml(XMLStreamReader xml) {
    this.xml = xml;
  }

  /** Reads a model. */
  public static Model read(byte[] bytes, PluginRegistry registry) {
    XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
    factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
    factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
    try {
      String text = new String(bytes, StandardCharsets.UTF_8);
      String withoutMark = text.startsWith("\ufeff") ? text.substring(1) : text;
      XMLStreamReader xml = factory.createXMLStreamReader(new StringReader(withoutMark));
      Pmml pmml = new Pmml(xml);
      pmml.parse();
      return pmml.model(registry);
    } catch (XMLStreamException e) {
      throw new Refusal(
          "the XML text is wrong in line %s: %s"
              .formatted(
                  e.getLocation() == null ? "?" : e.getLocation().getLineNumber(),
                  String.valueOf(e.getMessage()).lines().reduce((a, b) -> b).orElse("")),
          e);
    }
  }

  private void parse() throws XMLStreamException {
    while (xml.hasNext()) {
      if (xml.next() == XMLStreamConstants.START_ELEMENT) {
        start(xml.getLocalName());
      }
    }
    if (!isNetwork) {
      throw new Refusal(
          "an XML text without a NeuralNetwork of PMML; other models of PMML are not read");
    }
  }

  private void start(String element) {
    switch (element) {
      case "NeuralNetwork" -> {
        isNetwork = true;
        activation = needed("activationFunction");
        normalization = or("normalizationMethod", "none");
      }
      case "NeuralInput" -> inputs.add(needed("id"));
      case "NeuralLayer" -> layers.add(layer());
      case "Neuron" -> {
        last().ids.add(needed("id"));
        last().neurons.add(new Neuron(number(or("bias", "0"))));
      }
      case "Con" -> {
        List<Neuron> neurons = last().neurons;
        if (neurons.isEmpty()) {
          throw new Refusal("%s: a Con outside of a Neuron".formatted(place()));
        }
        Map<String, Float> ofNeuron = neurons.get(neurons.size() - 1).inputs;
        if (ofNeuron.put(needed("from"), number(needed("weight"))) != null) {
          throw new Refusal("%s: two connections from %s".formatted(place(), needed("from")));
        }
      }
      case "NeuralOutput" -> outputs.add(needed("outputNeuron"));
      default -> {
        // Fields, their transformations and extensions are no part of the network.
      }
    }
  }

  private NeuralLayer layer() {
    String function = or("activationFunction", activation);
    String ours = ACTIVATIONS.get(function);
    if (ours == null) {
      throw new Refusal(
          "%s: the activation %s is not read; read are %s"
              .formatted(place(), function, new java.util.TreeSet<>(ACTIVATIONS.keySet())));
    }
    String method = or("normalizationMethod", normalization);
    if (!method.equals("none") && !method.equals("softmax")) {
      throw new Refusal("%s: the normalisation %s is not read".formatted(place(), method));
    }
    return new NeuralLayer(ours, method.equals("softmax"));
  }

  private NeuralLayer last() {
    if (layers.isEmpty()) {
      throw new Refusal("%s: a neuron outside of a NeuralLayer".formatted(place()));
    }
    return layers.get(layers.size() - 1);
  }

  private Model model(PluginRegistry registry) {
    if (inputs.isEmpty() || layers.isEmpty()) {
      throw new Refusal("the NeuralNetwork has no inputs or no layers");
    }
    Assembly assembly = new Assembly(registry, Shape.of(inputs.size()));
    List<String> before = inputs;
    for (NeuralLayer layer : layers) {
      add(assembly, layer, before, layer == layers.get(layers.size() - 1));
      before = layer.ids;
    }
    return assembly.model();
  }

  private void add(Assembly assembly, NeuralLayer layer, List<String> before, boolean isLast) {
    List<String> order = isLast && outputs.size() == layer.ids.size() ? outputs : layer.ids;
    int units = layer.ids.size();
    long size = (long) units * before.size();
    long connections = layer.neurons.stream().mapToLong(neuron -> neuron.inputs.size()).sum();
    if (units == 0 || size / 2 > connections + 1000L) {
      throw new Refusal("a NeuralLayer without neurons, or with few connections, is not read");
    }
    float[] kernel = new float[(int) size];
    float[] bias = new float[units];
    Map<String, Integer> places = new HashMap<>();
    for (int i = 0; i < before.size(); i++) {
      places.put(before.get(i), i);
    }
    for (int j = 0; j < units; j++) {
      int neuron = layer.ids.indexOf(order.get(j));
      if (neuron < 0) {
        throw new Refusal("the output neuron %s is not in the last layer".formatted(order.get(j)));
      }
      bias[j] = layer.neurons.get(neuron).bias;
      for (Map.Entry<String, Float> connection : layer.neurons.get(neuron).inputs.entrySet()) {
        Integer place = places.get(connection.getKey());
        if (place == null) {
          throw new Refusal(
              "neuron %s takes %s, which is not in the layer before it"
                  .formatted(order.get(j), connection.getKey()));
        }
        kernel[place * units + j] = connection.getValue();
      }
    }
    assembly.dense(units, layer.activation, kernel, bias);
    if (layer.isNormalised) {
      assembly.layer("activation(activation=softmax)");
    }
  }

  private String or(String attribute, String otherwise) {
    @Nullable String value = xml.getAttributeValue(null, attribute);
    return value == null ? otherwise : value;
  }

  private String needed(String attribute) {
    @Nullable String value = xml.getAttributeValue(null, attribute);
    if (value == null) {
      throw new Refusal("%s: a %s without %s".formatted(place(), xml.getLocalName(), attribute));
    }
    return value;
  }

  private float number(String text) {
    try {
      return Float.parseFloat(text);
    } catch (NumberFormatException e) {
      throw new Refusal("%s: %s is no number".formatted(place(), text), e);
    }
  }

  private String place() {
    return "line " + xml.getLocation().getLineNumber();
  }
}
