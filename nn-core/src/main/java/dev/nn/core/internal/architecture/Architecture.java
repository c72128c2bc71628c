package dev.nn.core.internal.architecture;

import dev.nn.api.Layer;
import dev.nn.api.Shape;
import dev.nn.api.ShapeException;
import dev.nn.api.Spec;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.StringJoiner;

/**
 * A stack of layers with all shapes worked out and a place for every parameter in one flat array.
 * Each parameter begins at a cache line; what lies between two of them is 0 and means nothing.
 */
public final class Architecture {
  private final Shape input;
  private final List<Member> members;
  private final List<Stage> stages;
  private final int flatLength;
  private final String spec;

  private Architecture(Shape input, List<Member> members, int flatLength) {
    this.input = input;
    this.members = List.copyOf(members);
    List<Stage> all = new ArrayList<>();
    StringJoiner specs = new StringJoiner(", ", "[", "]");
    for (Member member : members) {
      all.addAll(member.stages());
      specs.add(Spec.of(member.layer()).toString());
    }
    this.stages = List.copyOf(all);
    this.flatLength = flatLength;
    this.spec = specs.toString();
  }

  /**
   * Works out the shapes from the input to the output.
   *
   * @param resolver replaces references that layers declare in parameters, and composites in parts
   * @throws ShapeException if a layer cannot take what the one before it gives; the message names
   *     the layer
   */
  public static Architecture of(Shape input, List<Layer> layers, Resolver resolver) {
    if (layers.isEmpty()) {
      throw new ShapeException("a network has at least one layer, such as dense(units=1)");
    }
    Expansion expansion = new Expansion(resolver);
    List<Member> members = new ArrayList<>();
    Shape shape = input;
    Wiring wiring = Wiring.AT_START;
    for (int i = 0; i < layers.size(); i++) {
      int first = expansion.stages().size();
      Stage last = expansion.add(i, String.valueOf(i), layers.get(i), shape, wiring);
      shape = last.output();
      wiring = Wiring.from(last.index(), 0);
      List<Stage> added = expansion.stages().subList(first, expansion.stages().size());
      members.add(new Member(layers.get(i), shape, List.copyOf(added)));
    }
    return new Architecture(input, members, expansion.flatLength());
  }

  /** Shape of one example. */
  public Shape input() {
    return input;
  }

  /** The layers in order, as the user wrote them. */
  public List<Member> members() {
    return members;
  }

  /**
   * What is computed, in order: the layers and the parts of composite ones, each with its shapes
   * and its place in the flat array. A stage comes after those that it takes its input from.
   */
  public List<Stage> stages() {
    return stages;
  }

  /** The layers in order. */
  public List<Layer> layers() {
    List<Layer> layers = new ArrayList<>();
    for (Member member : members) {
      layers.add(member.layer());
    }
    return Collections.unmodifiableList(layers);
  }

  /**
   * The layers as text with every option, in brackets. It is printed once, since each checkpoint of
   * a run has it.
   */
  public String spec() {
    return spec;
  }

  /** Length of the flat array of parameters. */
  public int flatLength() {
    return flatLength;
  }

  /** Shape of the prediction for one example. */
  public Shape output() {
    return last().output();
  }

  /** The layers that see the features themselves. */
  public List<Layer> first() {
    return stages.stream()
        .filter(stage -> !stage.wiring().wantsInputGradient())
        .map(Stage::layer)
        .toList();
  }

  /** The last stage. */
  public Stage last() {
    return stages.get(stages.size() - 1);
  }

  /**
   * The stage that computes the prediction: the last one, or the one before if the last only hands
   * its input on. This is where a loss meets the network.
   */
  public Stage outputStage() {
    Stage stage = last();
    while (stage.wiring().wantsInputGradient() && stage.layer().passesValuesOn()) {
      stage = stages.get(stage.wiring().source());
    }
    return stage;
  }

  /** All parameters in the order of the flat array. */
  public List<ParameterSlot> parameters() {
    List<ParameterSlot> parameters = new ArrayList<>();
    for (Stage stage : stages) {
      parameters.addAll(stage.parameters());
    }
    return Collections.unmodifiableList(parameters);
  }

  /** Number of parameters, trainable or not. */
  public int parameterCount() {
    int count = 0;
    for (ParameterSlot slot : parameters()) {
      count += slot.size();
    }
    return count;
  }

  /** The numbers of a flat array one after the other, without what lies between parameters. */
  public float[] dense(float[] flat) {
    float[] dense = new float[parameterCount()];
    int at = 0;
    for (ParameterSlot slot : parameters()) {
      System.arraycopy(flat, slot.offset(), dense, at, slot.size());
      at += slot.size();
    }
    return dense;
  }

  /** A flat array with the given numbers: the opposite of {@link #dense}. */
  public float[] flat(float[] dense) {
    float[] flat = new float[flatLength];
    int at = 0;
    for (ParameterSlot slot : parameters()) {
      System.arraycopy(dense, at, flat, slot.offset(), slot.size());
      at += slot.size();
    }
    return flat;
  }
}
