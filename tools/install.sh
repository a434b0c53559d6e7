#!/bin/sh
# Installs what the build and the tests need and is not there yet: SQLite's headers and library,
# PCRE2's, the sqlite3 shell, pkg-config. `make demo` and `make test` call it; `make` alone never
# does. Asks no questions: as root it runs the package manager, otherwise through `sudo -n`, which
# fails rather than ask for a password. Where it can't, it prints the command and stops.
set -u
CC=${CC:-cc}

# Does a header compile, and a library link?
can_link() {
    probe=$(mktemp -d) || return 1
    printf '%s\nint main(void) { return %s; }\n' "$1" "$2" >"$probe/probe.c"
    # shellcheck disable=SC2046
    $CC -o "$probe/probe" "$probe/probe.c" \
        $(pkg-config --cflags --libs "$3" 2>/dev/null || echo "$4") >/dev/null 2>&1
    found=$?
    rm -rf "$probe"
    return $found
}
has_sqlite() {
    can_link '#include <sqlite3.h>' 'sqlite3_libversion_number() < 3038000' sqlite3 -lsqlite3
}
has_pcre2() {
    can_link '#define PCRE2_CODE_UNIT_WIDTH 8
#include <pcre2.h>' 'pcre2_config_8(PCRE2_CONFIG_VERSION, 0) < 0' libpcre2-8 -lpcre2-8
}

if ! command -v "$CC" >/dev/null 2>&1; then
    echo "install: no C compiler found (looked for '$CC'); install gcc or clang first" >&2
    exit 1
fi

# One column for each thing that may be missing: apt dnf apk brew
missing=''
command -v sqlite3 >/dev/null 2>&1 || missing="$missing shell"
command -v pkg-config >/dev/null 2>&1 || missing="$missing pkgconfig"
has_sqlite || missing="$missing sqlite"
has_pcre2 || missing="$missing pcre2"
[ -z "$missing" ] && exit 0

name_for() { # manager, thing -> package
    case $1:$2 in
    apt-get:shell) echo sqlite3 ;;
    apt-get:pkgconfig) echo pkg-config ;;
    apt-get:sqlite) echo libsqlite3-dev ;;
    apt-get:pcre2) echo libpcre2-dev ;;
    dnf:shell) echo sqlite ;;
    dnf:pkgconfig) echo pkgconf-pkg-config ;;
    dnf:sqlite) echo sqlite-devel ;;
    dnf:pcre2) echo pcre2-devel ;;
    apk:shell) echo sqlite ;;
    apk:pkgconfig) echo pkgconf ;;
    apk:sqlite) echo sqlite-dev ;;
    apk:pcre2) echo pcre2-dev ;;
    brew:shell | brew:sqlite) echo sqlite ;;
    brew:pkgconfig) echo pkgconf ;;
    brew:pcre2) echo pcre2 ;;
    esac
}

manager=''
for candidate in apt-get dnf apk brew; do
    if command -v $candidate >/dev/null 2>&1; then
        manager=$candidate
        break
    fi
done
if [ -z "$manager" ]; then
    echo "install: missing:$missing, and no apt-get, dnf, apk or brew to install it with." >&2
    echo "install: needed are SQLite 3.38 or newer with headers, the sqlite3 shell, PCRE2 with headers, pkg-config" >&2
    exit 1
fi

packages=''
for thing in $missing; do
    packages="$packages $(name_for $manager "$thing")"
done
case $manager in
apt-get) update='apt-get update -q' install="apt-get install -q -y --no-install-recommends$packages" ;;
dnf) update=true install="dnf install -q -y$packages" ;;
apk) update=true install="apk add --no-cache$packages" ;;
brew) update=true install="brew install$packages" ;;
esac

as_root=''
if [ $manager != brew ] && [ "$(id -u)" -ne 0 ]; then
    as_root='sudo -n env DEBIAN_FRONTEND=noninteractive'
    if ! sudo -n true 2>/dev/null; then
        echo "install: missing:$missing. Run this, then the same make command again:" >&2
        [ "$update" = true ] || echo "    sudo $update" >&2
        echo "    sudo $install" >&2
        exit 1
    fi
fi

echo "install: installing$packages with $manager"
export DEBIAN_FRONTEND=noninteractive
log=$(mktemp)
# The lists of packages may be old or absent: refreshed only where the first try fails.
# shellcheck disable=SC2086
if ! $as_root $install >"$log" 2>&1 && ! { $as_root $update && $as_root $install; } >"$log" 2>&1; then
    cat "$log" >&2
    echo "install: that failed. Run this, then the same make command again:" >&2
    echo "    ${as_root:+sudo }$install" >&2
    rm -f "$log"
    exit 1
fi
rm -f "$log"
