/**
 * Plugins of third parties, of every kind and the hard ones: compiled against nn-api alone, found
 * on the class path and on the module path, and trained.
 */
@NullMarked
package dev.nn.tests.spi;

import org.jspecify.annotations.NullMarked;
