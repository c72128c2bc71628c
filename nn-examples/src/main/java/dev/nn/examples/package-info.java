/**
 * The {@code nn} command. This package only puts the commands together. Each of them lives in the
 * package of its subject: {@code training}, {@code tables}, {@code models}, {@code plugins} or
 * {@code bench}. What they learn from is in {@code data}, and how they print in {@code terminal}.
 * The programs to copy in {@code java} have nothing to do with the commands.
 */
@NullMarked
package dev.nn.examples;

import org.jspecify.annotations.NullMarked;
