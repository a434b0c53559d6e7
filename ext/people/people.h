/* people/people.h: who is who over all articles: a key for each person and body of
 * newsroom_entities, and newsroom_people, newsroom_people_names, made of what the
 * entities say.
 *
 *     Ana Diaz (3 articles), A. Diaz, Diaz     one, if those articles keep her company
 *     Ana Diaz, mayor; Ana Diaz, goalkeeper    two: "Ana Diaz (mayor)" ...
 *
 * What the key of an entity is depends on the rows of newsroom_entities alone, never on
 * the order in which they came, so refreshing bit by bit and all at once come to the
 * same. Only names that were touched, and names that may mean the same, are looked at
 * again.
 *
 * Whoever changes the rows of an article says so, in the same transaction:
 *
 *     run nr_people_touch_sql with the article as ?1     its names, as they were
 *     DELETE FROM newsroom_entities WHERE article = ?1
 *     INSERT INTO newsroom_entities ...                  person is NULL
 *     run nr_people_touch_sql with the article as ?1     its names, as they are
 *     ... more articles ...
 *     nr_people_settle(archive, &failure)                once a batch, or once at the end
 *
 * newsroom_articles.day must be right by then. What was touched is kept in
 * newsroom_names_touched until it is settled, so that a refresh that is cut short between
 * leaves nothing out.
 */
#ifndef NR_PEOPLE_PEOPLE_H
#define NR_PEOPLE_PEOPLE_H

#include "archive/archive.h"

/* Takes note of the persons and bodies of article ?1: to be prepared by nr_sql_prepare().
 */
extern const char nr_people_touch_sql[];

/* Was anybody touched since people were last settled? */
bool nr_people_are_due(const struct nr_archive *archive, struct nr_failure *failure);

/* Settles who all that was touched are. Time grows with the articles that name them, or
 * who may be meant by the same names. Writes; belongs in a transaction of the caller's.
 */
int nr_people_settle(const struct nr_archive *archive, struct nr_failure *failure);

#endif
