package dev.nn.core.internal.split;

import dev.nn.core.internal.parallel.SharedWork;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The products of one prediction at a time, shared with helpers. */
public final class SharedColumns extends SharedWork {
  private @Nullable SplitProduct product;

  /**
   * @param helpers number of threads besides the caller's
   */
  public SharedColumns(int helpers) {
    super(helpers);
  }

  /** Computes a product; the caller has {@linkplain #begin begun}. */
  void compute(SplitProduct product) {
    this.product = product;
    try {
      run(product.parts());
    } finally {
      this.product = null;
    }
  }

  @Override
  protected void part(int index) {
    Objects.requireNonNull(product).compute(index);
  }
}
