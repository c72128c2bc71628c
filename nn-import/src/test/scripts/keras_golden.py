#!/usr/bin/python3
"""Makes small models with Keras and writes them as golden files, with what they predict.

Usage: python3 nn-import/src/test/scripts/keras_golden.py FOLDER_OF_KERAS
Needs: the source of Keras 3 in FOLDER_OF_KERAS, so that FOLDER_OF_KERAS/keras/src exists, and Debian's python3-h5py,
python3-absl and python3-rich. Runs on the numpy backend. Libraries that Debian lacks (optree, ml_dtypes, jax) are
stood in for here by what building, saving and predicting needs of them. Writes to nn-import/src/test/resources/golden.
"""

import collections
import importlib.abc
import importlib.machinery
import json
import os
import pathlib
import sys
import types
import unittest.mock

import numpy

SEED = 20261129
GOLDEN = pathlib.Path(__file__).resolve().parents[1] / "resources" / "golden"


def stand_ins():
    dtypes = types.ModuleType("ml_dtypes")
    for name in ("bfloat16", "float8_e4m3fn", "float8_e5m2", "float8_e4m3", "int4", "uint4"):
        setattr(dtypes, name, numpy.float16)
    dtypes.finfo = numpy.finfo
    sys.modules["ml_dtypes"] = dtypes

    optree = types.ModuleType("optree")

    class Spec:
        def __init__(self, shape, leaves, nodes):
            self.shape, self.num_leaves, self.num_nodes = shape, leaves, nodes

    def children(tree):
        if isinstance(tree, dict):
            keys = list(tree) if isinstance(tree, collections.OrderedDict) else sorted(tree)
            return [tree[key] for key in keys], lambda new: type(tree)(zip(keys, new)) if not isinstance(tree, collections.defaultdict) else dict(zip(keys, new))
        if isinstance(tree, tuple) and hasattr(tree, "_fields"):
            return list(tree), lambda new: type(tree)(*new)
        if type(tree) in (list, tuple):
            return list(tree), type(tree)
        if type(tree) in registered:
            flat = tree.tree_flatten()
            return list(flat[0]), lambda new: type(tree).tree_unflatten(flat[1], new)
        return None

    registered = set()

    def leaf(tree, is_leaf=None, **_):
        return (is_leaf is not None and is_leaf(tree)) or children(tree) is None

    def flatten(tree, is_leaf=None, none_is_leaf=True, namespace=""):
        leaves, nodes = [], 0

        def walk(t):
            nonlocal nodes
            nodes += 1
            if (is_leaf is not None and is_leaf(t)) or children(t) is None:
                leaves.append(t)
                return lambda values: next(values)
            inner, build = children(t)
            parts = [walk(c) for c in inner]
            return lambda values: build([part(values) for part in parts])

        return leaves, Spec(walk(tree), len(leaves), nodes)

    def unflatten(spec, leaves):
        return spec.shape(iter(leaves))

    def tree_map(function, tree, *others, is_leaf=None, none_is_leaf=True, namespace=""):
        if leaf(tree, is_leaf):
            return function(tree, *others)
        inner, build = children(tree)
        rest = [children(other)[0] for other in others]
        return build([tree_map(function, *parts, is_leaf=is_leaf) for parts in zip(inner, *rest)])

    def register(cls, namespace=""):
        registered.add(cls)
        return cls

    optree.tree_is_leaf, optree.tree_flatten, optree.tree_unflatten = leaf, flatten, unflatten
    optree.tree_map, optree.register_pytree_node_class = tree_map, register
    optree.utils = types.ModuleType("optree.utils")
    for name, module in (("optree", optree), ("optree.utils", optree.utils)):
        module.__spec__ = types.SimpleNamespace(name=name)
        sys.modules[name] = module

    # The numpy backend borrows a Fourier transform and a few more from JAX, which no model here calls.
    class NoJax(importlib.abc.MetaPathFinder, importlib.abc.Loader):
        def find_spec(self, name, path, target=None):
            return importlib.machinery.ModuleSpec(name, self, is_package=True) if name.split(".")[0] == "jax" or name.startswith("keras.src.backend.jax.") else None

        def create_module(self, spec):
            module = unittest.mock.MagicMock(name=spec.name)
            module.__path__, module.__all__ = [], []
            return module

        def exec_module(self, module):
            pass

    sys.meta_path.insert(0, NoJax())


def main(keras_folder):
    os.environ["KERAS_BACKEND"] = "numpy"
    os.environ["KERAS_HOME"] = "/tmp"
    stand_ins()
    sys.path.insert(0, keras_folder)
    import keras
    from keras import layers

    keras.utils.set_random_seed(SEED)
    random = numpy.random.default_rng(SEED)

    def shaken(model):
        """With numbers in all weights, also those that start at 0 or 1."""
        for weight in model.weights:
            if weight.dtype == "float32":
                weight.assign(numpy.abs(random.normal(0.7, 0.4, weight.shape)) + 0.05 if "variance" in weight.name or "gamma" in weight.name else random.normal(0, 0.6, weight.shape))
        return model

    normalization = layers.Normalization(mean=[0.5, -1.0, 2.0, 0.0], variance=[1.5, 0.25, 4.0, 1.0])
    sequential = shaken(keras.Sequential([
        keras.Input((4,)),
        normalization,
        layers.Dense(6, activation="relu", name="hidden_one"),
        layers.BatchNormalization(name="bn"),
        layers.Dense(5, activation="swish", name="dense"),
        layers.BatchNormalization(scale=False),
        layers.Dropout(0.3),
        layers.Dense(4, use_bias=False, name="dense_1"),
        layers.LayerNormalization(),
        layers.LeakyReLU(),
        layers.PReLU(),
        layers.Dense(3, activation="softmax", name="last"),
    ]))
    inputs = keras.Input((5,))
    x = layers.Dense(7, activation="tanh")(inputs)
    x = layers.Activation("gelu")(x)
    x = layers.ReLU(max_value=2.0, negative_slope=0.1)(x)
    x = layers.Dense(4, activation="hard_sigmoid")(x)
    x = layers.ELU(alpha=0.5)(x)
    functional = shaken(keras.Model(inputs, layers.Dense(2, activation="leaky_relu")(x)))
    result = {"made_by": {"script": "nn-import/src/test/scripts/keras_golden.py", "library": "Keras, numpy backend", "version": keras.__version__, "seed": SEED}, "models": []}
    for name, model, width in (("keras_sequential", sequential, 4), ("keras_functional", functional, 5)):
        rows = random.normal(size=(6, width)).astype(numpy.float32)
        answers = numpy.asarray(model(rows, training=False))
        for ending in (".keras", ".h5"):
            model.save(GOLDEN / (name + ending))
            result["models"].append({"file": name + ending, "features": rows.tolist(), "predictions": answers.tolist()})
    (GOLDEN / "keras.json").write_text(json.dumps(result).replace('{"file"', '\n{"file"') + "\n")


if __name__ == "__main__":
    main(*sys.argv[1:])
