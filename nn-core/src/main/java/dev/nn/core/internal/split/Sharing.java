package dev.nn.core.internal.split;

import dev.nn.math.Matrix;
import org.jspecify.annotations.Nullable;

/**
 * Says for the passes of one prediction whether helpers take part in it. It belongs to one thread
 * at a time, which switches it on while it has {@link SharedColumns} for itself.
 */
public final class Sharing {
  /** Products of fewer multiplications are done before a helper has heard of them. */
  private static final long MIN_PRODUCTS = 50_000;

  private @Nullable SharedColumns columns;
  private int parts = 1;

  /** Shares what follows among a number of threads. */
  public void on(SharedColumns columns, int parts) {
    this.columns = columns;
    this.parts = parts;
  }

  /** The thread does what follows alone. */
  public void off() {
    columns = null;
    parts = 1;
  }

  /** The products of one pass, which are the same ones in every prediction. */
  public final class Products {
    private @Nullable SplitProduct last;

    /**
     * Computes left · right, plus the row in each row if there is one, with the helpers.
     *
     * @return whether it has; otherwise the caller is to do it alone
     */
    public boolean compute(Matrix left, Matrix right, @Nullable Matrix row, Matrix result) {
      SharedColumns shared = columns;
      if (shared == null || (long) left.rows() * right.rows() * right.columns() < MIN_PRODUCTS) {
        return false;
      }
      SplitProduct split = last;
      if (split == null || !split.is(left, right, row, result, parts)) {
        split = new SplitProduct(left, right, row, result, parts);
        last = split;
      }
      if (split.parts() == 1) {
        return false;
      }
      shared.compute(split);
      return true;
    }
  }
}
