/* page/ink.c: see ink.h. */
#include "page/ink.h"

#include "text/fold.h"

#include <string.h>

void nr_ink_bytes(struct nr_ink *ink, const char *bytes, uint32_t length)
{
    if (length > ink->limit - ink->bytes.count) {
        ink->arena->status =
            ink->arena->status == NR_OK ? NR_TOO_LARGE : ink->arena->status;
        return;
    }
    if (nr_list_reserve(ink->arena, &ink->bytes, 1, length) && length > 0) {
        memcpy(ink->bytes.items + ink->bytes.count, bytes, length);
        ink->bytes.count += length;
    }
}

void nr_ink_word(struct nr_ink *ink, const char *word)
{
    nr_ink_bytes(ink, word, (uint32_t)strlen(word));
}

void nr_ink_number(struct nr_ink *ink, uint32_t number)
{
    char digits[10];
    uint32_t at = sizeof digits;
    do {
        digits[--at] = (char)('0' + number % 10);
        number /= 10;
    } while (number > 0);
    nr_ink_bytes(ink, digits + at, (uint32_t)sizeof digits - at);
}

static bool is_order(uint32_t code)
{
    return (code < 0x20 && code != '\t' && code != '\n' && code != '\r') ||
           (code >= 0x7F && code < 0xA0) || (code >= 0xD800 && code < 0xE000) ||
           code > 0x10FFFF;
}

void nr_ink_character(struct nr_ink *ink, uint32_t code)
{
    if (is_order(code)) {
        code = nr_sort_of(code) == NR_SORT_SPACE ? ' ' : NR_CHAR_INVALID;
    }
    char bytes[4];
    uint32_t length = code < 0x80 ? 1 : code < 0x800 ? 2 : code < 0x10000 ? 3 : 4;
    static const unsigned char leads[] = {0, 0, 0xC0, 0xE0, 0xF0};
    for (uint32_t i = length; i-- > 1;) {
        bytes[i] = (char)(0x80 | (code & 0x3F));
        code >>= 6;
    }
    bytes[0] = (char)(leads[length] | code);
    nr_ink_bytes(ink, bytes, length);
}
