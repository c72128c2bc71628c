/** Models of Keras, in its own archive and in HDF5 files. */
@NullMarked
package dev.nn.imports.keras;

import org.jspecify.annotations.NullMarked;
