/**
 * Files: tensors in the safetensors format, written so that neither a crash nor a full disk loses
 * what was there before. Not exported.
 */
@NullMarked
package dev.nn.core.file;

import org.jspecify.annotations.NullMarked;
