package dev.nn.core;

import dev.nn.api.Shape;

/**
 * One line of the table that {@link Network#summary} returns.
 *
 * @param name the layer's name
 * @param spec the layer as text, with every option
 * @param shortSpec the layer as text, without the options that have their default value
 * @param output shape of its output for one example
 * @param parameters number of its parameters, trainable or not
 */
public record LayerSummary(
    String name, String spec, String shortSpec, Shape output, long parameters) {}
