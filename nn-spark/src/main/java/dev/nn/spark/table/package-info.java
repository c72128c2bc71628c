/**
 * Tables by a {@link dev.nn.data.schema.Schema}: the columns of a table of Spark's as those of
 * nn-data, the rows that a schema learns from, and rows as features and targets.
 */
@NullMarked
package dev.nn.spark.table;

import org.jspecify.annotations.NullMarked;
