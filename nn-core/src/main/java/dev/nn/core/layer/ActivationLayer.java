package dev.nn.core.layer;

import dev.nn.api.Activation;
import dev.nn.api.BackwardPass;
import dev.nn.api.ForwardPass;
import dev.nn.api.Layer;
import dev.nn.api.Options;
import dev.nn.api.Shape;
import java.util.Optional;

/**
 * An activation as a layer of its own: a = g(x). As a spec it is {@code
 * activation(activation=relu)}.
 *
 * <p>After a dense layer that has no activation, it computes the same as an activation inside that
 * layer. As the last layer it fuses with the loss in the same way, too.
 *
 * @param activation g
 */
public record ActivationLayer(Activation activation) implements Layer {

  /** Creates the prototype, with relu. */
  public ActivationLayer() {
    this(Activation.named("relu"));
  }

  @Override
  public String name() {
    return "activation";
  }

  @Override
  public String description() {
    return "a = g(x)";
  }

  @Override
  public Options options() {
    return Options.NONE.withPlugin("activation", activation).require("activation");
  }

  @Override
  public ActivationLayer withOptions(Options complete) {
    return new ActivationLayer(complete.plugin("activation", Activation.class));
  }

  @Override
  public boolean passesValuesOn() {
    return activation.name().equals("identity");
  }

  @Override
  public Shape outputShape(Shape input) {
    return input;
  }

  @Override
  public Optional<Activation> outputActivation() {
    return Optional.of(activation);
  }

  @Override
  public void forward(ForwardPass pass) {
    pass.input().copyTo(pass.preActivation());
    activation.forward(pass.preActivation(), pass.output());
  }

  @Override
  public void backward(BackwardPass pass) {
    if (!pass.wantsInputGradient()) {
      return;
    }
    if (pass.fused()) {
      pass.outputGradient().copyTo(pass.inputGradient());
    } else {
      activation.backward(
          pass.preActivation(), pass.output(), pass.outputGradient(), pass.inputGradient());
    }
  }
}
