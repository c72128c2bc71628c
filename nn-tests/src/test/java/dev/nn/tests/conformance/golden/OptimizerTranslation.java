package dev.nn.tests.conformance.golden;

import com.fasterxml.jackson.databind.JsonNode;
import dev.nn.api.Kind;
import dev.nn.api.Spec;
import dev.nn.api.SpecValue;
import dev.nn.core.plugin.PluginRegistry;
import dev.nn.tests.conformance.vector.Need;
import dev.nn.tests.conformance.vector.Specs;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * What a case says about its optimizer, in our words.
 *
 * <p>Keras means what we mean. PyTorch's {@code weight_decay} λ is coupled, except in AdamW: it
 * adds λw to the gradient, which is our penalty with the factor λ/2. PyTorch's Adagrad and RMSprop
 * add ε beside the root, ours under it, where ε² is the nearest to it; Adam's ε differs by the
 * factor √(1 − β₂ᵗ), which is left as it is.
 *
 * @param spec of the optimizer
 * @param coupledDecay λ, else 0
 * @param needs the optimizer and, for a learning rate that falls, its schedule
 */
record OptimizerTranslation(Spec spec, double coupledDecay, List<Need> needs) {
  private static final Map<String, String> KEYS =
      Map.of(
          "beta1", "beta_1",
          "beta2", "beta_2",
          "eps", "epsilon",
          "lr", "learning_rate",
          "initial_accumulator", "initial_accumulator_value",
          "alpha", "rho");

  /** What a setup says about other things than the optimizer's options. */
  private static final Set<String> OTHERS =
      Set.of("name", "optimizer", "layers", "dtype", "loss", "weights");

  private static final Set<String> EPSILON_BESIDE_ROOT = Set.of("adagrad", "rmsprop");

  /**
   * @param name the optimizer's, as the other framework spells it
   * @param setup its options among others
   * @param pytorch whether they are meant as PyTorch means them, else as Keras does
   */
  static OptimizerTranslation of(
      PluginRegistry registry, String name, JsonNode setup, boolean pytorch) {
    String ours = name.toLowerCase(Locale.ROOT);
    List<Need> needs = new ArrayList<>(List.of(Need.plugin(registry, Kind.OPTIMIZER, ours)));
    Spec spec = Spec.of(ours);
    double coupledDecay = 0;
    for (Map.Entry<String, JsonNode> field : setup.properties()) {
      String key = KEYS.getOrDefault(field.getKey(), field.getKey());
      JsonNode value = field.getValue();
      if (key.equals("weight_decay") && pytorch && !ours.equals("adamw")) {
        coupledDecay = value.doubleValue();
      } else if (key.equals("epsilon") && pytorch && EPSILON_BESIDE_ROOT.contains(ours)) {
        double epsilon = value.doubleValue();
        spec = spec.with(key, new SpecValue.Decimal(epsilon * epsilon));
      } else if (key.equals("lr_decay")) {
        needs.add(Need.plugin(registry, Kind.SCHEDULE, "inverse_time_decay"));
        spec = spec.with("learning_rate", falling(setup.path("learning_rate"), value));
      } else if (!isOther(key) && !(key.equals("learning_rate") && setup.has("lr_decay"))) {
        spec = spec.with(key, Specs.value(value));
      }
    }
    return new OptimizerTranslation(spec, coupledDecay, List.copyOf(needs));
  }

  private static boolean isOther(String key) {
    return OTHERS.contains(key) || Clipping.KEYS.contains(key);
  }

  /** PyTorch's learning rate α / (1 + decay · step). */
  private static Spec falling(JsonNode rate, JsonNode decay) {
    return Spec.of("inverse_time_decay")
        .with("initial", Specs.value(rate))
        .with("rate", Specs.value(decay))
        .with("steps", new SpecValue.Decimal(1L));
  }
}
