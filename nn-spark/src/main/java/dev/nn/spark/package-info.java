/**
 * Networks as stages of Spark's machine-learning pipelines. {@link
 * dev.nn.spark.NeuralNetworkClassifier} and {@link dev.nn.spark.NeuralNetworkRegressor} are trained
 * on the executors of a cluster and give the same weights, bit for bit, on any of them. What they
 * make predicts in batches, and its file is a model file like any other of this framework.
 */
@NullMarked
package dev.nn.spark;

import org.jspecify.annotations.NullMarked;
