package dev.nn.examples;

import dev.nn.core.dataset.Dataset;

/**
 * Pictures with classes, divided.
 *
 * @param train what is learnt from
 * @param validation what is looked at after each epoch
 * @param test what is kept aside until the end
 * @param width pixels of a row of a picture
 * @param art how a picture is drawn
 */
record ImageData(Dataset train, Dataset validation, Dataset test, int width, PixelArt art) {}
