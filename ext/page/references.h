/* page/references.h: &amp; &eacute; &#8217; &#x2014; as the characters that they mean. */
#ifndef NR_PAGE_REFERENCES_H
#define NR_PAGE_REFERENCES_H

#include <stdint.h>

struct nr_reference {
    uint32_t code;  /* of the character */
    uint32_t width; /* bytes of the reference; 0: there is none, and the & is text */
};

/* The reference that begins at bytes[at], which is an &. Looks at a dozen bytes, or to
 * the end of the digits. */
struct nr_reference nr_reference_at(const char *bytes, uint32_t at, uint32_t end);

#endif
