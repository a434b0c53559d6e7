"""Who said what, in Django: the extension is loaded as each connection opens, the archive is a model like any.

    pip install django
    python examples/tools/python_django.py news.db ./newsroom
"""

import json
import sys

import django
from django.conf import settings
from django.db import connection, models
from django.db.backends.signals import connection_created
from django.db.models import Count

settings.configure(DATABASES={"default": {"ENGINE": "django.db.backends.sqlite3", "NAME": sys.argv[1]}})
django.setup()


def load(sender, connection, **_):
    connection.connection.enable_load_extension(True)
    connection.connection.load_extension(sys.argv[2])
    connection.connection.enable_load_extension(False)


connection_created.connect(load)


class Article(models.Model):
    id = models.AutoField(primary_key=True)
    title = models.TextField()
    published = models.TextField()
    outlet = models.TextField()
    url = models.TextField(unique=True)
    language = models.TextField()
    body = models.TextField()

    class Meta:
        app_label = "news"
        db_table = "articles"


class Said(models.Model):
    """The view; in a project, inspectdb --include-views writes this with all its columns."""

    id = models.IntegerField(primary_key=True)
    outlet = models.TextField()
    speaker = models.TextField()
    named = models.BooleanField()
    part = models.IntegerField()

    class Meta:
        app_label = "news"
        db_table = "newsroom_said"
        managed = False


def ask(question, *values):
    with connection.cursor() as cursor:
        cursor.execute(question, values)
        return cursor.fetchall()


for newsroom, sqlite in ask("SELECT newsroom_version(), sqlite_version()"):
    print(f"newsroom {newsroom}, SQLite {sqlite}")

print("\nIndexing")
columns = {"title": "title", "published": "published", "outlet": "outlet", "url": "url"}
ask("SELECT newsroom_index('articles', 'body', %s)", json.dumps(columns))
for done, total in ask("SELECT done, total FROM newsroom_refresh('articles')"):
    print(f"{done} of {total} articles")

print("\nWho is quoted most, and where?")
said = Said.objects.filter(named=True, part=1).values("outlet", "speaker").annotate(quotes=Count("id"))
for row in said.order_by("-quotes", "outlet", "speaker")[:5]:
    print(f"{row['outlet']:<16}  {row['speaker']:<18}  {row['quotes']}")

# A migration that changes a column makes a new table of the old one, and its triggers are gone.
print("\nThe table migrated, and an article changed")
optional = models.TextField(null=True)
optional.set_attributes_from_name("language")
with connection.schema_editor() as editor:
    editor.alter_field(Article, Article._meta.get_field("language"), optional)
Article.objects.filter(id=3).update(body="“All gone,” said Ana Diaz.")
for done, total, note in ask("SELECT done, total, note FROM newsroom_refresh('articles')"):
    print(f"{done} of {total} articles: {note}")
print(Said.objects.filter(speaker="Ana Diaz").count(), "quote of Ana Diaz")
