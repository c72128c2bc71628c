/**
 * The engine. It owns all state of training and prediction, and decides the order in which layers,
 * loss and optimizer are called.
 *
 * <p>{@code TrainingEngine} does training steps on the flat array of parameters, and {@code
 * Predictor} does forward passes. A layer sees passes, which are made once for each worker and each
 * size of batch.
 */
@NullMarked
package dev.nn.core.internal.engine;

import org.jspecify.annotations.NullMarked;
