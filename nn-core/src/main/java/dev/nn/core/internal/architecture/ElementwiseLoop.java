package dev.nn.core.internal.architecture;

import dev.nn.api.Activation;
import dev.nn.api.ElementwiseActivation;
import dev.nn.api.Options;
import dev.nn.math.Matrix;
import java.util.Set;

/**
 * An elementwise activation with the loops of {@link ElementwiseActivation}, of which {@link
 * OwnLoops} makes copies. If the activation has a loop of its own, that one runs.
 *
 * <p>The matrices of the engine begin at the same place of their arrays. For such matrices there
 * are separate loops over a single index, because with several indices the compiler vectorizes only
 * short formulas.
 */
final class ElementwiseLoop implements ElementwiseActivation {
  private final ElementwiseActivation g;
  private final boolean hasForward;
  private final boolean hasBackward;

  ElementwiseLoop(ElementwiseActivation g, boolean hasForward, boolean hasBackward) {
    this.g = g;
    this.hasForward = hasForward;
    this.hasBackward = hasBackward;
  }

  @Override
  public String name() {
    return g.name();
  }

  @Override
  public Set<String> aliases() {
    return g.aliases();
  }

  @Override
  public String description() {
    return g.description();
  }

  @Override
  public Options options() {
    return g.options();
  }

  @Override
  public Activation withOptions(Options complete) {
    return g.withOptions(complete);
  }

  @Override
  public float value(float z) {
    return g.value(z);
  }

  @Override
  public float derivative(float z, float a) {
    return g.derivative(z, a);
  }

  @Override
  public void forward(Matrix z, Matrix a) {
    if (hasForward) {
      g.forward(z, a);
      return;
    }
    float[] zs = z.data();
    float[] as = a.data();
    boolean isRun = isRun(z) && isRun(a);
    int rows = isRun ? Math.min(1, z.rows()) : z.rows();
    int columns = isRun ? z.size() : z.columns();
    for (int i = 0; i < rows; i++) {
      int zi = z.rowStart(i);
      int ai = a.rowStart(i);
      if (zi == ai) {
        for (int j = ai; j < ai + columns; j++) {
          as[j] = g.value(zs[j]);
        }
      } else {
        for (int j = 0; j < columns; j++) {
          as[ai + j] = g.value(zs[zi + j]);
        }
      }
    }
  }

  @Override
  public void backward(Matrix z, Matrix a, Matrix da, Matrix dz) {
    if (hasBackward) {
      g.backward(z, a, da, dz);
      return;
    }
    float[] zs = z.data();
    float[] as = a.data();
    float[] das = da.data();
    float[] dzs = dz.data();
    boolean isRun = isRun(z) && isRun(a) && isRun(da) && isRun(dz);
    int rows = isRun ? Math.min(1, z.rows()) : z.rows();
    int columns = isRun ? z.size() : z.columns();
    for (int i = 0; i < rows; i++) {
      int zi = z.rowStart(i);
      int ai = a.rowStart(i);
      int dai = da.rowStart(i);
      int dzi = dz.rowStart(i);
      if (zi == dzi && ai == dzi && dai == dzi) {
        for (int j = dzi; j < dzi + columns; j++) {
          dzs[j] = das[j] * g.derivative(zs[j], as[j]);
        }
      } else {
        for (int j = 0; j < columns; j++) {
          dzs[dzi + j] = das[dai + j] * g.derivative(zs[zi + j], as[ai + j]);
        }
      }
    }
  }

  /**
   * Whether the rows follow one another without a gap, so that they can be treated as one long row.
   * That pays because both ends of a vector loop are scalar code.
   */
  private static boolean isRun(Matrix matrix) {
    return matrix.stride() == matrix.columns();
  }
}
