package user.application;

import dev.nn.api.Kind;
import dev.nn.api.Shape;
import dev.nn.core.Network;
import dev.nn.core.Trainer;
import dev.nn.core.TrainingResult;
import dev.nn.core.dataset.Dataset;
import dev.nn.core.plugin.PluginRegistry;
import dev.nn.core.training.EpochRecord;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

/**
 * Trains a network with the plugins that are installed beside it. It takes and gives values of Java's own types, so that
 * whoever has loaded it in another layer of modules can talk to it.
 */
public final class Experiment implements UnaryOperator<Map<String, Object>> {

  @Override
  public Map<String, Object> apply(Map<String, Object> wish) {
    PluginRegistry registry = installed();
    float[][] features = (float[][]) wish.get("features");
    Dataset data = Dataset.regression(features, (float[][]) wish.get("targets"));
    Network network =
        Network.of(registry, Shape.of(features[0].length), (String) wish.get("layers"));
    Trainer trainer =
        Trainer.builder()
            .registry(registry)
            .loss((String) wish.get("loss"))
            .optimizer((String) wish.get("optimizer"))
            .epochs((Integer) wish.get("epochs"))
            .batchSize((Integer) wish.get("batchSize"))
            .threads((Integer) wish.get("threads"))
            .seed(5)
            .build();
    TrainingResult result = trainer.fit(network, data, data);
    List<EpochRecord> history = result.history();
    return Map.of(
        "outcome", result.outcome().toString(),
        "sha256", result.model().weightsSha256(),
        "losses", history.stream().mapToDouble(EpochRecord::loss).toArray(),
        "validationLosses",
            history.stream().mapToDouble(r -> r.validationLoss().orElseThrow()).toArray(),
        "rates", history.stream().mapToDouble(EpochRecord::learningRate).toArray(),
        "predictions", result.model().predict(features),
        "origin", registry.origin(kind(wish), (String) wish.get("plugin")).toString(),
        "faults", registry.faults().toString());
  }

  private static Kind kind(Map<String, Object> wish) {
    return Kind.valueOf((String) wish.get("kind"));
  }

  /** On the module path what this module's layer sees, on the class path what its loader sees. */
  private PluginRegistry installed() {
    ModuleLayer layer = getClass().getModule().getLayer();
    return layer == null
        ? PluginRegistry.load(getClass().getClassLoader())
        : PluginRegistry.load(layer);
  }
}
