/**
 * Tensor files in the safetensors format, with a checksum. Reading is strict and takes no memory
 * that the file does not back. Nothing here knows of networks.
 */
@NullMarked
package dev.nn.core.internal.safetensors;

import org.jspecify.annotations.NullMarked;
