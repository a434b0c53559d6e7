/* fold_test.c: words without their casing, and what sort of character one is. */
#include "harness.h"
#include "text/fold.h"

static const struct {
    const char *name;
    const char *written;
    const char *folded;
} folds[] = {
    {"Latin", "Harbour", "harbour"},
    {"accents stay", "ÉCOLE Ñandú Zürich", "école ñandú zürich"},
    {"Central European", "ŁÓDŹ Šimečka Őrség", "łódź šimečka őrség"},
    {"Turkish dotted capital", "İzmir", "izmir"},
    {"sharp s in capitals", "STRAẞE", "straße"},
    {"Vietnamese", "NGUYỄN", "nguyễn"},
    {"Greek", "ΑΘΉΝΑ", "αθήνα"},
    {"Cyrillic", "Київ МОСКВА Ђура", "київ москва ђура"},
    {"curly apostrophe", "O’Neil", "o'neil"},
    {"modifier apostrophe", "Qurʼan", "qur'an"},
    {"soft hyphen goes",
     "har\xC2\xAD"
     "bour",
     "harbour"},
    {"figures and signs stay", "G20 €5 – 3½", "g20 €5 – 3½"},
    {"scripts without case stay", "東京 القاهرة", "東京 القاهرة"},
    {"invalid bytes stay", "A\xFFZ\x80", "a\xFFz\x80"},
};

static const struct {
    const char *name;
    uint32_t code;
    enum nr_sort sort;
} sorts[] = {
    {"a", 'a', NR_SORT_LOWER},
    {"É", 0xC9, NR_SORT_UPPER},
    {"ł", 0x142, NR_SORT_LOWER},
    {"Ł", 0x141, NR_SORT_UPPER},
    {"Ж", 0x416, NR_SORT_UPPER},
    {"ж", 0x436, NR_SORT_LOWER},
    {"東", 0x6771, NR_SORT_LETTER},
    {"a combining acute", 0x301, NR_SORT_LETTER},
    {"7", '7', NR_SORT_DIGIT},
    {"½", 0xBD, NR_SORT_DIGIT},
    {"space", ' ', NR_SORT_SPACE},
    {"no-break space", 0xA0, NR_SORT_SPACE},
    {"thin space", 0x2009, NR_SORT_SPACE},
    {"byte order mark", 0xFEFF, NR_SORT_SPACE},
    {"straight double mark", '"', NR_SORT_MARK},
    {"apostrophe", '\'', NR_SORT_MARK},
    {"“", 0x201C, NR_SORT_MARK},
    {"„", 0x201E, NR_SORT_MARK},
    {"»", 0xBB, NR_SORT_MARK},
    {"›", 0x203A, NR_SORT_MARK},
    {"hyphen", '-', NR_SORT_DASH},
    {"—", 0x2014, NR_SORT_DASH},
    {"…", 0x2026, NR_SORT_PUNCT},
    {"¿", 0xBF, NR_SORT_PUNCT},
    {"×", 0xD7, NR_SORT_OTHER},
    {"€", 0x20AC, NR_SORT_OTHER},
    {"not a character", NR_CHAR_INVALID, NR_SORT_OTHER},
    {"past Unicode's end", 0x110000, NR_SORT_OTHER},
};

int main(void)
{
    for (size_t i = 0; i < TEST_COUNT(folds); i++) {
        char folded[64];
        test_case(folds[i].name);
        uint32_t length = (uint32_t)strlen(folds[i].written);
        uint32_t written = nr_fold(folded, folds[i].written, length);
        test_bytes("folded", folded, written, folds[i].folded);
        test_bool("no longer than written", written <= length, true);
    }
    for (size_t i = 0; i < TEST_COUNT(sorts); i++) {
        test_case(sorts[i].name);
        test_number("sort", nr_sort_of(sorts[i].code), sorts[i].sort);
    }
    return test_end();
}
