/**
 * What messages are made of: plurals, the names nearest to a misspelt one, and checks of arguments.
 * It lies below everything else in this module.
 */
@NullMarked
package dev.nn.core.message;

import org.jspecify.annotations.NullMarked;
