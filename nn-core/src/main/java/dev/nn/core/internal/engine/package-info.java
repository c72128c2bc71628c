/**
 * The engine: all state of training and prediction, and the order in which layers, loss and
 * optimizer are called. {@code TrainingEngine} does training steps on the flat array of parameters,
 * {@code Predictor} does forward passes. What a layer sees are passes, made once for each worker
 * and each size of batch.
 */
@NullMarked
package dev.nn.core.internal.engine;

import org.jspecify.annotations.NullMarked;
