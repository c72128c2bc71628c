/** Generated networks: layers, activations, losses and optimizers in mixtures nobody wrote down. */
@NullMarked
package dev.nn.tests.combinations;

import org.jspecify.annotations.NullMarked;
