"""Reads the weights of a CTranslate2 Whisper model (`model.bin`)."""

import struct

import numpy as np

DTYPES = {0: np.float32, 1: np.int8, 2: np.int16, 3: np.int32, 4: np.float16}


class _Reader:
    def __init__(self, data):
        self.data = data
        self.position = 0

    def number(self, code):
        """Next little-endian number; `code` as in `struct`."""
        value = struct.unpack_from("<" + code, self.data, self.position)[0]
        self.position += struct.calcsize("<" + code)
        return value

    def text(self):
        """Next string: its length including the terminating zero, then its bytes."""
        length = self.number("H")
        value = bytes(self.data[self.position : self.position + length - 1]).decode()
        self.position += length
        return value

    def array(self):
        shape = [self.number("I") for _ in range(self.number("B"))]
        dtype = np.dtype(DTYPES[self.number("B")])
        size = self.number("I")
        values = np.frombuffer(self.data, dtype, size // dtype.itemsize, self.position)
        self.position += size
        return values.reshape(shape)


def read_weights(parts):
    """Arrays by name. `parts`: paths of files that concatenated form `model.bin`.

    Raises ValueError if bytes are left over.
    """
    reader = _Reader(b"".join(open(part, "rb").read() for part in parts))
    reader.number("I")  # version of the file format
    reader.text()  # name of the model's class
    reader.number("I")  # its revision
    weights = {}
    for _ in range(reader.number("I")):
        name = reader.text()
        weights[name] = reader.array()
    if reader.position < len(reader.data):
        for _ in range(reader.number("I")):
            reader.text(), reader.text()  # aliases, unused here
    if reader.position != len(reader.data):
        raise ValueError(f"{len(reader.data) - reader.position} bytes are left over in model.bin")
    return weights


def float_weight(weights, name):
    return weights[name].astype(np.float32)
