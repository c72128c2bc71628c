@NullMarked
package dev.nn.spark.cluster;

import org.jspecify.annotations.NullMarked;
