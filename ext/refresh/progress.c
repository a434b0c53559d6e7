/* refresh/progress.c: SELECT * FROM newsroom_refresh('articles'): a row for each
 * batch as it is done, so that a shell shows how far it is. */
#include "refresh/refresh.h"
#include "refresh/report.h"

enum { DONE, TOTAL, SECONDS, RATE, NOTE, COLUMNS };

static int open(void *work, struct nr_session *session, sqlite3_value *const *values,
                int count, struct nr_failure *failure)
{
    return nr_refresh_open(work, session, values, count, failure);
}

static bool step(void *work, struct nr_failure *failure)
{
    return nr_refresh_step(work, failure);
}

static void close(void *work)
{
    nr_refresh_close(work);
}

static void column(const void *work, int column, sqlite3_context *context)
{
    const struct nr_refresh *refresh = work;
    int64_t took = refresh->took > 0 ? refresh->took : 1;
    switch (column) {
    case DONE:
        sqlite3_result_int64(context, refresh->done);
        break;
    case TOTAL:
        sqlite3_result_int64(context, refresh->total);
        break;
    case SECONDS:
        sqlite3_result_double(context, (double)refresh->took / 1000.0);
        break;
    case RATE:
        sqlite3_result_int64(context, refresh->done * 1000 / took);
        break;
    default:
        sqlite3_result_text(context, refresh->note, -1, SQLITE_STATIC);
    }
}

const struct nr_report nr_report_refresh = {
    .name = "newsroom_refresh",
    .columns = "done INTEGER, total INTEGER, seconds REAL, articles_per_second INTEGER, "
               "note TEXT",
    .column_count = COLUMNS,
    .size = sizeof(struct nr_refresh),
    .open = open,
    .step = step,
    .column = column,
    .close = close,
};
