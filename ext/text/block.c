#include "text/block.h"
#include "text/text.h"
struct nr_block_patterns { int none; };
const struct nr_block_patterns *nr_block_patterns_make(struct nr_arena *arena)
{
    return nr_arena_take(arena, sizeof(struct nr_block_patterns));
}
enum nr_status nr_blocks_find(struct nr_arena *arena, const struct nr_block_patterns *patterns, const char *bytes, uint32_t length, const struct nr_text_options *options, struct nr_text *text)
{
    (void)patterns;
    text->bytes = bytes;
    text->length = length;
    text->own = options->own;
    return arena->status;
}
