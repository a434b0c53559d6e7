/* tables/failure.c: see failure.h. */
#include "tables/failure.h"

#include <stdarg.h>
#include <stddef.h>

int nr_fail(struct nr_failure *failure, int code, const char *format, ...)
{
    if (failure->code != SQLITE_OK) {
        return failure->code;
    }
    failure->code = code;
    if (format != NULL) {
        va_list arguments;
        va_start(arguments, format);
        failure->message = sqlite3_vmprintf(format, arguments);
        va_end(arguments);
        if (failure->message == NULL) {
            failure->code = SQLITE_NOMEM;
        }
    }
    return failure->code;
}

int nr_fail_status(struct nr_failure *failure, enum nr_status status)
{
    switch (status) {
    case NR_OK:
        return SQLITE_OK;
    case NR_NOMEM:
        return nr_fail(failure, SQLITE_NOMEM, NULL);
    case NR_STOPPED:
        return nr_fail(failure, SQLITE_INTERRUPT, NULL);
    case NR_TOO_LARGE:
        return nr_fail(failure, SQLITE_TOOBIG, NULL);
    case NR_BAD_PATTERN:
        break;
    }
    return nr_fail(failure, SQLITE_ERROR,
                   "newsroom: a built-in pattern failed on this article");
}

void nr_failure_result(struct nr_failure *failure, sqlite3_context *context)
{
    if (failure->code == SQLITE_NOMEM) {
        sqlite3_result_error_nomem(context);
    } else if (failure->message != NULL) {
        sqlite3_result_error(context, failure->message, -1);
        sqlite3_result_error_code(context, failure->code);
    } else {
        sqlite3_result_error_code(context, failure->code);
    }
    sqlite3_free(failure->message);
    failure->message = NULL;
}
