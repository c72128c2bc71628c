/**
 * What a network in training looks like inside: how many units of a layer can still learn, how
 * large the numbers are on their way, and what that means in words.
 */
@NullMarked
package dev.nn.core.internal.health;

import org.jspecify.annotations.NullMarked;
