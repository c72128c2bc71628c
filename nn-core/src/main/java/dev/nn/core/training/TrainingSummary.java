package dev.nn.core.training;

/**
 * How a model was trained, as its file records it.
 *
 * @param seed the seed of the run
 * @param epochs the number of finished epochs
 * @param steps the number of updates
 * @param loss the loss as a spec
 * @param optimizer the optimizer as a spec
 */
public record TrainingSummary(long seed, int epochs, long steps, String loss, String optimizer) {}
