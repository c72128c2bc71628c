#set($snake = $className.replaceAll("([a-z0-9])([A-Z])", "$1_$2").toLowerCase())
package ${package};

import dev.nn.api.Composite;
import dev.nn.api.NnPlugin;
import dev.nn.api.Options;
import dev.nn.api.Shape;
import dev.nn.api.Signal;

/** (x·W + b) ⊙ sigmoid(x·V + c). The backward pass comes from the layers within. */
@NnPlugin
public record ${className}(int units) implements Composite {

  public ${className}() {
    this(1);
  }

  @Override
  public String name() {
    return "${prefix}.${snake}";
  }

  @Override
  public String description() {
    return "(x·W + b) ⊙ sigmoid(x·V + c)";
  }

  @Override
  public Options options() {
    return Options.NONE.withInteger("units", units).require("units");
  }

  @Override
  public ${className} withOptions(Options complete) {
    return new ${className}(complete.integer("units"));
  }

  @Override
  public Signal compose(Signal x, Shape shape) {
    Signal value = x.through("dense(units=" + units + ")");
    return value.times(x.through("dense(units=" + units + ", activation=sigmoid)"));
  }
}
