package dev.nn.core.training;

/**
 * How a model came to be, for its file.
 *
 * @param seed the seed of the run
 * @param epochs finished epochs
 * @param steps updates
 * @param loss the loss as a spec
 * @param optimizer the optimizer as a spec
 */
public record TrainingSummary(long seed, int epochs, long steps, String loss, String optimizer) {}
