/**
 * A network whose details are worked out: the shapes between its layers, and a place for every
 * parameter in one flat array. Activations of third parties get their own loops here, so that they
 * run as fast as the built-in ones.
 */
@NullMarked
package dev.nn.core.internal.architecture;

import org.jspecify.annotations.NullMarked;
