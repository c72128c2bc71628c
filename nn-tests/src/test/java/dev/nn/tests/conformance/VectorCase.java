package dev.nn.tests.conformance;

/**
 * One case of a file.
 *
 * @param id as in the file
 * @param plan what is to be done with it
 */
record VectorCase(String id, Plan plan) {}
