/**
 * The examples that networks learn from and are judged by. A {@link dev.nn.core.dataset.Dataset}
 * gives features, targets and weights row by row, and {@link dev.nn.core.dataset.Targets} says what
 * its targets mean: classes, yes or no, or numbers.
 *
 * <p>The factory methods of {@code Dataset} make one from arrays, and its other methods return
 * views that select, reshape or weigh the rows of another data set. To read rows from elsewhere,
 * implement the interface. {@link dev.nn.core.dataset.Agreement} makes sure that two data sets that
 * are used together mean the same by their columns and labels.
 */
@NullMarked
package dev.nn.core.dataset;

import org.jspecify.annotations.NullMarked;
