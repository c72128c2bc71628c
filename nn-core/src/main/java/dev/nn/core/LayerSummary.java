package dev.nn.core;

import dev.nn.api.Shape;

/**
 * One line of the table that {@link Network#summary} returns.
 *
 * @param name the layer's name
 * @param spec the layer as text, with every option
 * @param output the shape of its output for one example
 * @param parameters the number of its parameters, trainable or not
 */
public record LayerSummary(String name, String spec, Shape output, long parameters) {}
