/** The built-in optimizers, and the schedules that set their learning rates. */
@NullMarked
package dev.nn.optim;

import org.jspecify.annotations.NullMarked;
