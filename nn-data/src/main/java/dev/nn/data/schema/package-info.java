/**
 * What makes a row of a table into the numbers that a network takes: a {@link
 * dev.nn.data.schema.Schema} says what each column is for, found out from the data and overridden
 * by hand, and a {@link dev.nn.data.schema.FittedSchema} has learnt from a table what that needs:
 * means, categories, classes. Both have a text form in the grammar of specs.
 */
@NullMarked
package dev.nn.data.schema;

import org.jspecify.annotations.NullMarked;
