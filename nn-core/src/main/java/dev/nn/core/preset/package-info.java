/**
 * The defaults of other tools by name, so that a training goes here as it goes there: {@code
 * Trainer.builder().like("torch")}. A {@link dev.nn.core.preset.Preset} is a table of values;
 * {@code docs/defaults.md} has it with a source for each of them.
 */
@NullMarked
package dev.nn.core.preset;

import org.jspecify.annotations.NullMarked;
