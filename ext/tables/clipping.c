/* tables/clipping.c: see clipping.h. */
#include "tables/clipping.h"

#include "tables/session.h"
#include "tables/table.h"

#include <stddef.h>
#include <string.h>

/* Copies to *end and moves it on. */
static struct nr_argument copy_argument(struct nr_arena *arena,
                                        const struct nr_argument *from, char **end)
{
    struct nr_argument copy = {NULL, from->size};
    if (from->bytes != NULL && nr_arena_write(arena, *end, from->bytes, from->size)) {
        copy.bytes = *end;
        (*end)[from->size] = 0;
        *end += from->size + 1;
    }
    return copy;
}

struct nr_clipping *nr_clipping_open(const struct nr_host *host,
                                     const struct nr_request *request,
                                     struct nr_failure *failure)
{
    size_t size = sizeof(struct nr_clipping) + request->text.size +
                  request->published.size + request->options.size + 3;
    struct nr_clipping *clipping = host->resize(host->context, NULL, size);
    if (clipping == NULL) {
        nr_fail_status(failure, NR_NOMEM);
        return NULL;
    }
    *clipping = (struct nr_clipping){.references = 1, .size = size};
    struct nr_arena *arena = &clipping->article.arena;
    nr_arena_open(arena, host);
    char *end = clipping->bytes;
    clipping->request.text = copy_argument(arena, &request->text, &end);
    clipping->request.published = copy_argument(arena, &request->published, &end);
    clipping->request.options = copy_argument(arena, &request->options, &end);
    if (nr_fail_status(failure, arena->status) != SQLITE_OK) {
        nr_clipping_release(clipping);
        return NULL;
    }
    const char *stop = memchr(clipping->bytes, 0, request->text.size + 1);
    clipping->article.bytes = clipping->bytes;
    clipping->article.length = (uint32_t)(stop - clipping->bytes);
    return clipping;
}

void nr_clipping_release(struct nr_clipping *clipping)
{
    if (clipping == NULL || --clipping->references > 0) {
        return;
    }
    nr_session_forget(clipping);
    nr_options_release(clipping->options);
    struct nr_host host = clipping->article.arena.host;
    nr_arena_close(&clipping->article.arena);
    host.resize(host.context, clipping, 0);
}

size_t nr_clipping_size(const struct nr_clipping *clipping)
{
    return clipping->size + clipping->article.arena.size;
}

/* The destructor of a lent text. */
static void give_back(void *bytes)
{
    nr_clipping_release(
        (struct nr_clipping *)(void *)((char *)bytes -
                                       offsetof(struct nr_clipping, bytes)));
}

void nr_clipping_text_result(struct nr_clipping *clipping, sqlite3_context *context)
{
    clipping->references++;
    sqlite3_result_text64(context, clipping->bytes, clipping->request.text.size,
                          give_back, SQLITE_UTF8);
}

static const struct nr_index *find_index(const struct nr_clipping *clipping,
                                         const struct nr_table *table, int column)
{
    for (uint32_t i = 0; i < clipping->indexes.count; i++) {
        const struct nr_index *index = &clipping->indexes.items[i];
        if (index->table == table && index->column == column) {
            return index;
        }
    }
    return NULL;
}

/* The number in a row of the indexed column; 0: NULL. */
static uint32_t value_at(const struct nr_clipping *clipping, const struct nr_index *index,
                         uint32_t row)
{
    struct nr_cell cell = index->table->columns[index->column].cell(clipping, row);
    return cell.kind == NR_CELL_NUMBER ? (uint32_t)cell.as.number : 0;
}

/* A counting sort: linear, and rows of one value stay in their order. While it runs,
 * starts[v + 2] counts the rows of v, then starts[v + 1] is where the next one goes,
 * which leaves starts[v] where they begin. */
static bool fill_index(struct nr_arena *arena, const struct nr_clipping *clipping,
                       struct nr_index *index)
{
    uint32_t rows = index->table->rows(clipping);
    for (uint32_t row = 0; row < rows && nr_arena_tick(arena, 1); row++) {
        uint32_t value = value_at(clipping, index, row);
        index->values = value >= index->values ? value + 1 : index->values;
    }
    index->order = nr_arena_take_array(arena, rows, sizeof *index->order);
    index->starts =
        nr_arena_take_array(arena, (size_t)index->values + 2, sizeof *index->starts);
    if (index->order == NULL || index->starts == NULL) {
        return false;
    }
    for (uint32_t row = 0; row < rows && nr_arena_tick(arena, 1); row++) {
        index->starts[value_at(clipping, index, row) + 2]++;
    }
    for (uint32_t i = 2; i < index->values + 2 && nr_arena_tick(arena, 1); i++) {
        index->starts[i] += index->starts[i - 1];
    }
    for (uint32_t row = 0; row < rows && nr_arena_tick(arena, 1); row++) {
        index->order[index->starts[value_at(clipping, index, row) + 1]++] = row;
    }
    return arena->status == NR_OK;
}

const struct nr_index *nr_clipping_index(struct nr_clipping *clipping,
                                         const struct nr_table *table, int column,
                                         struct nr_failure *failure)
{
    const struct nr_index *found = find_index(clipping, table, column);
    if (found != NULL) {
        return found;
    }
    struct nr_arena *arena = &clipping->article.arena;
    arena->status = NR_OK; /* of an earlier failure; this is a new try */
    struct nr_index index = {.table = table, .column = column};
    if (!fill_index(arena, clipping, &index)) {
        nr_fail_status(failure, arena->status);
        return NULL;
    }
    struct nr_index *added = nr_list_push(arena, &clipping->indexes, sizeof *added);
    if (added == NULL) {
        nr_fail_status(failure, arena->status);
        return NULL;
    }
    *added = index;
    return added;
}

uint32_t nr_clipping_sentence(const struct nr_clipping *clipping, uint32_t byte)
{
    const struct nr_text *text = &clipping->article.text;
    uint32_t low = 0;
    uint32_t high = text->sentences.count;
    while (low < high) {
        uint32_t middle = low + (high - low) / 2;
        if (text->sentences.items[middle].span.begin <= byte) {
            low = middle + 1;
        } else {
            high = middle;
        }
    }
    return low > 0 ? low - 1 : NR_NONE;
}

uint32_t nr_clipping_quote(const struct nr_clipping *clipping, struct nr_span span)
{
    const struct nr_quotes *quotes = &clipping->article.quotes;
    uint32_t low = 0;
    uint32_t high = quotes->quotes.count;
    while (low < high) {
        uint32_t middle = low + (high - low) / 2;
        if (quotes->quotes.items[middle].span.begin <= span.begin) {
            low = middle + 1;
        } else {
            high = middle;
        }
    }
    return low > 0 && nr_span_has(quotes->quotes.items[low - 1].span, span) ? low - 1
                                                                            : NR_NONE;
}
