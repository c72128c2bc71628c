package dev.nn.playground.run;

import dev.nn.core.Model;

/**
 * A training at one moment.
 *
 * @param version differs from that of any snapshot before if there is anything new to see
 * @param model the weights
 * @param steps how many steps are done
 * @param epoch the current epoch, from 1, or 0 before the first
 * @param stepsPerSecond how fast it trains
 * @param state what it is doing
 * @param message why it cannot go on, or nothing
 */
public record Snapshot(
    long version,
    Model model,
    long steps,
    int epoch,
    double stepsPerSecond,
    State state,
    String message) {}
