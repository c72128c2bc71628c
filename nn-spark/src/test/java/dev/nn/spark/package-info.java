@NullMarked
package dev.nn.spark;

import org.jspecify.annotations.NullMarked;
