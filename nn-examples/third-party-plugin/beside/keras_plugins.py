"""The plugins of this project, written for Keras 3."""

import math

import keras
from keras import ops


@keras.saving.register_keras_serializable("acme")
class Bump(keras.layers.Layer):
    """z·tanh(z + shift)"""

    def __init__(self, shift=0.5, **options):
        super().__init__(**options)
        self.shift = shift

    def call(self, z):
        return z * ops.tanh(z + self.shift)

    def get_config(self):
        return {**super().get_config(), "shift": self.shift}


@keras.saving.register_keras_serializable("acme")
class PseudoHuber(keras.losses.Loss):
    """The mean of δ²·(√((e/δ)² + 1) − 1)."""

    def __init__(self, delta=1.0, **options):
        super().__init__(**options)
        if not 0.001 <= delta <= 1000:
            raise ValueError(f"delta must be from 0.001 to 1000, got {delta}")
        self.delta = delta

    def call(self, y_true, y_pred):
        error = (y_pred - y_true) / self.delta
        return ops.mean((ops.sqrt(error * error + 1) - 1) * self.delta**2, axis=-1)

    def get_config(self):
        return {**super().get_config(), "delta": self.delta}


@keras.saving.register_keras_serializable("acme")
class Gated(keras.layers.Layer):
    """(x·W + b) ⊙ sigmoid(x·V + c)"""

    def __init__(self, units, **options):
        super().__init__(**options)
        self.units = units
        self.value = keras.layers.Dense(units)
        self.gate = keras.layers.Dense(units, activation="sigmoid")

    def build(self, shape):
        self.value.build(shape)
        self.gate.build(shape)

    def call(self, x):
        return self.value(x) * self.gate(x)

    def get_config(self):
        return {**super().get_config(), "units": self.units}


@keras.saving.register_keras_serializable("acme")
class Scale(keras.layers.Layer):
    """x ⊙ s, where s is learnt."""

    def build(self, shape):
        self.scale = self.add_weight(shape=(shape[-1],), initializer="ones", name="scale")

    def call(self, x):
        return x * self.scale


@keras.saving.register_keras_serializable("acme")
class HeavyBall(keras.optimizers.Optimizer):
    """v ← friction·v − α·g, w ← w + v"""

    def __init__(self, learning_rate=0.01, friction=0.9, **options):
        super().__init__(learning_rate=learning_rate, **options)
        if not 0 <= friction < 1:
            raise ValueError(f"friction must be at least 0 and less than 1, got {friction}")
        self.friction = friction

    def build(self, variables):
        if not self.built:
            super().build(variables)
            self.speeds = [self.add_variable_from_reference(w, name="v") for w in variables]

    def update_step(self, gradient, variable, learning_rate):
        v = self.speeds[self._get_variable_index(variable)]
        self.assign(v, self.friction * v - learning_rate * gradient)
        self.assign_add(variable, v)

    def get_config(self):
        return {**super().get_config(), "friction": self.friction}


class Patient(keras.callbacks.Callback):
    """Halves the rate after so many epochs in a row that brought no new best."""

    def __init__(self, patience=2):
        super().__init__()
        if patience < 1:
            raise ValueError(f"patience must be at least 1, got {patience}")
        self.patience = patience
        self.best = math.inf
        self.waited = 0

    def on_epoch_end(self, epoch, logs=None):
        if logs["loss"] < self.best:
            self.best = logs["loss"]
            self.waited = 0
            return
        self.waited += 1
        if self.waited == self.patience:
            self.waited = 0
            optimizer = self.model.optimizer
            optimizer.learning_rate = optimizer.learning_rate / 2


@keras.saving.register_keras_serializable("acme")
class Signs(keras.initializers.Initializer):
    """±gain/√fan_in, each sign with probability ½"""

    def __init__(self, gain=1.0):
        if gain < 0:
            raise ValueError(f"gain must be at least 0, got {gain}")
        self.gain = gain

    def __call__(self, shape, dtype=None):
        size = self.gain / math.sqrt(shape[0])
        return ops.where(keras.random.uniform(shape) < 0.5, -size, size)

    def get_config(self):
        return {"gain": self.gain}
