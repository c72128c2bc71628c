/**
 * Numbers that say how good predictions are.
 *
 * <p>{@link dev.nn.core.metric.Metrics} has the built-in ones with their formulas, as methods and
 * by name. Your own {@link dev.nn.core.metric.Metric} is a function. A {@link
 * dev.nn.core.metric.ConfusionMatrix} counts which classes are taken for which.
 */
@NullMarked
package dev.nn.core.metric;

import org.jspecify.annotations.NullMarked;
