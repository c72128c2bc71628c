/**
 * The engine: all state of training and prediction, and the order in which layers, loss and
 * optimizer are called. Not exported.
 *
 * <p>{@link dev.nn.core.engine.Architecture} gives every parameter its place in one flat array.
 * {@link dev.nn.core.engine.TrainingEngine} does training steps on it, {@link
 * dev.nn.core.engine.Predictor} forward passes. What a layer sees are passes, made once for each
 * worker and each size of batch.
 */
@NullMarked
package dev.nn.core.engine;

import org.jspecify.annotations.NullMarked;
