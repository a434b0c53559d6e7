#!/usr/bin/env python3
"""Who is who over all articles? Scores newsroom_people against names that people linked to pages.

    people.py [--extension ./newsroom] [--json] [--show N] DATA

DATA is a folder that holds one of these, or both:

  cleanconll-docs.db  articles(id, body), mentions(article_id, start, end, entity_type, cluster), start and end in UTF-8
                      bytes, half open; the cluster is the page that the name is linked to, NULL where it is not
  gum-coref.db        texts of many kinds, few of whom name the same people: mentions(article_id, char_start, char_end,
                      entity_type, is_named, head, wikidata), the page that of the narrowest named mention which holds ours
                      and has its head in it. Its train part was read while rules were made.

The articles are indexed by newsroom_index() and newsroom_refresh() in a copy, as a user would.

What is counted: pairs of two mentions in two different articles. A mention is one that is annotated as a person (or
body) with a page, is found (in cleanconll-docs.db with exactly these bytes), and belongs to an entity of type PERSON
(or ORG): how well names are found is entities.py's to say. A pair is gold where both have the same page, ours where both have the same newsroom_entities.person,
right where both. Precision, recall, F1 in percent, for persons and bodies apart; then:

  once an article     the same, a page or key counted once an article however often it names it
  of all annotated    recall and F1 over the pairs of all annotated mentions with a page, not found or found as another
                      type included: what a user misses in all
  same name           two mentions are ours where they are written alike, but for casing
  same last word      likewise by their last words
"""
import argparse
import collections
import json
import os
import shutil
import sqlite3
import subprocess
import sys
import tempfile

TYPES = {"PER": "PERSON", "ORG": "ORG"}
GUM_TYPES = {"person": "PER", "organization": "ORG"}
INDEX = """.bail on
.load %s
SELECT newsroom_index('articles', 'body');
SELECT count(*) FROM newsroom_refresh('articles');
"""
NAMES = """SELECT m.article, m.start - 1, m.start - 1 + m.length, m.mention, e.type, e.person
FROM newsroom_mentions AS m JOIN newsroom_entities AS e USING (article, entity_no) WHERE m.kind = 'name'"""


def index(extension, path):
    run = subprocess.run(["sqlite3", path], input=INDEX % extension, capture_output=True, text=True)
    if run.returncode or "Error" in run.stderr:
        sys.exit("people.py: indexing failed: " + run.stderr.strip())


def characters(body):
    """From bytes to characters."""
    at, byte = {}, 0
    for i, character in enumerate(body):
        at[byte] = i
        byte += len(character.encode())
    at[byte] = len(body)
    return at


def annotated(db):
    """(article, start, end) -> (type, page)"""
    gold = {}
    for key, body in db.execute("SELECT id, body FROM articles").fetchall():
        at = characters(body)
        for start, end, kind, page in db.execute(
                "SELECT start, end, entity_type, cluster FROM mentions WHERE article_id = ?", (key,)):
            if kind in TYPES and page is not None:
                gold[key, at[start], at[end]] = (kind, page)
    return gold


def annotated_around(db, ours):
    """The same for GUM, by our own spans: its names hold what stands behind them ("..., United Kingdom")."""
    gold, of = {}, collections.defaultdict(list)
    for row in db.execute("""SELECT article_id, char_start, char_end, entity_type, head, wikidata FROM mentions
                             WHERE is_named AND wikidata IS NOT NULL"""):
        of[row[0]].append(row[1:])
    for at, (name, _, _) in ours.items():
        around = [g for g in of[at[0]] if g[0] <= at[1] and at[2] <= g[1] and g[3] in name.split()]
        narrowest = min(around, key=lambda g: g[1] - g[0], default=None)
        if narrowest and narrowest[2] in GUM_TYPES:
            gold[at] = (GUM_TYPES[narrowest[2]], narrowest[4])
    return gold


def pairs(items):
    """How many pairs of one value stand in different articles; items: (article, value), None a value of its own."""
    by_value = collections.defaultdict(collections.Counter)
    for article, value in items:
        if value is None:
            continue
        by_value[value][article] += 1
    count = 0
    for articles in by_value.values():
        total = sum(articles.values())
        count += (total * total - sum(n * n for n in articles.values())) // 2
    return count


def score(items, asked=None):
    """[precision, recall, F1] of (article, page, key)."""
    gold = asked if asked is not None else pairs((a, page) for a, page, _ in items)
    ours = pairs((a, key) for a, _, key in items)
    right = pairs((a, None if key is None else (page, key)) for a, page, key in items)
    p, r = right / ours if ours else 0.0, right / gold if gold else 0.0
    return [round(100 * x, 1) for x in (p, r, 2 * p * r / (p + r) if p + r else 0.0)]


def show(kind, found, many):
    """The pages whose mentions got several keys, and the keys that several pages got."""
    for title, of, by in (("apart", 1, 2), ("together", 2, 1)):
        groups = collections.defaultdict(lambda: collections.defaultdict(list))
        for item in found:
            groups[item[of]][item[by]].append(item[3])
        wrong = [(sum(map(len, parts.values())), value, parts) for value, parts in groups.items() if len(parts) > 1]
        for _, value, parts in sorted(wrong, key=lambda x: (-x[0], x[1]))[:many]:
            print(kind, title, value, {str(k): sorted(set(v)) + [len(v)] for k, v in parts.items()})


def figures_of(db, corpus, many):
    ours = {row[:3]: row[3:] for row in db.execute(NAMES)}
    gold = annotated_around(db, ours) if corpus else annotated(db)
    for kind, type_name in TYPES.items():
        asked = [(at[0], page) for at, (k, page) in gold.items() if k == kind]
        found = [(at[0], page, ours[at][2], ours[at][0]) for at, (k, page) in gold.items()
                 if k == kind and at in ours and ours[at][1] == type_name]
        keys = [item[:3] for item in found]
        name = corpus + type_name
        yield name + ", same person over articles", score(keys)
        yield name + ", once an article", score(sorted(set(keys), key=str))
        if not corpus:
            yield name + ", of all annotated", score(keys, pairs(asked))
        yield name + ", same name", score([(a, page, written.casefold()) for a, page, _, written in found])
        yield name + ", same last word", score([(a, page, written.casefold().split()[-1]) for a, page, _, written in found])
        yield name + ", mentions measured, of", [len(found), len(asked)]
        yield name + ", gold pairs measured, of", [pairs((a, page) for a, page, _ in keys), pairs(asked)]
        if many and not corpus:
            show(type_name, found, many)


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("data")
    parser.add_argument("--extension", default="./newsroom")
    parser.add_argument("--json", action="store_true", help="one JSON object of the figures, nothing else")
    parser.add_argument("--show", type=int, default=0, help="print N pages set apart, and N keys of several pages")
    options = parser.parse_args()
    figures = {}
    for corpus, name in (("", "cleanconll-docs.db"), ("GUM: ", "gum-coref.db")):
        source = os.path.join(options.data, name)
        if not os.path.isfile(source):
            continue
        with tempfile.TemporaryDirectory() as folder:
            path = os.path.join(folder, "articles.db")
            shutil.copyfile(source, path)
            os.chmod(path, 0o600)
            index(os.path.abspath(options.extension), path)
            db = sqlite3.connect(path)
            figures.update(figures_of(db, corpus, 0 if options.json else options.show))
            db.close()
    if options.json:
        print(json.dumps(figures))
        return
    for name, figure in figures.items():
        print("%-42s %s" % (name, " ".join("%5.1f" % x if isinstance(x, float) else "%d" % x for x in figure)))


if __name__ == "__main__":
    main()
