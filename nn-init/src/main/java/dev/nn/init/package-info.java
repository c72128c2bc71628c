/**
 * The built-in initializers, one record each, which give the parameters of a network their first
 * values.
 *
 * <p>Which one fits depends on the activation that follows, since the variance of a layer's output
 * is to be that of its input: {@code he_normal} was made for rectifiers, {@code xavier_normal} for
 * tanh and the logistic function, {@code lecun_normal} for selu. They are plugins like those of
 * third parties and are found by name, as in {@code Initializer.named("he_normal")}.
 */
@NullMarked
package dev.nn.init;

import org.jspecify.annotations.NullMarked;
