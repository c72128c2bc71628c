/** Models of Weka, Deeplearning4j, Encog and of PMML. */
@NullMarked
package dev.nn.imports.other;

import org.jspecify.annotations.NullMarked;
