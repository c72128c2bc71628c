package dev.nn.core;

import java.util.Optional;

/**
 * How many units of a layer can still learn. The derivative of a sigmoid or tanh is almost 0 far
 * from zero, and that of a relu is 0 below zero. A unit that is there for all examples lets no
 * gradient pass, so neither it nor what lies before it learns through it.
 *
 * @param layer the index of the layer, from 0
 * @param name the layer's name with its activation, such as {@code dense relu}
 * @param units number of units
 * @param dead units whose derivative g′(z) is 0 for every example
 * @param saturated units whose |g′(z)| is below 0.01 for at least 95 of 100 examples, the dead ones
 *     not counted
 * @param problem what is wrong with the layer and what to try, in words, if the layer can hardly
 *     learn. A last layer that saturates is no problem, since losses are made for that
 */
public record LayerHealth(
    int layer, String name, int units, int dead, int saturated, Optional<String> problem) {}
