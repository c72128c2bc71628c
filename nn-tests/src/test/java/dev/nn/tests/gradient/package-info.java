/**
 * Gradients by central differences: every layer × activation × loss that the registry finds. {@link
 * dev.nn.tests.gradient.GradientCheck} says what is compared and how exactly.
 */
@NullMarked
package dev.nn.tests.gradient;

import org.jspecify.annotations.NullMarked;
