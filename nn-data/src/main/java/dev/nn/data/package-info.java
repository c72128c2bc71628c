/**
 * Data to train with and to predict: tables of any kind, images in the format of MNIST, and two
 * small data sets that need no file at all.
 *
 * <p>If you have a table, start with {@link dev.nn.data.DataFile} or {@link dev.nn.data.Database},
 * which read it, and {@link dev.nn.data.TabularModel}, which learns from it and predicts new rows:
 *
 * <pre>{@code
 * Table flowers = DataFile.read(Path.of("iris.csv"));
 * TabularModel model = TabularModel.train(flowers, Schema.infer(flowers));
 * model.save(Path.of("iris.safetensors"));
 * Prediction one = model.predict(
 *     Map.of("sepal_length", 5.1, "sepal_width", 3.5, "petal_length", 1.4, "petal_width", 0.2));
 * }</pre>
 *
 * <p>For a plain {@code Dataset} of numbers there are {@link dev.nn.data.Csv}, {@link
 * dev.nn.data.Idx} and {@link dev.nn.data.Mnist}. {@link dev.nn.data.BundledData} is for first
 * steps, and {@link dev.nn.data.Split} divides a data set into rows to train with and rows to test
 * with.
 *
 * <p>The readers are strict. What cannot be used is refused with a {@link dev.nn.api.DataException}
 * that names the file and the place in it. A file that cannot be opened or read is an {@link
 * java.io.IOException}. Files that are packed with gzip are recognised by their first bytes,
 * whatever they are called.
 */
@NullMarked
package dev.nn.data;

import org.jspecify.annotations.NullMarked;
