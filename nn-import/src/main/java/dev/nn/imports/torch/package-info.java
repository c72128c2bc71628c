/** Weights that PyTorch saved, pickled or as safetensors. */
@NullMarked
package dev.nn.imports.torch;

import org.jspecify.annotations.NullMarked;
