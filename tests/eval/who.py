#!/usr/bin/env python3
"""Who is meant? Scores the pronouns and nouns of article_mentions() against texts in which people linked them.

    who.py [--extension ./newsroom] [--json] [--show N] DATA

DATA is a folder that holds one of these, or both:

  gap.db        gap(id, split, body, pronoun, pronoun_start, a, a_start, a_coref, b, b_start, b_coref): which of two
                names a pronoun of Wikipedia stands for, or neither; offsets in code points from 0. A name is
                answered when the pronoun's row has the entity_no of a name mention that overlaps it. Precision,
                recall and F1 of the names answered, of all, masculine and feminine pronouns.
  gum-coref.db  articles(id, genre, body), mentions(article_id, char_start, char_end, text, cluster, is_named, head):
                its news and interviews. Of an entity the cluster is the one that most of its names belong to.
                he, she, they: of the pronouns whose cluster has a name, the share whose row has that cluster;
                and of those that were given an entity, the share that is right.
                nouns: of the rows of kind nominal, the share whose entity has the cluster of the narrowest
                annotated mention with the same last word or head.

Shares are in percent, with n and a 95 % interval from a thousand drawings of whole documents (seeded). Nothing that
these figures are taken on may have been learnt from: ext/tag/train/who.c learns from other genres of GUM and the other
part of GAP.
"""
import argparse
import collections
import json
import os
import random
import re
import sqlite3
import subprocess
import sys

FORMS = {"he": "he him his himself", "she": "she her hers herself",
         "they": "they them their theirs themselves themself"}
FORM_OF = {word: form for form, words in FORMS.items() for word in words.split()}
ROWS = """.bail on
.load %s
.mode list
SELECT json_object('id', a.id, 's', m.start - 1, 'e', m.start - 1 + m.length, 'kind', m.kind, 'no', m.entity_no)
FROM %s AS a, article_mentions(a.body) AS m %s;
"""


def rows_of(extension, path, table, where):
    """The mentions of each article: {id: [row, ...]}."""
    run = subprocess.run(["sqlite3", "-readonly", path], input=ROWS % (extension, table, where),
                         capture_output=True, text=True)
    if run.returncode or "Error" in run.stderr:
        sys.exit("the query failed: " + run.stderr.strip())
    rows = collections.defaultdict(list)
    for line in run.stdout.splitlines():
        row = json.loads(line)
        rows[row["id"]].append(row)
    return rows


def percent(part, whole):
    return round(100 * part / whole, 1) if whole else 0.0


def f1(true, answered, asked):
    p, r = true / answered if answered else 0.0, true / asked if asked else 0.0
    return [round(100 * x, 1) for x in (p, r, 2 * p * r / (p + r) if p + r else 0.0)]


def share(documents):
    """[percent, n, low, high] of [(right, of), ...], one pair a document."""
    draw, shares = random.Random(1), []
    for _ in range(1000):
        drawn = [draw.choice(documents) for _ in documents] if documents else []
        shares.append(percent(sum(d[0] for d in drawn), sum(d[1] for d in drawn)))
    shares.sort()
    right, of = (sum(d[i] for d in documents) for i in (0, 1))
    return [percent(right, of), of, shares[25], shares[974]]


# ---- GAP ----

def answers(mentions, pronoun_start, spans):
    """For each span: has the pronoun its entity?"""
    meant = {m["no"] for m in mentions if m["s"] == pronoun_start and m["kind"] != "name"} - {None}
    return [any(m["kind"] == "name" and m["no"] in meant and m["s"] < e and m["e"] > s for m in mentions)
            for s, e in spans]


def gap(extension, path, show):
    rows = rows_of(extension, path, "gap", "WHERE a.split = 'development'")
    counts = collections.defaultdict(collections.Counter)
    query = """SELECT id, lower(pronoun), pronoun_start, a, a_start, a_coref, b, b_start, b_coref
               FROM gap WHERE split = 'development'"""
    for key, pronoun, at, a, a_at, a_is, b, b_at, b_is in sqlite3.connect(path).execute(query):
        said = answers(rows[key], at, [(a_at, a_at + len(a)), (b_at, b_at + len(b))])
        for group in ("all", FORM_OF[pronoun]):
            count = counts[group]
            count["true"] += sum(s and bool(g) for s, g in zip(said, (a_is, b_is)))
            count["answered"] += sum(said)
            count["asked"] += a_is + b_is
            count["n"] += 1
            if said == [bool(a_is), bool(b_is)]:
                count["whole"] += 1
    figures = {"GAP, " + group: f1(c["true"], c["answered"], c["asked"]) for group, c in sorted(counts.items())}
    figures["GAP, n"] = counts["all"]["n"]
    figures["GAP, feminine : masculine"] = round(
        figures["GAP, she"][2] / max(figures["GAP, he"][2], 0.1), 3)
    return figures


# ---- GUM ----

