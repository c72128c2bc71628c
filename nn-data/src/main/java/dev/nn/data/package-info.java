/**
 * Data for training. {@link dev.nn.data.Csv} reads tables and {@link dev.nn.data.Idx} the format of
 * MNIST, which {@link dev.nn.data.Mnist} finds by its usual file names; {@link
 * dev.nn.data.BundledData} has two small sets that need no file at all. {@link dev.nn.data.Split}
 * parts a data set into rows to train with and rows to test with.
 *
 * <p>The readers are strict: what cannot be used is refused with a {@link dev.nn.api.DataException}
 * that names the file and the place in it, and nothing is guessed or left out. A file that cannot
 * be opened or read is an {@link java.io.IOException}. Files packed with gzip are found by their
 * first bytes, whatever they are called.
 */
@NullMarked
package dev.nn.data;

import org.jspecify.annotations.NullMarked;
