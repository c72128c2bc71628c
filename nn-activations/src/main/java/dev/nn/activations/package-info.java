/**
 * The built-in activation functions, one record each, named as in the literature.
 *
 * <p>Most of them are {@linkplain dev.nn.api.ElementwiseActivation elementwise}: a formula and its
 * derivative. Those that look at a whole row, such as {@link dev.nn.activations.Softmax}, are
 * mostly for output layers. Where Keras or PyTorch differ, the documentation says so. The
 * activations are plugins like those of third parties and are found by name, as in {@code
 * Activation.named("relu")}; to construct one is just as well: {@code new LeakyRelu(0.1)}.
 */
@NullMarked
package dev.nn.activations;

import org.jspecify.annotations.NullMarked;
