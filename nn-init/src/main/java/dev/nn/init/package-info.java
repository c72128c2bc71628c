/** The built-in initializers, which give the weights of a new network their first values. */
@NullMarked
package dev.nn.init;

import org.jspecify.annotations.NullMarked;
