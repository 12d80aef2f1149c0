#include "CTensorFlowLite.h"

#include <dlfcn.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

// The library's header is not in the wheel, so its functions are declared here as they are in TensorFlow Lite 2.x; all
// of its types are opaque.
struct ctflite_library {
    void *(*create_model)(const char *path);
    void (*delete_model)(void *model);
    void *(*create_options)(void);
    void (*delete_options)(void *options);
    void (*set_threads)(void *options, int32_t count);
    void (*add_delegate)(void *options, void *delegate);
    void *(*create_delegate)(const void *options);
    void (*delete_delegate)(void *delegate);
    void *(*create_interpreter)(const void *model, const void *options);
    void (*delete_interpreter)(void *interpreter);
    int (*resize_input)(void *interpreter, int32_t index, const int *shape, int32_t rank);
    int (*allocate)(void *interpreter);
    int (*invoke)(void *interpreter);
    void *(*get_input)(const void *interpreter, int32_t index);
    const void *(*get_output)(const void *interpreter, int32_t index);
    void *(*data)(const void *tensor);
    size_t (*byte_size)(const void *tensor);
};

struct ctflite_model {
    ctflite_library *library;
    void *model, *delegate, *interpreter;
};

ctflite_library *ctflite_load_library(const char *path, char *error, size_t size) {
    void *handle = dlopen(path, RTLD_NOW | RTLD_LOCAL);
    if (!handle) {
        snprintf(error, size, "%s", dlerror());
        return NULL;
    }
    ctflite_library *library = calloc(1, sizeof *library);
    if (!library) {
        snprintf(error, size, "out of memory");
        dlclose(handle);
        return NULL;
    }
    const struct {
        const char *name;
        void *place;
    } functions[] = {
        {"TfLiteModelCreateFromFile", &library->create_model},
        {"TfLiteModelDelete", &library->delete_model},
        {"TfLiteInterpreterOptionsCreate", &library->create_options},
        {"TfLiteInterpreterOptionsDelete", &library->delete_options},
        {"TfLiteInterpreterOptionsSetNumThreads", &library->set_threads},
        {"TfLiteInterpreterOptionsAddDelegate", &library->add_delegate},
        {"TfLiteXNNPackDelegateCreate", &library->create_delegate},
        {"TfLiteXNNPackDelegateDelete", &library->delete_delegate},
        {"TfLiteInterpreterCreate", &library->create_interpreter},
        {"TfLiteInterpreterDelete", &library->delete_interpreter},
        {"TfLiteInterpreterResizeInputTensor", &library->resize_input},
        {"TfLiteInterpreterAllocateTensors", &library->allocate},
        {"TfLiteInterpreterInvoke", &library->invoke},
        {"TfLiteInterpreterGetInputTensor", &library->get_input},
        {"TfLiteInterpreterGetOutputTensor", &library->get_output},
        {"TfLiteTensorData", &library->data},
        {"TfLiteTensorByteSize", &library->byte_size},
    };
    for (size_t i = 0; i < sizeof functions / sizeof *functions; i++) {
        void *function = dlsym(handle, functions[i].name);
        if (!function) {
            snprintf(error, size, "it has no %s", functions[i].name);
            free(library);
            dlclose(handle);
            return NULL;
        }
        *(void **)functions[i].place = function;
    }
    return library;
}

static int prepare(ctflite_model *model, const char *path, const int32_t *shape, int32_t rank) {
    ctflite_library *library = model->library;
    model->model = library->create_model(path);
    if (!model->model) return 0;
    void *options = library->create_options();
    if (!options) return 0;
    library->set_threads(options, 1);
    // The library adds it by itself for models of its own choice only; without it this takes three times as long.
    model->delegate = library->create_delegate(NULL);
    if (model->delegate) library->add_delegate(options, model->delegate);
    model->interpreter = library->create_interpreter(model->model, options);
    library->delete_options(options);
    return model->interpreter && library->resize_input(model->interpreter, 0, shape, rank) == 0 &&
           library->allocate(model->interpreter) == 0;
}

ctflite_model *ctflite_load_model(
    ctflite_library *library, const char *path, const int32_t *shape, int32_t rank, char *error, size_t size) {
    ctflite_model *model = calloc(1, sizeof *model);
    if (!model) {
        snprintf(error, size, "out of memory");
        return NULL;
    }
    model->library = library;
    // It greets on stderr, which is the wrong place: what stands there last counts as the reason why a process ended.
    // There is no way to forbid it, so stderr leads nowhere for some milliseconds.
    int kept = fcntl(STDERR_FILENO, F_DUPFD_CLOEXEC, 3);
    int nowhere = open("/dev/null", O_WRONLY | O_CLOEXEC);
    if (kept >= 0 && nowhere >= 0) dup2(nowhere, STDERR_FILENO);
    int done = prepare(model, path, shape, rank);
    if (kept >= 0 && nowhere >= 0) dup2(kept, STDERR_FILENO);
    if (kept >= 0) close(kept);
    if (nowhere >= 0) close(nowhere);
    if (done) return model;
    snprintf(error, size, model->model ? "it does not take such an input" : "it is no TensorFlow Lite model");
    ctflite_free_model(model);
    return NULL;
}

void ctflite_free_model(ctflite_model *model) {
    if (model->interpreter) model->library->delete_interpreter(model->interpreter);
    if (model->delegate) model->library->delete_delegate(model->delegate);
    if (model->model) model->library->delete_model(model->model);
    free(model);
}

float *ctflite_input(ctflite_model *model, size_t *count) {
    void *tensor = model->library->get_input(model->interpreter, 0);
    *count = model->library->byte_size(tensor) / sizeof(float);
    return model->library->data(tensor);
}

const float *ctflite_run(ctflite_model *model, size_t *count) {
    if (model->library->invoke(model->interpreter) != 0) return NULL;
    const void *tensor = model->library->get_output(model->interpreter, 0);
    *count = model->library->byte_size(tensor) / sizeof(float);
    return model->library->data(tensor);
}
