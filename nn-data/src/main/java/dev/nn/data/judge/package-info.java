/**
 * Whether a model of a table is any good. {@link dev.nn.data.judge.Judgement} compares it with
 * guessing on rows that it has not seen, and says of each number how far chance alone would move
 * it; {@link dev.nn.data.judge.ClassificationReport} and {@link dev.nn.data.judge.RegressionReport}
 * go into details. {@link dev.nn.data.judge.CrossValidation} judges a way to train instead of one
 * model, {@link dev.nn.data.judge.Importance} tells which columns the model leans on, and {@link
 * dev.nn.data.judge.WorstMistakes} the rows that are worth a look.
 *
 * <p>What counts for a row is the cell of its target. A row without one is refused by its number,
 * as in training. A class that training did not see is no error here: the model cannot say it, so
 * every row of it counts as a mistake, and a remark tells. Predictions that are NaN or infinite are
 * refused, since no number could be made of them.
 */
@NullMarked
package dev.nn.data.judge;

import org.jspecify.annotations.NullMarked;
