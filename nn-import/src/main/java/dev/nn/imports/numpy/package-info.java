/** Arrays of NumPy, in which weights of scikit-learn travel. */
@NullMarked
package dev.nn.imports.numpy;

import org.jspecify.annotations.NullMarked;
