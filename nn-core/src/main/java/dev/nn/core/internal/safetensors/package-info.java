/**
 * Tensor files in the safetensors format, with a checksum. Reading is strict, and never allocates
 * more memory than the size of the file justifies. Nothing here knows about networks.
 */
@NullMarked
package dev.nn.core.internal.safetensors;

import org.jspecify.annotations.NullMarked;
