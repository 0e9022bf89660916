"""Attention of the decoder to the audio in products of 8-bit numbers: each step reads a quarter of the memory."""

import numpy as np
from onnx import TensorProto

FLOAT, INT8 = TensorProto.FLOAT, TensorProto.INT8

LARGEST = 63
"""Largest rounded key or value: processors without VNNI instructions add pairs of products in 16 bits (255 × 63 × 2)."""
QUERY_STEPS, SHARE_STEPS = 127.0, 255.0
SMALLEST = 1e-8
BLOCK = 64
"""Positions of the keys that lie together: a product of rows as long as the audio takes three times as long to read."""


class CrossAttention:
    """Keys and values of one layer in 8 bits, as differences from their mean, with a scale for each head and position.

    `keys` [heads, width, positions], `values` [heads, positions, width]: the encoder's; `positions` [1].
    """

    def __init__(self, graph, keys, values, heads, width, positions):
        self.heads, self.width, self.positions = heads, width, positions
        # The mean key adds the same to all scores of a query, which their softmax leaves out.
        differences, _ = self._without_mean(graph, keys, 2)
        rounded, self.key_scales = self._round(graph, differences, 1)
        self.keys = self._in_blocks(graph, rounded)
        differences, self.mean_value = self._without_mean(graph, values, 1)
        self.values, value_scales = self._round(graph, differences, 2)
        self.value_scales = graph.op("Transpose", [value_scales], perm=[0, 2, 1])

    def _without_mean(self, graph, x, axis):
        """The differences from the mean over all positions, which are smaller, and that mean."""
        mean = graph.op("ReduceMean", [x, graph.ints(axis)], keepdims=1)
        return graph.op("Sub", [x, mean]), mean

    def _round(self, graph, x, axis):
        """In int8, and the scales; those are of length 1 along `axis`."""
        op = graph.op
        largest = op("ReduceMax", [op("Abs", [x]), graph.ints(axis)], keepdims=1)
        scales = op("Div", [op("Max", [largest, graph.float_scalar(SMALLEST)]), graph.float_scalar(float(LARGEST))])
        return op("Cast", [op("Round", [op("Div", [x, scales])])], to=INT8), scales

    def _in_blocks(self, graph, keys):
        """[heads, blocks, width, BLOCK]: a product reads each block from one place; zeros at the end."""
        op, ints = graph.op, graph.ints
        rest = op("Mod", [op("Sub", [ints(0), self.positions]), ints(BLOCK)])
        zero = graph.constant(np.array(0, np.int8), "i8s_0")
        padded = op("Pad", [keys, op("Concat", [ints(0, 0, 0, 0, 0), rest], axis=0), zero])
        return op("Transpose", [op("Reshape", [padded, ints(self.heads, self.width, -1, BLOCK)])], perm=[0, 2, 1, 3])

    def scores(self, graph, query):
        """Query [heads, n, width] · keys: [heads, n, positions], but for what is the same at all positions."""
        op, ints = graph.op, graph.ints
        rows = op("Reshape", [query, ints(-1, self.width)])
        largest = op("Max", [op("ReduceMax", [op("Abs", [rows]), ints(1)], keepdims=0), graph.float_scalar(SMALLEST)])
        steps = op("Div", [largest, graph.float_scalar(QUERY_STEPS)])
        zero = graph.constant(np.array(128, np.uint8), "u8s_128")
        rounded = op("QuantizeLinear", [rows, steps, op("Expand", [zero, op("Shape", [steps])])], axis=0)
        rounded = op("Reshape", [rounded, ints(self.heads, 1, -1, self.width)])
        blocks = op("Transpose", [op("MatMulInteger", [rounded, self.keys, zero])], perm=[0, 2, 1, 3])
        padded = op("Reshape", [blocks, op("Concat", [op("Shape", [query], end=2), ints(-1)], axis=0)])
        product = op("Cast", [op("Slice", [padded, ints(0), self.positions, ints(2)])], to=FLOAT)
        return op("Mul", [op("Mul", [product, self.key_scales]), op("Reshape", [steps, ints(self.heads, -1, 1)])])

    def attend(self, graph, scores):
        """Values by their shares: [heads, n, width]."""
        op = graph.op
        shares = op("Mul", [op("Softmax", [scores], axis=-1), self.value_scales])
        rows = op("Reshape", [shares, op("Concat", [graph.ints(-1), self.positions], axis=0)])
        steps = op("Div", [op("ReduceMax", [rows, graph.ints(1)], keepdims=0), graph.float_scalar(SHARE_STEPS)])
        rounded = op("Reshape", [op("QuantizeLinear", [rows, steps], axis=0), op("Shape", [shares])])
        product = op("Cast", [op("MatMulInteger", [rounded, self.values])], to=FLOAT)
        scaled = op("Mul", [product, op("Reshape", [steps, graph.ints(self.heads, -1, 1)])])
        return op("Add", [scaled, self.mean_value])
