/**
 * The arithmetic of the built-in metrics. Not exported; users see {@link dev.nn.core.Metrics},
 * which says what each one computes.
 *
 * <p>{@link dev.nn.core.metric.Accuracy} counts rows that were right, {@link
 * dev.nn.core.metric.Ranking} orders rows for the areas under curves, and {@link
 * dev.nn.core.metric.RegressionMetrics} takes means of losses. All check first, with {@link
 * dev.nn.core.metric.MetricShapes}, that predictions fit the targets.
 */
@NullMarked
package dev.nn.core.metric;

import org.jspecify.annotations.NullMarked;
