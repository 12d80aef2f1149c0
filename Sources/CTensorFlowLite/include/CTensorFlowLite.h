// TensorFlow Lite's C library, loaded while the program runs: what is not there costs a feature and not the program.
#pragma once

#include <stddef.h>
#include <stdint.h>

/// The library. Once loaded it stays, since what it leaves on threads forbids to unload it.
typedef struct ctflite_library ctflite_library;

/// A model with one input and one output of 32-bit floating-point numbers, ready to run. Not for two threads at a time.
typedef struct ctflite_model ctflite_model;

/// Loads the library.
///
/// @param error room for `size` bytes; why it could not be loaded.
/// @return NULL if it cannot be loaded, or a function of it is missing.
ctflite_library *ctflite_load_library(const char *path, char *error, size_t size);

/// Loads a model, with XNNPACK's kernels.
///
/// @param shape `rank` dimensions of the input.
/// @return NULL if it cannot be loaded, or takes no such input; `error` says why.
ctflite_model *ctflite_load_model(
    ctflite_library *library, const char *path, const int32_t *shape, int32_t rank, char *error, size_t size);

void ctflite_free_model(ctflite_model *model);

/// The input, to be filled before each run.
float *ctflite_input(ctflite_model *model, size_t *count);

/// Runs the model.
///
/// @return the output, valid until the next run; NULL if the library refused.
const float *ctflite_run(ctflite_model *model, size_t *count);
