/**
 * Formulas as values. An author writes g once; the value, the exact derivative and the fast loop
 * all come from it.
 *
 * <p>Start with {@link dev.nn.api.expression.ExpressionActivation}, which needs a name and a
 * formula. An {@link dev.nn.api.expression.Expression} is a tree of records, so that other programs
 * can walk it, for instance to write it down in another format.
 */
@NullMarked
package dev.nn.api.expression;

import org.jspecify.annotations.NullMarked;
