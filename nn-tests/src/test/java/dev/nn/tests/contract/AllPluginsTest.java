package dev.nn.tests.contract;

import dev.nn.api.Initializer;
import dev.nn.api.Kind;
import dev.nn.api.Plugin;
import dev.nn.api.Spec;
import dev.nn.testkit.RegistryContract;
import dev.nn.testkit.check.Promise;
import java.util.stream.Stream;

/** All prototypes, and some plugins with other options than the defaults. */
class AllPluginsTest implements RegistryContract {

  @Override
  public Stream<Plugin> plugins() {
    return Stream.concat(
        RegistryContract.super.plugins(),
        Stream.of(
                plugins(
                    Kind.LAYER,
                    "embedding(vocabulary=3, units=4)",
                    "reshape(shape=[2, 3])",
                    "activation(activation=softmax)",
                    "dense(units=4, activation=tanh)",
                    "dense(units=3, activation=softmax, bias=false)"),
                plugins(
                    Kind.OPTIMIZER,
                    "adam(amsgrad=true)",
                    "adam(weight_decay=0.01)",
                    "sgd(learning_rate=0.1, momentum=0.9, nesterov=true)",
                    "rmsprop(centered=true, momentum=0.9)"),
                plugins(
                    Kind.LOSS,
                    "binary_crossentropy(label_smoothing=0.1)",
                    "categorical_crossentropy(label_smoothing=0.1)",
                    "quantile(q=0.9)"),
                plugins(
                    Kind.ACTIVATION, "gelu(approximate=true)", "leaky_relu(negative_slope=0.3)"))
            .flatMap(plugins -> plugins));
  }

  @Override
  public Promise promise(Initializer initializer, int fanIn, int fanOut) {
    return BuiltInPromises.of(initializer, fanIn, fanOut);
  }

  private Stream<Plugin> plugins(Kind kind, String... specs) {
    return Stream.of(specs).map(spec -> registry().create(kind, Spec.parse(spec)));
  }
}
