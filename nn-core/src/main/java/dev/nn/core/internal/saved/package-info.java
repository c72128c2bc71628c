/**
 * What model files and checkpoints hold. {@code ModelFile} and {@code StateFile} write and read
 * them, {@code MetadataText} says what stands in their metadata, and {@code Inspection} judges a
 * file without keeping anything of it. {@code CheckpointFolder} looks after the files of one run.
 * The format itself is specified in {@code docs/file-format.md}.
 */
@NullMarked
package dev.nn.core.internal.saved;

import org.jspecify.annotations.NullMarked;