class Document:
    def __init__(self, body, gold, mine):
        self.body, self.gold, self.mine = body, gold, mine
        self.named = {g["cluster"] for g in gold if g["named"] and g["text"].lower() not in FORM_OF}
        votes = collections.defaultdict(collections.Counter)
        for m in mine:
            cluster = self.named_cluster(m) if m["kind"] == "name" else None
            if cluster is not None:
                votes[m["no"]][cluster] += 1
        self.cluster_of = {no: v.most_common(1)[0][0] for no, v in votes.items()}

    def named_cluster(self, m):
        """Of the narrowest named mention around a name whose head is one of its words."""
        words = set(re.findall(r"\w+", self.body[m["s"]:m["e"]]))
        around = [g for g in self.gold if g["named"] and g["s"] < m["e"] and g["e"] > m["s"]
                  and words & set(re.findall(r"\w+", g["head"]))]
        return min(around, key=lambda g: g["e"] - g["s"])["cluster"] if around else None

    def noun_cluster(self, m):
        last = re.findall(r"\w+", self.body[m["s"]:m["e"]])
        around = [g for g in self.gold if g["s"] < m["e"] and g["e"] > m["s"]
                  and set(last) & set(re.findall(r"\w+", g["head"]))]
        return min(around, key=lambda g: abs(g["s"] - m["s"]) + abs(g["e"] - m["e"]))["cluster"] if around else None


def documents(extension, path):
    where = "a.genre IN ('news', 'interview')"
    rows = rows_of(extension, path, "articles", "WHERE " + where)
    db = sqlite3.connect(path)
    for key, body in db.execute("SELECT id, body FROM articles AS a WHERE %s ORDER BY id" % where).fetchall():
        gold = [dict(zip(("s", "e", "text", "cluster", "named", "head"), row)) for row in db.execute(
            "SELECT char_start, char_end, text, cluster, is_named, head FROM mentions WHERE article_id = ?", (key,))]
        yield Document(body, gold, rows[key])


def gum(extension, path, show):
    pairs = collections.defaultdict(list)
    for document in documents(extension, path):
        count = collections.Counter()
        at = {(m["s"], m["e"]): m for m in document.mine if m["kind"] == "pronoun"}
        for g in document.gold:
            form = FORM_OF.get(g["text"].lower())
            if form is None:
                continue
            m = at.get((g["s"], g["e"]))
            cluster = document.cluster_of.get(m["no"]) if m else None
            right = cluster == g["cluster"]
            if g["cluster"] in document.named:
                count[form, "asked"] += 1
                count[form, "right"] += right
                if show > 0 and not right:
                    show -= 1
                    print("%s not found at %d" % (form, g["s"]), repr(document.body[max(0, g["s"] - 300):g["e"] + 60]))
            if m and m["no"] is not None:
                count[form, "given"] += 1
                count[form, "given right"] += right
        for m in document.mine:
            if m["kind"] == "nominal" and m["no"] is not None:
                count["noun", "given"] += 1
                cluster = document.noun_cluster(m)
                right = cluster is not None and cluster == document.cluster_of.get(m["no"])
                count["noun", "given right"] += right
                if show > 0 and not right:
                    show -= 1
                    print("noun", repr(document.body[m["s"]:m["e"]]), m["no"],
                          [document.body[x["s"]:x["e"]] for x in document.mine if x["no"] == m["no"]][:3])
        for form in FORMS:
            pairs[form].append((count[form, "right"], count[form, "asked"]))
            pairs[form + ", of those given"].append((count[form, "given right"], count[form, "given"]))
        for name, right, of in (("he, she, they", "right", "asked"),
                                ("he, she, they, of those given", "given right", "given")):
            pairs[name].append(tuple(sum(count[form, which] for form in FORMS) for which in (right, of)))
        pairs["nouns, of those given"].append((count["noun", "given right"], count["noun", "given"]))
    return {"GUM, " + name: share(counts) for name, counts in pairs.items()}


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("data")
    parser.add_argument("--extension", default="./newsroom")
    parser.add_argument("--json", action="store_true", help="one JSON object of the figures, nothing else")
    parser.add_argument("--show", type=int, default=0, help="print N errors of GUM; not of parts kept for measuring")
    options = parser.parse_args()
    figures = {}
    for name, score in (("gap.db", gap), ("gum-coref.db", gum)):
        path = os.path.join(options.data, name)
        if os.path.isfile(path):
            figures.update(score(options.extension, path, options.show))
    if options.json:
        for name in [name for name in figures if name.startswith("GUM")]:
            figures[name], *more = figures[name]
            figures.update(zip((name + ", n", name + ", from", name + ", to"), more))
        print(json.dumps(figures))
        return
    for name, figure in figures.items():
        if name.startswith("GUM"):
            print("%-42s %5.1f %%  of %d  (%.1f to %.1f)" % (name, *figure))
        else:
            print("%-42s %s" % (name, " ".join("%5.1f" % x for x in figure) if isinstance(figure, list) else figure))


if __name__ == "__main__":
    main()
