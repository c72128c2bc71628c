/** The mistakes that authors of plugins make, each made here, and what tells them of it. */
@NullMarked
package dev.nn.examples.plugins.mistakes;

import org.jspecify.annotations.NullMarked;
