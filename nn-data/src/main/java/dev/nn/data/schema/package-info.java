/**
 * How the rows of a table become the numbers that a network takes.
 *
 * <p>A {@link dev.nn.data.schema.Schema} says what each column is for, which is found out from the
 * data and can be overridden by hand. A {@link dev.nn.data.schema.FittedSchema} has also learnt
 * from a table what that needs: means, categories, classes. It travels in the model file as text,
 * so that new rows are turned into features exactly as the rows of training were.
 */
@NullMarked
package dev.nn.data.schema;

import org.jspecify.annotations.NullMarked;
