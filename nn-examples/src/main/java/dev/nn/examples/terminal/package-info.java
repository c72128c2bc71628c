/**
 * How commands print for people to read: tables, drawings, plots, numbers with their nouns, and
 * messages when something goes wrong. Nothing in this package knows of any command.
 */
@NullMarked
package dev.nn.examples.terminal;

import org.jspecify.annotations.NullMarked;
