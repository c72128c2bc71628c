package dev.nn.core;

/**
 * How many units of a layer can still learn. The derivative of a sigmoid or tanh is almost 0 far
 * from zero, and that of a relu is 0 below zero. A unit that is there for all examples lets no
 * gradient pass, so neither it nor what lies before it learns through it.
 *
 * @param layer the index of the layer, from 0
 * @param name the layer's name with its activation, such as {@code dense relu}
 * @param units the number of units
 * @param dead how many units have a derivative g′(z) of 0 for every example
 * @param saturated how many of the other units have |g′(z)| below 0.01 for at least 95 of 100
 *     examples
 */
public record LayerHealth(int layer, String name, int units, int dead, int saturated) {}
