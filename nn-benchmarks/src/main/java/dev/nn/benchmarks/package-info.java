/**
 * JMH benchmarks. A rate of products is given beside the arithmetic limit of the core at that
 * moment, since these machines are shared: {@link dev.nn.benchmarks.ArithmeticLimit} measures it by
 * fused multiply-adds that wait for nothing. {@link dev.nn.benchmarks.SgemmShare} does the same
 * within seconds, in a process in which training has run.
 */
@NullMarked
package dev.nn.benchmarks;

import org.jspecify.annotations.NullMarked;
