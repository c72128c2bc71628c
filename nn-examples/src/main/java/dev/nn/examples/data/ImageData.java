package dev.nn.examples.data;

import dev.nn.core.dataset.Dataset;
import dev.nn.examples.terminal.PixelArt;

/**
 * Pictures with classes, divided.
 *
 * @param train what is learnt from
 * @param validation what is looked at after each epoch
 * @param test what is kept aside until the end
 * @param width pixels of a row of a picture
 * @param art how a picture is drawn
 */
public record ImageData(Dataset train, Dataset validation, Dataset test, int width, PixelArt art) {}
