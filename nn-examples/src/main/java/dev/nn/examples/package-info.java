/**
 * The {@code nn} command. This package puts the commands together, each of which lives in the
 * package of its subject.
 */
@NullMarked
package dev.nn.examples;

import org.jspecify.annotations.NullMarked;
