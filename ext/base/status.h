/* base/status.h: how a stage ends. Bad text is never an error; these are. */
#ifndef NR_BASE_STATUS_H
#define NR_BASE_STATUS_H

enum nr_status {
    NR_OK = 0,
    NR_NOMEM,       /* the host's allocator refused */
    NR_TOO_LARGE,   /* the text is past NR_TEXT_LIMIT */
    NR_STOPPED,     /* the host asked to stop: interrupt, progress handler */
    NR_BAD_PATTERN, /* a built-in pattern did not compile or hit its match limit */
};

#endif
