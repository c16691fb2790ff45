# SPDX-FileCopyrightText: 2026 The Wardroom authors
# SPDX-License-Identifier: GPL-3.0-or-later
# shellcheck shell=bash
# What Wardroom needs from Debian 12, by purpose, and how the scripts get it. To be sourced, not run.
#
# CrowdSec is not in these lists and must never be installed: its package starts services and reads this machine's logs.
# resources/crowdsec/private-crowdsec downloads and unpacks it into a folder of its own instead.

# To compile: what src/cmake/WardroomModule.cmake and the modules' CMakeLists.txt look for.
WARDROOM_PACKAGES_BUILD=(
    g++ cmake ninja-build ccache pkg-config
    qt6-base-dev qt6-websockets-dev qt6-svg-dev qt6-tools-dev qt6-tools-dev-tools qt6-l10n-tools linguist-qt6
    qtkeychain-qt6-dev qcoro-qt6-dev libsodium-dev libexpected-dev libyaml-cpp-dev libsqlite3-dev libseccomp-dev
    libicu-dev
)

# To run: the sandbox and what its commands are made of, the way to other hosts, the practice host's tools, the keychain,
# the fonts.
WARDROOM_PACKAGES_RUN=(
    bubblewrap util-linux python3 openssh-client
    apt dpkg gpg gpg-agent gpgv ca-certificates
    libsecret-1-0 qt6-translations-l10n
    fonts-inter fonts-dejavu-core fonts-wqy-microhei
)

# Where there is no display.
WARDROOM_PACKAGES_HEADLESS=(xvfb xauth)

# Where there is a Wayland display and no X beside it.
# shellcheck disable=SC2034  # used by packaging/start
WARDROOM_PACKAGES_WAYLAND=(qt6-wayland)

# For a Matrix server of one's own: what makes the Python venv that it is installed into.
# shellcheck disable=SC2034  # used by packaging/matrix/start and tests/run
WARDROOM_PACKAGES_MATRIX=(python3 python3-venv)

# To test: a keyring on a bus of its own, judges of PDF files, the manifests' parser, what reads the programs' links,
# a screen reader's bus with a display and a keyboard for it, and what says how the sources are laid out.
WARDROOM_PACKAGES_TEST=(
    dbus-daemon gnome-keyring libsecret-tools
    poppler-utils qpdf openssl binutils procps python3-yaml
    git desktop-file-utils appstream nftables iproute2
    at-spi2-core gir1.2-atspi-2.0 python3-gi xdotool clang-format
)

# A real sshd for tests of commands over SSH. Where systemd runs, this package would start a server for good; there it is
# left to whoever owns the machine, and those suites skip and say why.
# shellcheck disable=SC2034  # used by tests/run
WARDROOM_PACKAGES_SSHD=(openssh-server)

# The peer that tests/bench language measures beside: npm installs Hubot into ~/.cache/wardroom-bench.
# shellcheck disable=SC2034  # used by tests/bench
WARDROOM_PACKAGES_PEERS=(nodejs npm)

# Ends the script with a sentence that says what to do.
wardroom_die()
{
    printf '%s: %s\n' "$(basename "$0")" "$*" >&2
    exit 1
}

# wardroom_become COMMAND…: ends as COMMAND. As process 1, which a container's command is, this shell stays beside it:
# Xvfb tells a parent with that number nothing, so xvfb-run would wait for ever, and orphans would be buried by nobody.
wardroom_become()
{
    if [ "$$" -eq 1 ]; then
        "$@"
        exit
    fi
    exec "$@"
}

# wardroom_missing PACKAGE…: those that are not installed, a line each.
wardroom_missing()
{
    local installed
    # dpkg-query exits 1 when it knows nothing of a package: that one is missing.
    installed=$(dpkg-query -W -f '${db:Status-Status} ${Package}\n' "$@" 2>/dev/null |
        sed -n 's/^installed //p' || true)
    comm -23 <(printf '%s\n' "$@" | sort -u) <(sort -u <<<"$installed")
}

# wardroom_as_root COMMAND…
wardroom_as_root()
{
    if [ "$(id -u)" -eq 0 ]; then
        "$@"
    else
        command -v sudo >/dev/null ||
            wardroom_die "this needs root: run it as root, or install sudo. It would run: $*"
        sudo "$@"
    fi
}

# wardroom_candidates PACKAGE…: does apt know where to get every one of them?
wardroom_candidates()
{
    local known
    known=$(LC_ALL=C apt-cache policy "$@" 2>/dev/null | grep -c '^  Candidate: [^(]' || true)
    [ "$known" -ge "$#" ]
}

wardroom_refresh()
{
    wardroom_as_root env DEBIAN_FRONTEND=noninteractive apt-get -q -o DPkg::Lock::Timeout=300 update >&2 ||
        wardroom_die "apt-get update failed (above). Check the network and /etc/apt/sources.list, then run this again."
}

wardroom_apt_install()
{
    wardroom_as_root env DEBIAN_FRONTEND=noninteractive \
        apt-get -q -y -o DPkg::Lock::Timeout=300 -o Dpkg::Use-Pty=0 install --no-install-recommends "$@" >&2
}

# wardroom_install PURPOSE…: build, run, headless, wayland, matrix, test, sshd. Asks apt only when something is missing.
wardroom_install()
{
    local purpose list wanted=() missing
    command -v dpkg-query >/dev/null ||
        wardroom_die "this installs Debian 12 packages and found no dpkg. On another system install what" \
            "packaging/dependencies.sh lists yourself, then: cmake --preset release && cmake --build --preset release"
    for purpose in "$@"; do
        list="WARDROOM_PACKAGES_${purpose^^}[@]"
        wanted+=("${!list}")
    done
    mapfile -t missing < <(wardroom_missing "${wanted[@]}")
    [ "${#missing[@]}" -gt 0 ] || return 0
    printf 'Installing %d packages: %s\n' "${#missing[@]}" "${missing[*]}" >&2
    wardroom_candidates "${missing[@]}" || wardroom_refresh
    if ! wardroom_apt_install "${missing[@]}"; then
        # The list may be older than the archive: a package it names is gone. Once more with a new list.
        wardroom_refresh
        wardroom_apt_install "${missing[@]}" ||
            wardroom_die "apt-get could not install them (above). Wardroom needs Debian 12 (bookworm) with its main" \
                "archive: check /etc/apt/sources.list, then run this again."
    fi
}

# wardroom_configured FOLDER: is there a build that belongs to these sources?
wardroom_configured()
{
    local build=$1 top=$2 home
    [ -f "$build/CMakeCache.txt" ] && [ -f "$build/build.ninja" ] || return 1
    home=$(sed -n 's/^CMAKE_HOME_DIRECTORY:INTERNAL=//p' "$build/CMakeCache.txt")
    [ "$home" = "$top" ] ||
        wardroom_die "$build was made for $home, not for $top. Remove it and run this again: rm -r '$build'"
}
