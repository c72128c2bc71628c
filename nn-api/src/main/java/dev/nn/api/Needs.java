package dev.nn.api;

import java.util.ArrayList;
import java.util.List;

/**
 * The memory that a layer needs besides its parameters, its input and its output.
 *
 * <p>The engine allocates it before the first step, so that a step allocates nothing. Buffers of
 * one kind are addressed by their index in the order of declaration. This layer has two saved
 * buffers, and wants the transpose of its parameter 0:
 *
 * <pre>{@code
 * Needs.NONE.withSaved(input.size()).withSaved(1).withTransposed(0)
 * }</pre>
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

  /** No memory at all, from which every declaration starts. */
  public static final Needs NONE = new Needs(List.of(), List.of(), List.of(), List.of());

  /** Copies the lists. */
  public Needs {
    saved = List.copyOf(saved);
    shared = List.copyOf(shared);
    scratch = List.copyOf(scratch);
    transposed = List.copyOf(transposed);
  }

  /**
   * Returns these needs and one more buffer with so many floats for each row.
   *
   * @throws IllegalArgumentException if the number is negative
   */
  public Needs withSaved(int floatsPerRow) {
    return new Needs(with(saved, floatsPerRow), shared, scratch, transposed);
  }

  /**
   * Returns these needs and one more buffer with so many floats for the whole batch.
   *
   * @throws IllegalArgumentException if the number is negative
   */
  public Needs withShared(int floats) {
    return new Needs(saved, with(shared, floats), scratch, transposed);
  }

  /**
   * Returns these needs and one more buffer with so many floats for each worker.
   *
   * @throws IllegalArgumentException if the number is negative
   */
  public Needs withScratch(int floats) {
    return new Needs(saved, shared, with(scratch, floats), transposed);
  }

  /**
   * Returns these needs and the transpose of one more parameter.
   *
   * @param parameter place in the list of {@link Layer#parameters}
   * @throws IllegalArgumentException if it is negative
   */
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
