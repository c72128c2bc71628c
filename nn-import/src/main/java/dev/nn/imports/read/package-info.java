/** What the readers of all tools share: tensors, and how they become a model. */
@NullMarked
package dev.nn.imports.read;

import org.jspecify.annotations.NullMarked;
