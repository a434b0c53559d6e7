/* refresh/report.h: tables whose rows are the progress or the findings of work on an
 * archive: SELECT * FROM newsroom_refresh('articles'). */
#ifndef NR_REFRESH_REPORT_H
#define NR_REFRESH_REPORT_H

#include "archive/archive.h"

struct nr_report {
    const char *name;
    const char *columns; /* as CREATE TABLE has them */
    int column_count;
    size_t size; /* of what open() fills */
    int (*open)(void *work, struct nr_session *session, sqlite3_value *const *values,
                int count, struct nr_failure *failure);
    bool (*step)(void *work, struct nr_failure *failure); /* false: no further row */
    void (*column)(const void *work, int column, sqlite3_context *context);
    void (*close)(void *work);
};

extern const struct nr_report nr_report_refresh;
extern const struct nr_report nr_report_check;

extern const struct nr_report *const nr_reports[]; /* [nr_report_count] */
extern const int nr_report_count;

int nr_report_register(sqlite3 *db, struct nr_session *session,
                       const struct nr_report *report);

#endif
