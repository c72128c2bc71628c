/**
 * Reads models from the files of other tools: {@link dev.nn.imports.ModelImport}, and writes
 * weights for them: {@link dev.nn.imports.WeightExport}. Nothing that a file names is loaded or
 * run.
 */
@NullMarked
package dev.nn.imports;

import org.jspecify.annotations.NullMarked;
