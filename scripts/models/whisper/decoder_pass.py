"""One pass of tokens through Whisper's decoder, with all rows attending to the same audio."""

from onnx import TensorProto

FLOAT = TensorProto.FLOAT
FAR_BELOW = -1e9


class DecoderPass:
    """`embedding`: int8 rows of the tokens and their scales; `cross_attention`: `CrossAttention`, by layer."""

    def __init__(self, sizes, vocabulary, embedding, cross_attention):
        self.sizes, self.vocabulary = sizes, vocabulary
        self.heads, self.width = sizes.heads, sizes.channels // sizes.heads
        self.cross_attention = cross_attention
        self.embedding = embedding

    def _causal_mask(self, graph, count, end, offset):
        """Causal mask [count, end]: far below zero where a token would attend to a later one."""
        first, last = graph.op("Squeeze", [offset]), graph.op("Squeeze", [end])
        one, zero = graph.int_scalar(1), graph.int_scalar(0)
        row = graph.op("Unsqueeze", [graph.op("Range", [first, last, one]), graph.ints(1)])
        column = graph.op("Unsqueeze", [graph.op("Range", [zero, last, one]), graph.ints(0)])
        later = graph.op("Greater", [column, row])
        return graph.op("Where", [later, graph.float_scalar(FAR_BELOW), graph.float_scalar(0.0)])

    def run(self, graph, tokens, offset, count, end, past_keys, past_values):
        """One pass over tokens [rows, count]. Returns hidden states, keys, values, and a function for
        the alignment attention.

        All rows attend to the same audio: cross-attention is one product over rows × count queries.
        """
        op, ints, channels = graph.op, graph.ints, self.sizes.channels
        scale = graph.float_scalar(self.width**-0.5)
        embedding, scales = self.embedding
        x = op("Gather", [embedding, tokens], axis=0)
        row_scales = op("Unsqueeze", [op("Gather", [scales, tokens], axis=0), ints(-1)])
        x = op("Mul", [op("Cast", [x], to=FLOAT), row_scales])
        positions = graph.half_weight("decoder/position_encodings/encodings")
        added = op("Slice", [positions, offset, end, ints(0)])
        shape = op("Shape", [x])
        mask = self._causal_mask(graph, count, end, offset)

        def linear(y, matrix, key):
            return graph.linear(y, f"{matrix}/weight", key, f"{matrix}/bias")

        def split_heads(y):
            by_head = op("Reshape", [y, ints(0, 0, self.heads, self.width)])
            return op("Transpose", [by_head], perm=[0, 2, 1, 3])

        all_keys, all_values, alignment = [], [], []
        for layer in range(self.sizes.decoder_layers):
            name = f"decoder/layer_{layer}/self_attention"
            normed, x = graph.add_and_norm(x, added, name + "/layer_norm")
            joined = linear(normed, name + "/linear_0", name + "/qkv")
            query, key, values = map(split_heads, op("Split", [joined], 3, axis=-1, num_outputs=3))
            key = op("Concat", [past_keys[layer], key], axis=2)
            values = op("Concat", [past_values[layer], values], axis=2)
            all_keys.append(key)
            all_values.append(values)
            scores = op("MatMul", [op("Mul", [query, scale]), op("Transpose", [key], perm=[0, 1, 3, 2])])
            shares = op("Softmax", [op("Add", [scores, mask])], axis=-1)
            attended = op("Transpose", [op("MatMul", [shares, values])], perm=[0, 2, 1, 3])
            attended = op("Reshape", [attended, ints(0, 0, channels)])
            added = linear(attended, name + "/linear_1", name + "/o")

            name = f"decoder/layer_{layer}/attention"
            normed, x = graph.add_and_norm(x, added, name + "/layer_norm")
            query = linear(normed, name + "/linear_0", name + "/q")
            query = op("Reshape", [op("Mul", [query, scale]), ints(-1, self.heads, self.width)])
            audio = self.cross_attention[layer]
            scores = audio.scores(graph, op("Transpose", [query], perm=[1, 0, 2]))
            its_heads = [head for at, head in self.vocabulary.alignment_heads if at == layer]
            if its_heads:
                alignment.append((scores, its_heads))
            attended = audio.attend(graph, scores)
            attended = op("Reshape", [op("Transpose", [attended], perm=[1, 0, 2]), shape])
            added = linear(attended, name + "/linear_2", name + "/o")

            name = f"decoder/layer_{layer}/ffn"
            normed, x = graph.add_and_norm(x, added, name + "/layer_norm")
            wide = linear(normed, name + "/linear_0", name + "/l0")
            added = linear(op("Gelu", [wide]), name + "/linear_1", name + "/l1")
        x, _ = graph.add_and_norm(x, added, "decoder/layer_norm")

        def attention(branch):
            """[1, alignment heads, rows × count, positions]: only the branches that need it compute it."""
            chosen = [branch.op("Gather", [scores, branch.ints(*heads)], axis=0) for scores, heads in alignment]
            return branch.op("Unsqueeze", [branch.op("Concat", chosen, axis=0), branch.ints(0)])

        return x, all_keys, all_values, attention
