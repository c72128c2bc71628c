"""Lets Keras 3 run on PyTorch 1.13, which Debian 12 ships and which is older than Keras wants.

Usage: PYTHONPATH=<this folder>:<Keras' source> KERAS_BACKEND=torch python3 <a script>

It gives PyTorch the names that Keras mentions when it is imported, and Keras its functions on nested
structures, for which it would use newer ones of PyTorch. No arithmetic is touched. What stands in for
types and modules that do not exist there does nothing.
"""
import sys
import types
from collections import OrderedDict, defaultdict

import torch
import torch.distributed

for name in ("float8_e4m3fn", "float8_e5m2", "uint16", "uint32", "uint64"):
    if not hasattr(torch, name):
        setattr(torch, name, type(name, (), {})())
for name in ("SymInt", "SymFloat", "SymBool"):
    if not hasattr(torch, name):
        setattr(torch, name, type(name, (), {}))


def module(name, **contents):
    made = types.ModuleType(name)
    made.__dict__.update(contents)
    sys.modules[name] = made
    return made


def unchanged(*arguments, **options):
    return arguments[0] if arguments and callable(arguments[0]) else lambda function: function


if not hasattr(torch, "compiler"):
    torch.compiler = module("torch.compiler", is_compiling=lambda: False, disable=unchanged)
    torch._dynamo = module(
        "torch._dynamo", disable=unchanged, allow_in_graph=unchanged, graph_break=lambda: None
    )
    for name in ("tensor", "device_mesh"):
        of_any_name = {"__getattr__": lambda attribute: type(attribute, (), {})}
        setattr(torch.distributed, name, module("torch.distributed." + name, **of_any_name))
    named_parameters = torch.nn.Module.named_parameters
    torch.nn.Module.named_parameters = (
        lambda self, prefix="", recurse=True, remove_duplicate=True: named_parameters(self, prefix, recurse)
    )

squeeze_one = torch.squeeze


def squeeze(tensor, dim=None):
    """Takes several dimensions, as newer ones do."""
    if dim is None or isinstance(dim, int):
        return squeeze_one(tensor) if dim is None else squeeze_one(tensor, dim)
    for one in sorted((d % tensor.dim() for d in dim), reverse=True):
        tensor = squeeze_one(tensor, one)
    return tensor


torch.squeeze = squeeze
registered = set()


def register_tree_node_class(kind):
    registered.add(kind)
    return kind


def children(tree):
    """Keys and values, or None for a leaf. A dict is in the order of its keys."""
    if isinstance(tree, dict):
        return [(key, tree[key]) for key in (tree if isinstance(tree, OrderedDict) else sorted(tree))]
    if isinstance(tree, (list, tuple)):
        return list(enumerate(tree))
    return list(enumerate(tree.torchtree_flatten()[0])) if type(tree) in registered else None


def rebuilt(tree, keys, values):
    if isinstance(tree, defaultdict):
        return defaultdict(tree.default_factory, zip(keys, values))
    if isinstance(tree, dict):
        return type(tree)(zip(keys, values))
    if isinstance(tree, tuple) and hasattr(tree, "_fields"):
        return type(tree)(*values)
    if isinstance(tree, (list, tuple)):
        return type(tree)(values)
    return type(tree).torchtree_unflatten(values, tree.torchtree_flatten()[1])


def is_nested(tree):
    return children(tree) is not None


def traverse(function, tree, top_down=True):
    def inside(tree):
        below = children(tree)
        if below is None:
            return tree
        return rebuilt(tree, [k for k, _ in below], [traverse(function, v, top_down) for _, v in below])

    changed = tree if top_down else inside(tree)
    result = function(changed)
    if result is None:
        return inside(tree) if top_down else changed
    return None if isinstance(result, type) and result.__name__ == "MAP_TO_NONE" else result


def flatten_with_path(tree):
    below = children(tree)
    if below is None:
        return [((), tree)]
    return [((key,) + path, leaf) for key, value in below for path, leaf in flatten_with_path(value)]


def flatten(tree):
    return [leaf for _, leaf in flatten_with_path(tree)]


def map_structure_up_to(shallow, function, *trees):
    below = children(shallow)
    if below is None:
        return function(*trees)
    parts = [dict(children(tree)) for tree in trees]
    values = [map_structure_up_to(v, function, *[part[k] for part in parts]) for k, v in below]
    return rebuilt(shallow, [k for k, _ in below], values)


def map_structure(function, *trees, none_is_leaf=True):
    def of_leaf(*leaves):
        return None if leaves[0] is None and not none_is_leaf else function(*leaves)

    return map_structure_up_to(trees[0], of_leaf, *trees)


def assert_same_structure(a, b):
    if [path for path, _ in flatten_with_path(a)] != [path for path, _ in flatten_with_path(b)]:
        raise ValueError("Structures don't have the same nested structure.")


def pack_sequence_as(tree, leaves):
    following = iter(leaves)
    return map_structure(lambda _: next(following), tree)


def lists_to_tuples(tree):
    return traverse(lambda node: tuple(node) if isinstance(node, list) else None, tree, top_down=False)


def map_shape_structure(function, tree):
    below = children(tree)
    is_shape = isinstance(tree, (list, tuple)) and all(isinstance(n, (int, type(None))) for n in tree)
    if is_shape or below is None:
        return function(tree)
    return rebuilt(tree, [k for k, _ in below], [map_shape_structure(function, v) for _, v in below])


module(
    "keras.src.tree.torchtree_impl",
    assert_same_paths=assert_same_structure,
    **{key: value for key, value in list(globals().items()) if isinstance(value, types.FunctionType)},
)
