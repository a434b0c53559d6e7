/* tables/options.c: see options.h. */
#include "tables/options.h"

int nr_options_read(sqlite3 *db, const struct nr_host *host,
                    const struct nr_argument *source, struct nr_options **out,
                    struct nr_failure *failure)
{
    (void)db;
    *out = NULL;
    struct nr_options *options = host->resize(host->context, NULL, sizeof *options);
    if (options == NULL) {
        return nr_fail(failure, SQLITE_NOMEM, NULL);
    }
    *options = (struct nr_options){.references = 1};
    nr_arena_open(&options->arena, host);
    options->source.bytes = nr_arena_copy(&options->arena, source->bytes, source->size);
    options->source.size = source->size;
    *out = options;
    return nr_fail_status(failure, options->arena.status);
}

struct nr_options *nr_options_hold(struct nr_options *options)
{
    options->references++;
    return options;
}

void nr_options_release(struct nr_options *options)
{
    if (options == NULL || --options->references > 0) {
        return;
    }
    struct nr_host host = options->arena.host;
    nr_arena_close(&options->arena);
    host.resize(host.context, options, 0);
}
