package dev.nn.core.internal.split;

import dev.nn.math.Matrix;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Says for the passes of one prediction whether helpers take part in it, and whether there are
 * panels of the weights. It belongs to one thread at a time, which switches helpers on while it has
 * {@link SharedColumns} for itself. Products that a layer computes on threads of its own are
 * computed as they are.
 */
public final class Sharing {
  /** Smaller products are done before a helper has heard of them. */
  private static final long MIN_PRODUCTS = 50_000;

  private final @Nullable Panels panels;
  private @Nullable SharedColumns columns;
  private @Nullable Thread thread;
  private int parts = 1;

  /**
   * @param panels of the model's weights, or null if they may change
   */
  public Sharing(@Nullable Panels panels) {
    this.panels = panels;
  }

  /** From now on this thread predicts. */
  public void begin() {
    thread = Thread.currentThread();
  }

  /** The prediction is over. */
  public void end() {
    thread = null;
  }

  /** Shares the products of the next predictions among a number of threads. */
  public void on(SharedColumns columns, int parts) {
    this.columns = columns;
    this.parts = parts;
  }

  /** From now on the thread that predicts computes its products alone. */
  public void off() {
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
     * Computes left · right, plus the row in each row if there is one, with the helpers or from
     * panels of the weights.
     *
     * @return whether it did; if not, the caller has to compute the product alone
     * @throws IllegalArgumentException if the shapes do not fit
     */
    public boolean compute(Matrix left, Matrix right, @Nullable Matrix row, Matrix result) {
      if (thread != Thread.currentThread()) {
        return false;
      }
      SharedColumns shared = columns;
      boolean isLarge = (long) left.rows() * right.rows() * right.columns() >= MIN_PRODUCTS;
      int most = shared != null && isLarge ? parts : 1;
      Panels.Weights weights = panels == null ? null : panels.of(right, left.rows());
      Factor[] copies = weights == null ? null : weights.panels();
      if (most == 1 && copies == null) {
        return false;
      }
      SplitProduct product = product(left, right, row, result, most, copies);
      if (product.parts() > 1) {
        Objects.requireNonNull(shared).compute(product);
        return true;
      }
      if (copies != null) {
        product.compute(0);
      }
      return copies != null;
    }

    private SplitProduct product(
        Matrix left,
        Matrix right,
        @Nullable Matrix row,
        Matrix result,
        int most,
        Factor @Nullable [] copies) {
      for (SplitProduct product : known) {
        if (product != null && product.is(left, right, row, result, most, copies)) {
          return product;
        }
      }
      SplitProduct product = new SplitProduct(left, right, row, result, most, copies);
      known[next] = product;
      next = (next + 1) % KEPT;
      return product;
    }
  }
}
