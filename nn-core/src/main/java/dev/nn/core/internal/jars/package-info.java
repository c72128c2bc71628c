/**
 * Jars that are loaded while the program runs: what a jar says about itself, which jars of a plugin
 * path belong together, and the class loaders that keep them apart.
 */
@NullMarked
package dev.nn.core.internal.jars;

import org.jspecify.annotations.NullMarked;
