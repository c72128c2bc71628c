/** The modules as modules: what they declare, and that they run on a module path. */
@NullMarked
package dev.nn.tests.modules;

import org.jspecify.annotations.NullMarked;
