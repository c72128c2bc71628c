package dev.nn.api;

import java.util.ArrayList;
import java.util.List;

/**
 * The memory that a layer needs besides its parameters, its input and its output. The engine
 * allocates it before the first step, so a step allocates nothing. Each list is addressed by index,
 * in the order of declaration.
 *
 * @param saved floats for each row of the batch, kept from the forward pass to the gradients of the
 *     parameters: {@link Pass#saved}
 * @param shared floats for the whole batch, written by the column passes of a layer that couples
 *     rows: {@link Pass#shared}
 * @param scratch floats for each worker, of no defined content: {@link ForwardPass#scratch}
 * @param transposed indices of the parameters of which the backward pass wants the transpose:
 *     {@link BackwardPass#transposed}
 */
public record Needs(
    List<Integer> saved, List<Integer> shared, List<Integer> scratch, List<Integer> transposed) {

  /** No memory at all. */
  public static final Needs NONE = new Needs(List.of(), List.of(), List.of(), List.of());

  public Needs {
    saved = List.copyOf(saved);
    shared = List.copyOf(shared);
    scratch = List.copyOf(scratch);
    transposed = List.copyOf(transposed);
  }

  /** These needs and one more buffer with so many floats for each row. */
  public Needs withSaved(int floatsPerRow) {
    return new Needs(with(saved, floatsPerRow), shared, scratch, transposed);
  }

  /** These needs and one more buffer with so many floats for the whole batch. */
  public Needs withShared(int floats) {
    return new Needs(saved, with(shared, floats), scratch, transposed);
  }

  /** These needs and one more buffer with so many floats for each worker. */
  public Needs withScratch(int floats) {
    return new Needs(saved, shared, with(scratch, floats), transposed);
  }

  /** These needs and the transpose of one more parameter. */
  public Needs withTransposed(int parameter) {
    return new Needs(saved, shared, scratch, with(transposed, parameter));
  }

  private static List<Integer> with(List<Integer> list, int value) {
    if (value < 0) {
      throw new IllegalArgumentException("negative need: " + value);
    }
    List<Integer> longer = new ArrayList<>(list);
    longer.add(value);
    return longer;
  }
}
