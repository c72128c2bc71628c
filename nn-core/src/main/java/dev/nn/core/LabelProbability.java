package dev.nn.core;

/**
 * The answer of a model that classifies: a label, and how sure the model is of it.
 *
 * @param label the label of the most probable class
 * @param probability the probability that the model gives to this class, from 0 to 1
 */
public record LabelProbability(String label, float probability) {}
