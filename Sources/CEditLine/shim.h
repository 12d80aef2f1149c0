// libedit's settings go through three variadic functions, which Swift cannot call. Each wrapper here is one of their
// uses with the argument types the manual, editline(3), gives for it. Only what Swift cannot see belongs in this file.
#ifndef CEDITLINE_SHIM_H
#define CEDITLINE_SHIM_H

#include <histedit.h>
#include <wchar.h>

// <wchar.h> hides it from all but X/Open programs, and which kind a Swift module is cannot be said.
int wcwidth(wchar_t character);
static inline int cel_columns(wchar_t character) {
    return wcwidth(character);
}

typedef char *(*cel_prompt_function)(EditLine *);
typedef unsigned char (*cel_key_function)(EditLine *, int);

static inline int cel_set_client_data(EditLine *editor, void *data) {
    return el_set(editor, EL_CLIENTDATA, data);
}

static inline void *cel_client_data(EditLine *editor) {
    void *data = 0;
    el_get(editor, EL_CLIENTDATA, &data);
    return data;
}

static inline int cel_set_prompt(EditLine *editor, cel_prompt_function prompt) {
    return el_set(editor, EL_PROMPT, prompt);
}

static inline int cel_set_reader(EditLine *editor, el_rfunc_t reader) {
    return el_set(editor, EL_GETCFN, reader);
}

static inline int cel_use_emacs_keys(EditLine *editor) {
    return el_set(editor, EL_EDITOR, "emacs");
}

static inline int cel_add_function(EditLine *editor, const char *name, const char *help, cel_key_function function) {
    return el_set(editor, EL_ADDFN, name, help, function);
}

static inline int cel_bind(EditLine *editor, const char *key, const char *function) {
    return el_set(editor, EL_BIND, key, function, (char *)0);
}

// While a line is edited Ctrl-C, Ctrl-Z and Ctrl-\ arrive as characters, so that no signal can strike between two
// escape sequences.
static inline int cel_take_signal_keys(EditLine *editor) {
    return el_set(editor, EL_SETTY, "-d", "-isig", (char *)0);
}

static inline int cel_set_raw(EditLine *editor, int raw) {
    return el_set(editor, EL_PREP_TERM, raw);
}

static inline int cel_redraw(EditLine *editor) {
    return el_set(editor, EL_REFRESH);
}

static inline int cel_set_history(EditLine *editor, History *past) {
    return el_set(editor, EL_HIST, history, past);
}

static inline int cel_history_resize(History *past, int size) {
    HistEvent event;
    return history(past, &event, H_SETSIZE, size);
}

static inline int cel_history_clear(History *past) {
    HistEvent event;
    return history(past, &event, H_CLEAR);
}

static inline int cel_history_enter(History *past, const char *line) {
    HistEvent event;
    return history(past, &event, H_ENTER, line);
}

#endif
