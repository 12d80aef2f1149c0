"""TensorFlow Lite's C library, by ctypes: just what is needed to run a model of one input and one output."""
import ctypes

import numpy as np


class Model:
    """A loaded model whose input has a fixed shape. Not for several threads."""

    def __init__(self, library, path, shape):
        """`library`: path of libtensorflowlite_c.so; `path`: of the .tflite file; `shape`: of the input."""
        self.library = lib = ctypes.CDLL(library)
        pointer = ctypes.c_void_p
        for name in ("ModelCreateFromFile", "InterpreterOptionsCreate", "XNNPackDelegateCreate", "InterpreterCreate",
                     "InterpreterGetInputTensor", "InterpreterGetOutputTensor", "TensorData"):
            getattr(lib, "TfLite" + name).restype = pointer
        model = lib.TfLiteModelCreateFromFile(path.encode())
        if not model:
            raise SystemExit(f"train-embedding: {path} is no model; run Scripts/fetch-embedding again")
        options = pointer(lib.TfLiteInterpreterOptionsCreate())
        lib.TfLiteInterpreterOptionsSetNumThreads(options, 1)
        lib.TfLiteInterpreterOptionsAddDelegate(options, pointer(lib.TfLiteXNNPackDelegateCreate(None)))
        self.interpreter = pointer(lib.TfLiteInterpreterCreate(pointer(model), options))
        dimensions = (ctypes.c_int * len(shape))(*shape)
        if lib.TfLiteInterpreterResizeInputTensor(self.interpreter, 0, dimensions, len(shape)) or \
                lib.TfLiteInterpreterAllocateTensors(self.interpreter):
            raise SystemExit(f"train-embedding: {path} does not take an input of {shape}")
        self.size = int(np.prod(shape))

    def __call__(self, values):
        values = np.ascontiguousarray(values, np.float32)
        assert values.size == self.size
        lib, pointer = self.library, ctypes.c_void_p
        given = pointer(lib.TfLiteInterpreterGetInputTensor(self.interpreter, 0))
        ctypes.memmove(lib.TfLiteTensorData(given), values.ctypes.data, values.nbytes)
        if lib.TfLiteInterpreterInvoke(self.interpreter):
            raise SystemExit("train-embedding: the model failed")
        result = pointer(lib.TfLiteInterpreterGetOutputTensor(self.interpreter, 0))
        shape = [lib.TfLiteTensorDim(result, place) for place in range(lib.TfLiteTensorNumDims(result))]
        output = np.empty(shape, np.float32)
        ctypes.memmove(output.ctypes.data, lib.TfLiteTensorData(result), output.nbytes)
        return output
