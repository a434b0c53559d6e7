#!/bin/sh
# How far do our blocks agree with those of GUM's news and interviews? For whoever has the corpus:
#
#     sh tests/eval/blocks.sh ./newsroom DIR/gum-coref.db [--show]
#
# Prints a line a kind, and what is taken for what; --show, the blocks of the train part that differ.
set -eu
if [ $# -lt 2 ] || [ ! -f "$2" ]; then
    echo 'blocks: which corpus? sh tests/eval/blocks.sh ./newsroom DIR/gum-coref.db [--show]' >&2
    exit 2
fi
{
    echo ".load $1"
    echo "ATTACH '$2' AS gum;"
    echo "CREATE TEMP TABLE shown AS SELECT '${3:-}' = '--show' AS wanted;"
    cat "$(dirname "$0")/blocks.sql"
} | "${SQLITE3:-sqlite3}" -batch -bail
