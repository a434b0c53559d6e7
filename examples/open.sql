-- Every example reads this first: it loads the extension and prints a row as text | text, "-" for NULL.
.load ./newsroom
.headers on
.mode list
.separator " | "
.nullvalue -
