package dev.nn.examples.data;

import dev.nn.core.dataset.Dataset;
import dev.nn.examples.terminal.PixelArt;

/**
 * Pictures with classes, in three parts.
 *
 * @param train the examples to learn from
 * @param validation the examples by which the model is judged after each epoch
 * @param test the examples that are kept aside until the end
 * @param width how many pixels a row of a picture has
 * @param art how a picture is drawn
 */
public record ImageData(Dataset train, Dataset validation, Dataset test, int width, PixelArt art) {}
