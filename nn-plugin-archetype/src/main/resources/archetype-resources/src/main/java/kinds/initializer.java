#set($snake = $className.replaceAll("([a-z0-9])([A-Z])", "$1_$2").toLowerCase())
package ${package};

import dev.nn.api.Initializer;
import dev.nn.api.NnPlugin;
import dev.nn.api.Options;
import dev.nn.api.Range;
import dev.nn.math.Matrix;
import java.util.random.RandomGenerator;

/** ±gain/√fan_in, each sign with probability ½. */
@NnPlugin
public record ${className}(double gain) implements Initializer {

  public ${className}() {
    this(1);
  }

  public ${className} {
    gain = Range.atLeast(0).check("gain", gain);
  }

  @Override
  public String name() {
    return "${prefix}.${snake}";
  }

  @Override
  public String description() {
    return "±gain/√fan_in";
  }

  @Override
  public Options options() {
    return Options.NONE.withReal("gain", gain);
  }

  @Override
  public ${className} withOptions(Options complete) {
    return new ${className}(complete.real("gain"));
  }

  @Override
  public void initialize(Matrix weights, int fanIn, int fanOut, RandomGenerator random) {
    float size = (float) (gain / Math.sqrt(fanIn));
    for (int i = 0; i < weights.rows(); i++) {
      for (int j = 0; j < weights.columns(); j++) {
        weights.set(i, j, random.nextInt() < 0 ? -size : size);
      }
    }
  }
}
