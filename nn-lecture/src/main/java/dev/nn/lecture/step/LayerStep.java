package dev.nn.lecture.step;

import dev.nn.api.Activation;
import dev.nn.math.Matrix;
import java.util.Optional;

/**
 * What the engine computed in one layer during one step. All matrices are as the engine has them,
 * one example a row: W is (inputs × neurons), the transpose of the lecture's W[l].
 *
 * @param number l, from 1
 * @param activation g
 * @param input a[l−1]
 * @param w W[l] before the update, transposed
 * @param b b[l] before the update; absent in a layer without one
 * @param z z[l]
 * @param a a[l]
 * @param da ∂L/∂a[l]; absent where loss and activation are one formula, which gives ∂L/∂z[l]
 * @param dz ∂L/∂z[l]
 * @param dw ∂L/∂W[l], transposed
 * @param db ∂L/∂b[l]
 * @param newW W[l] after the update, transposed
 * @param newB b[l] after the update
 */
public record LayerStep(
    int number,
    Activation activation,
    Matrix input,
    Matrix w,
    Optional<Matrix> b,
    Matrix z,
    Matrix a,
    Optional<Matrix> da,
    Matrix dz,
    Matrix dw,
    Optional<Matrix> db,
    Matrix newW,
    Optional<Matrix> newB) {}
