/**
 * The examples that networks learn from and are judged by. A {@link dev.nn.core.dataset.Dataset}
 * gives features, targets and weights row by row, and {@link dev.nn.core.dataset.Targets} says what
 * its targets mean: classes, yes or no, or numbers. Data sets made from arrays, and views that
 * select, reshape or weigh the rows of another one, are hidden behind its factory methods.
 */
@NullMarked
package dev.nn.core.dataset;

import org.jspecify.annotations.NullMarked;
