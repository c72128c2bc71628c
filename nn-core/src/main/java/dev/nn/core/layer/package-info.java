/** The built-in layers: one record each, found by name like those of third parties. */
@NullMarked
package dev.nn.core.layer;

import org.jspecify.annotations.NullMarked;
