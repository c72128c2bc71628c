/**
 * Files and folders that outlive a crash: what is written replaces what was there at once or not at
 * all, and a folder belongs to one run at a time.
 */
@NullMarked
package dev.nn.core.internal.file;

import org.jspecify.annotations.NullMarked;
