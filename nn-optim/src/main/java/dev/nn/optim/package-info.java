/**
 * The built-in optimizers, and the schedules that set their learning rates.
 *
 * <p>An optimizer's documentation states its update as a formula, in the order in which it is
 * computed, with the source and with what Keras or PyTorch do differently. Its learning rate is a
 * number or a schedule: {@code new Adam(0.001)}, or as a spec {@code
 * adam(learning_rate=cosine_decay(initial=0.01, steps=1000))}. They are plugins like those of third
 * parties and are found by name.
 */
@NullMarked
package dev.nn.optim;

import org.jspecify.annotations.NullMarked;
