package dev.nn.core;

/**
 * The answer of a model that classifies.
 *
 * @param label of the class that is most probable
 * @param probability what the model gives for it, from 0 to 1
 */
public record LabelProbability(String label, float probability) {}
