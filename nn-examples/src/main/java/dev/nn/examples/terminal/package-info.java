/**
 * How commands talk to people: tables, drawings, plots, numbers with their nouns, and messages for
 * what goes wrong. Nothing here knows of any command.
 */
@NullMarked
package dev.nn.examples.terminal;

import org.jspecify.annotations.NullMarked;
