/**
 * Contract tests for plugins, in three ways: an author's test implements an interface such as
 * {@link dev.nn.testkit.ActivationContract}; or calls single checks such as {@link
 * dev.nn.testkit.ActivationChecks#derivative}; or implements {@link
 * dev.nn.testkit.RegistryContract}, which applies every rule to every plugin of a registry. Rules
 * have numbers, P for all plugins, A for activations, I for initializers, L for losses, N for
 * layers, O for optimizers, S for schedules. Every failure begins with the number of its rule; only
 * what a plugin itself throws comes out of a single check as it is. What a rule cannot decide is
 * skipped, with the reason, and never passed.
 */
@NullMarked
package dev.nn.testkit;

import org.jspecify.annotations.NullMarked;
