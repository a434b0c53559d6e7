/* refresh/immediate.h: mode "immediate": the triggers do the work. */
#ifndef NR_REFRESH_IMMEDIATE_H
#define NR_REFRESH_IMMEDIATE_H

#include "archive/archive.h"

/* newsroom_noted(table, prefix, key): what the triggers of this mode call behind their
 * note: the article of this key is analysed and put away within the statement that
 * changed it. Not DIRECTONLY, since it lives in triggers; it does nothing but what the
 * archive was told, and nothing without a note. */
void nr_newsroom_noted(sqlite3_context *context, int count, sqlite3_value **values);

#endif
