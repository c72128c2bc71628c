/**
 * Where a user starts: a {@link dev.nn.core.Network} describes layers, a {@link
 * dev.nn.core.Trainer} trains them, and a {@link dev.nn.core.Model} predicts.
 *
 * <pre>{@code
 * float[][] features = {{0, 0}, {0, 1}, {1, 0}, {1, 1}};
 * Dataset xor = Dataset.binary(features, new int[] {0, 1, 1, 0});
 * Network network =
 *     Network.of(2, "dense(units=8, activation=tanh), dense(units=1, activation=sigmoid)");
 * Trainer trainer =
 *     Trainer.builder()
 *         .loss("binary_crossentropy")
 *         .optimizer("adam(learning_rate=0.05)")
 *         .epochs(500)
 *         .seed(42)
 *         .build();
 * Model model = trainer.fit(network, xor).model();
 * model.save(Path.of("xor.safetensors"));
 * }</pre>
 *
 * <p>This package holds only the types that a user calls and that need each other's package-private
 * methods. The other packages do the work and do not know this one: {@link dev.nn.core.dataset} has
 * the examples, {@link dev.nn.core.metric} judges predictions, {@link dev.nn.core.plugin} finds
 * plugins, {@link dev.nn.core.doctor} says why one is not found, {@link dev.nn.core.training} holds
 * the rules that a training follows and the records that it leaves, and {@link dev.nn.core.layer}
 * and {@link dev.nn.core.loss} are the built-in layers and losses. The packages under {@code
 * dev.nn.core.internal} are for this module only.
 */
@NullMarked
package dev.nn.core;

import org.jspecify.annotations.NullMarked;
