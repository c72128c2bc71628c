/**
 * Small programs to copy: each shows how one thing is done in Java, and says so in its comment.
 * They need nothing but the framework. After {@code ./nn} has built it, one is run with
 *
 * <pre>{@code
 * java -cp "nn-examples/target/*:nn-examples/target/lib/*" dev.nn.examples.java.TrainOnArrays
 * }</pre>
 */
@NullMarked
package dev.nn.examples.java;

import org.jspecify.annotations.NullMarked;
