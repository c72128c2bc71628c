/**
 * Files and folders that outlive a crash. What is written replaces the old contents in one step or
 * not at all, and a folder belongs to one run at a time.
 */
@NullMarked
package dev.nn.core.internal.file;

import org.jspecify.annotations.NullMarked;
