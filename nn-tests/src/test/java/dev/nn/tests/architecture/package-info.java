/** The rules of the design, on the compiled classes and on the sources. */
@NullMarked
package dev.nn.tests.architecture;

import org.jspecify.annotations.NullMarked;
