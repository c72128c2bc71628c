#set($snake = $className.replaceAll("([a-z0-9])([A-Z])", "$1_$2").toLowerCase())
package ${package};

import dev.nn.api.NnPlugin;
import dev.nn.api.Options;
import dev.nn.api.Range;
import dev.nn.api.Schedule;

/** initial/√(1 + step/steps): the rate has halved after three times so many steps. */
@NnPlugin
public record ${className}(double initial, long steps) implements Schedule {

  public ${className}() {
    this(0.01, 1000);
  }

  public ${className} {
    initial = Range.atLeast(0).check("initial", initial);
    steps = Range.atLeast(1).check("steps", steps);
  }

  @Override
  public String name() {
    return "${prefix}.${snake}";
  }

  @Override
  public String description() {
    return "initial/√(1 + step/steps)";
  }

  @Override
  public Options options() {
    return Options.NONE.withReal("initial", initial).withInteger("steps", steps);
  }

  @Override
  public ${className} withOptions(Options complete) {
    return new ${className}(complete.real("initial"), complete.longInteger("steps"));
  }

  @Override
  public double rate(long step, double[] state) {
    return initial / Math.sqrt(1 + (double) step / steps);
  }
}
