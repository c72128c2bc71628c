package dev.nn.imports.other;

import dev.nn.api.Shape;
import dev.nn.core.Model;
import dev.nn.core.plugin.PluginRegistry;
import dev.nn.imports.read.Assembly;
import dev.nn.imports.read.Refusal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads the text that Weka prints of a {@code MultilayerPerceptron}. The outputs are the sigmoids
 * of the classes, which Weka divides by their sum, or the number that is predicted, on Weka's
 * scale.
 */
public final class Weka {
  private static final Pattern NODE = Pattern.compile("(Sigmoid|Linear) Node (\\d{1,6})");
  private static final Pattern WEIGHT =
      Pattern.compile("(Threshold|Node (\\d{1,6})|Attrib (.+?))\\s+(-?\\d[-+.\\deE]*)");

  private static final int LONGEST_LINE = 1000;

  private static final class Node {
    final boolean isLinear;
    final Map<String, Float> attributes = new LinkedHashMap<>();
    final Map<Integer, Float> nodes = new LinkedHashMap<>();
    float threshold;

    Node(boolean isLinear) {
      this.isLinear = isLinear;
    }
  }

  private final Map<Integer, Node> nodes = new LinkedHashMap<>();
  private final Set<String> attributes = new LinkedHashSet<>();

  private Weka() {}

  /** Reads a model. */
  public static Model read(String text, PluginRegistry registry) {
    Weka weka = new Weka();
    weka.parse(text);
    return weka.model(registry);
  }

  private void parse(String text) {
    Node current = null;
    int number = 0;
    for (String line : text.lines().toList()) {
      number++;
      if (line.length() > LONGEST_LINE) {
        throw new Refusal("line %s has %s letters".formatted(number, line.length()));
      }
      String content = line.strip();
      Matcher node = NODE.matcher(content);
      Matcher weight = WEIGHT.matcher(content);
      if (node.matches()) {
        current = new Node(node.group(1).equals("Linear"));
        if (nodes.put(Integer.parseInt(node.group(2)), current) != null) {
          throw new Refusal("line %s: %s is there twice".formatted(number, content));
        }
      } else if (content.startsWith("Class") || content.startsWith("Time taken")) {
        current = null;
      } else if (current != null && weight.matches()) {
        add(current, weight, number);
      } else if (current != null && !content.isEmpty() && !content.startsWith("Inputs")) {
        throw new Refusal("line %s: \"%s\" is no weight of a node".formatted(number, content));
      }
    }
  }

  private void add(Node node, Matcher weight, int line) {
    float value;
    try {
      value = Float.parseFloat(weight.group(4));
    } catch (NumberFormatException e) {
      throw new Refusal("line %s: %s is no number".formatted(line, weight.group(4)), e);
    }
    if (weight.group(2) != null) {
      node.nodes.put(Integer.parseInt(weight.group(2)), value);
    } else if (weight.group(3) != null) {
      node.attributes.put(weight.group(3), value);
      attributes.add(weight.group(3));
    } else {
      node.threshold = value;
    }
  }

  private Model model(PluginRegistry registry) {
    List<List<Integer>> layers = layers();
    List<String> names = new ArrayList<>(attributes);
    Assembly assembly = new Assembly(registry, Shape.of(Math.max(1, names.size())));
    List<Integer> before = List.of();
    for (List<Integer> layer : layers) {
      int inputs = before.isEmpty() ? names.size() : before.size();
      float[] kernel = new float[inputs * layer.size()];
      float[] bias = new float[layer.size()];
      for (int j = 0; j < layer.size(); j++) {
        Node node = node(layer.get(j));
        bias[j] = node.threshold;
        for (int i = 0; i < inputs; i++) {
          Float weight =
              before.isEmpty() ? node.attributes.get(names.get(i)) : node.nodes.get(before.get(i));
          if (weight == null) {
            throw new Refusal(
                "node %s has no weight for %s"
                    .formatted(
                        layer.get(j), before.isEmpty() ? names.get(i) : "node " + before.get(i)));
          }
          kernel[i * layer.size() + j] = weight;
        }
      }
      boolean isLinear = node(layer.get(0)).isLinear;
      assembly.dense(layer.size(), isLinear ? "identity" : "sigmoid", kernel, bias);
      before = layer;
    }
    return assembly.model();
  }

  private Node node(int number) {
    Node node = nodes.get(number);
    if (node == null) {
      throw new Refusal("node %s is used, but not described".formatted(number));
    }
    return node;
  }

  /** The nodes by layer, the first one first: outputs are those that no node takes. */
  private List<List<Integer>> layers() {
    Set<Integer> used = new LinkedHashSet<>();
    nodes.values().forEach(node -> used.addAll(node.nodes.keySet()));
    List<Integer> layer = nodes.keySet().stream().filter(n -> !used.contains(n)).sorted().toList();
    List<List<Integer>> layers = new ArrayList<>();
    while (!layer.isEmpty()) {
      layers.add(0, layer);
      if (layers.size() > nodes.size()) {
        throw new Refusal("its nodes take their inputs from each other in a circle");
      }
      Set<Integer> below = new java.util.TreeSet<>();
      layer.forEach(number -> below.addAll(node(number).nodes.keySet()));
      layer = List.copyOf(below);
    }
    if (layers.isEmpty()) {
      throw new Refusal("it has no nodes");
    }
    return layers;
  }
}
