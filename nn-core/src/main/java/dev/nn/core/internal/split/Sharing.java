package dev.nn.core.internal.split;

import dev.nn.math.Matrix;
import org.jspecify.annotations.Nullable;

/**
 * Says for the passes of one prediction whether helpers take part in it. It belongs to one thread
 * at a time, which switches it on while it has {@link SharedColumns} for itself. Products that a
 * layer computes on threads of its own are not shared.
 */
public final class Sharing {
  /** Smaller products are done before a helper has heard of them. */
  private static final long MIN_PRODUCTS = 50_000;

  private @Nullable SharedColumns columns;
  private @Nullable Thread thread;
  private int parts = 1;

  /** Shares the products that this thread computes from now on among a number of threads. */
  public void on(SharedColumns columns, int parts) {
    this.columns = columns;
    this.parts = parts;
    thread = Thread.currentThread();
  }

  /** From now on the thread computes its products alone. */
  public void off() {
    thread = null;
    columns = null;
    parts = 1;
  }

  /** The products of one pass, which are the same few in every prediction. */
  public final class Products {
    /** A layer with more of them in one pass makes some anew each time. */
    private static final int KEPT = 8;

    private final @Nullable SplitProduct[] known = new SplitProduct[KEPT];
    private int next;

    /**
     * Computes left · right, plus the row in each row if there is one, with the helpers.
     *
     * @return whether it did; if not, the caller has to compute the product alone
     * @throws IllegalArgumentException if the shapes do not fit
     */
    public boolean compute(Matrix left, Matrix right, @Nullable Matrix row, Matrix result) {
      if (thread != Thread.currentThread()
          || (long) left.rows() * right.rows() * right.columns() < MIN_PRODUCTS) {
        return false;
      }
      SharedColumns shared = columns;
      SplitProduct product = product(left, right, row, result);
      if (shared == null || product.parts() == 1) {
        return false;
      }
      shared.compute(product);
      return true;
    }

    private SplitProduct product(Matrix left, Matrix right, @Nullable Matrix row, Matrix result) {
      for (SplitProduct product : known) {
        if (product != null && product.is(left, right, row, result, parts)) {
          return product;
        }
      }
      SplitProduct product = new SplitProduct(left, right, row, result, parts);
      known[next] = product;
      next = (next + 1) % KEPT;
      return product;
    }
  }
}
