// SPDX-FileCopyrightText: 2026 The Wardroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "fuzz/target.h"

#include <algorithm>
#include <cstdio>
#include <cstdlib>

namespace wardroom::fuzz {

namespace {

std::vector<Target> &all()
{
    static std::vector<Target> list;
    return list;
}

} // namespace

const std::vector<Target> &targets()
{
    return all();
}

Registration::Registration(const char *name, void (*run)(const QByteArray &bytes), qsizetype longest)
{
    all().push_back({name, run, longest});
    std::sort(all().begin(), all().end(),
              [](const Target &one, const Target &other) { return qstrcmp(one.name, other.name) < 0; });
}

void hold(bool kept, const char *promise)
{
    if (kept)
        return;
    std::fprintf(stderr, "broken promise: %s\n", promise);
    std::abort();
}

bool isWholeText(const QString &text, qsizetype longest)
{
    return text.size() <= longest && text.isValidUtf16();
}

} // namespace wardroom::fuzz
