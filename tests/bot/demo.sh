#!/bin/sh
# SPDX-FileCopyrightText: 2026 The Wardroom authors
# SPDX-License-Identifier: GPL-3.0-or-later
# What the tests of the runners run: it counts its runs in the host's folder and behaves as the files there say.
read -r line
printf '%s' "$line" >/tmp/input
root=$(sed 's/.*"root":"\([^"]*\)".*/\1/' /tmp/input)
result() { printf '{"type":"result","ok":true,"summary":"%s","data":%s}\n' "$1" "$2"; }
case "$1" in
rehearse) (echo x >"$root/y") 2>/dev/null && exit 9
    result "would" '{"argv":["touch","ran"],"as":"root","effect":"one line","undo":["rm","ran"],"verify":"a line","before":"0","after":"1"}';;
run) echo ran >>"$root/ran"
    echo '{"type":"progress","step":1,"of":2,"text":"half way"}'
    [ -e "$root/slow" ] && sleep 3
    [ -e "$root/fails" ] && exit 4
    result "did it" '{"kept":"yes"}';;
verify) grep -q '"kept":"yes"' /tmp/input || exit 8
    if [ -e "$root/drift" ]; then result "not there" '{"verdict":"not_verified","after":"0"}'
    else result "there" '{"verdict":"verified","after":"1"}'; fi;;
undo) grep -q '"kept":"yes"' /tmp/input || exit 8
    echo undone >"$root/undone"; result "undid" '{}';;
verify_undo) [ -e "$root/undone" ] && result "gone" '{"verdict":"verified","after":"0"}';;
esac
