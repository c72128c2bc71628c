/** The cases of {@code golden.json}: from the tests of Keras, Optax, PyTorch and scikit-learn. */
@NullMarked
package dev.nn.tests.conformance.golden;

import org.jspecify.annotations.NullMarked;
