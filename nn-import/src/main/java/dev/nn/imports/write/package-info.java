/** Writes weights into the files of other tools. */
@NullMarked
package dev.nn.imports.write;

import org.jspecify.annotations.NullMarked;
