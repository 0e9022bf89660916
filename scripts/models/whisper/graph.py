"""A small builder of ONNX graphs. Names are numbered, so that the same calls give the same bytes."""

import copy

import numpy as np
import onnx
from onnx import TensorProto, helper, numpy_helper

OPSETS = [("", 20), ("com.microsoft", 1)]
IR_VERSION = 9
LARGEST_WEIGHT = 96
"""Largest int8 weight. Without VNNI instructions a processor adds pairs of products in 16 bits: at 127 they overflow,
and the error of the encoder's K/V is .063/.091; at 96 it is .054/.083, as with exact sums (.052/.080); at 63 the
coarser steps cost as much again (.061/.093)."""


class Graph:
    """Nodes and constants of one graph."""

    def __init__(self):
        self.nodes = []
        self.constants = {}
        self.counts = {}
        self.root = self

    def nested(self):
        """A graph inside this one (a loop's body, a branch): its own nodes, shared names and constants."""
        nested = copy.copy(self)
        nested.nodes = []
        return nested

    def new_name(self, prefix="t"):
        self.counts[prefix] = self.counts.get(prefix, 0) + 1
        return f"{prefix}{self.counts[prefix]}"

    def branch(self, outputs, name):
        """The nested graph as an attribute of a node. `outputs`: (name, element type) pairs."""
        return helper.make_graph(self.nodes, name, [], [value(output, kind) for output, kind in outputs])

    def constant(self, values, name=None):
        """Name of a constant; an existing one with the same `name` is reused."""
        name = name or self.new_name("w")
        if name not in self.constants:
            array = np.ascontiguousarray(values) if np.ndim(values) else np.asarray(values)
            self.constants[name] = numpy_helper.from_array(array, name)
        return name

    def op(self, kind, inputs, count=1, domain="", outputs=None, **attributes):
        """Adds a node; returns the name of its output, or a list if it has several."""
        outputs = outputs or [self.new_name() for _ in range(count)]
        name = self.new_name("n_")
        self.nodes.append(helper.make_node(kind, inputs, outputs, name=name, domain=domain, **attributes))
        return outputs[0] if len(outputs) == 1 else outputs

    def ints(self, *values):
        return self.constant(np.array(values, np.int64), "i64_" + "_".join(map(str, values)))

    def int_scalar(self, value):
        return self.constant(np.array(value, np.int64), f"i64s_{value}")

    def float_scalar(self, value):
        return self.constant(np.array(value, np.float32), f"f32_{value}")


class WeightedGraph(Graph):
    """A graph with the layers of a Whisper model. `weights`: as returned by `read_weights`."""

    def __init__(self, weights):
        super().__init__()
        self.weights = weights

    def half_weight(self, name):
        """A small weight, stored in 16 bits and widened when the model is loaded."""
        key = "f_" + name
        if key not in self.constants:
            self.constant(self.weights[name].astype(np.float16), key)
            # Always in the outermost graph, so that it is folded once and every nested graph can use it.
            self.root.op("Cast", [key], outputs=[key + "_f"], to=TensorProto.FLOAT)
        return key + "_f"

    def layer_norm(self, x, prefix):
        scale, shift = self.half_weight(prefix + "/gamma"), self.half_weight(prefix + "/beta")
        return self.op("LayerNormalization", [x, scale, shift], axis=-1, epsilon=1e-5)

    def add_and_norm(self, x, added, prefix):
        """LayerNorm(x + added), and x + added. ONNX Runtime's LayerNormalization alone takes four times as long."""
        scale, shift = self.half_weight(prefix + "/gamma"), self.half_weight(prefix + "/beta")
        outputs = [self.new_name(), "", "", self.new_name()]
        self.op("SkipLayerNormalization", [x, added, scale, shift], domain="com.microsoft", outputs=outputs, epsilon=1e-5)
        return outputs[0], outputs[3]

    def int8_weight(self, matrix, key):
        """A matrix [out, in] as int8 [in, out] with one scale per output channel."""
        scales = np.maximum(np.abs(matrix).max(1), 1e-8) / LARGEST_WEIGHT
        rounded = np.clip(np.rint(matrix / scales[:, None]), -LARGEST_WEIGHT, LARGEST_WEIGHT).astype(np.int8)
        return self.constant(rounded.T, key + "_q"), self.constant(scales.astype(np.float32), key + "_s")

    def linear(self, x, name, key, bias=None, precision="int8"):
        """x · weightᵀ + bias. `precision`: `int8` (activations are quantized too) or `float` (stored in 16 bits)."""
        matrix = self.weights[name].astype(np.float32)
        bias = bias and self.half_weight(bias)
        if precision == "float":
            self.constant(matrix.astype(np.float16), key)
            widened = self.op("Cast", [key], outputs=[key + "_f"], to=TensorProto.FLOAT)
            y = self.op("MatMul", [x, self.op("Transpose", [widened], perm=[1, 0])])
        else:
            quantized, scales = self.int8_weight(matrix, key)
            y = self.int8_product(x, quantized, scales)
        return self.op("Add", [y, bias]) if bias else y

    def int8_product(self, x, quantized, scales):
        rounded, scale, zero = self.op("DynamicQuantizeLinear", [x], 3)
        product = self.op("MatMulInteger", [rounded, quantized, zero])
        return self.op(
            "Mul", [self.op("Cast", [product], to=TensorProto.FLOAT), self.op("Mul", [scale, scales])]
        )


def value(name, dtype, shape=None):
    return helper.make_tensor_value_info(name, dtype, shape)


def save_model(graph, path, producer, metadata):
    """Writes the model. Raises onnx's ValidationError if the graph is invalid."""
    model = helper.make_model(
        graph, opset_imports=[helper.make_opsetid(*opset) for opset in OPSETS], producer_name=producer
    )
    model.ir_version = IR_VERSION
    for key, text in metadata.items():
        entry = model.metadata_props.add()
        entry.key, entry.value = key, str(text)
    onnx.checker.check_model(model)
    onnx.save(model, path)
