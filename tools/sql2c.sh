#!/bin/sh
# Turns SQL files into C, one array of lines for each name:
#     tools/sql2c.sh schema=sql/schema.sql views="sql/views.sql sql/more.sql" > sql_text.c
# Lines that are only a comment before a statement are left out; those inside one stay, for `.schema` to show.
echo '/* Made by tools/sql2c.sh from sql/. */'
for group in "$@"; do
    echo "extern const char *const nr_sql_${group%%=*}[];"
    echo "const char *const nr_sql_${group%%=*}[] = {"
    # shellcheck disable=SC2086
    [ -z "${group#*=}" ] || sed -e '/^--/d' -e '/^ *$/d' -e 's/\\/\\\\/g' -e 's/"/\\"/g' -e 's/.*/    "&\\n",/' ${group#*=}
    echo '    0,'
    echo '};'
done
