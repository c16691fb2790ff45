// SPDX-FileCopyrightText: 2026 The Wardroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "chat/matrix/matrixtries.h"

#include <algorithm>

namespace wardroom::chat {

using namespace std::chrono_literals;
using std::chrono::milliseconds;

namespace {

constexpr milliseconds kFirst = 500ms;
constexpr milliseconds kLongest = 1h;
constexpr milliseconds kLongestWaitedFor = 16s;
constexpr int kFewer = 5; // times, after each failure: it may be the size that the server cannot do
constexpr int kFewest = 8;
constexpr int kMost = 1'000;

} // namespace

void MatrixTries::failed(const QString &name, bool isWaitedFor)
{
    Try &made = m_tries[name];
    ++made.failures;
    made.page = std::max(kFewest, made.page / kFewer);
    const bool isClose = isWaitedFor || made.failures < kClose;
    const int doublings = std::clamp(made.failures - (isClose ? 1 : kClose), 0, 12);
    const milliseconds wait = (isClose ? kFirst : m_parked) * (1 << doublings);
    made.due = std::chrono::steady_clock::now() + std::min(wait, isWaitedFor ? kLongestWaitedFor : kLongest);
}

void MatrixTries::park(const QString &name)
{
    m_tries[name].failures = kClose - 1;
    failed(name);
}

void MatrixTries::went(const QString &name)
{
    const auto made = m_tries.find(name);
    if (made == m_tries.end())
        return;
    made->failures = 0;
    made->page = std::min(kMost, made->page * kFewer);
    made->due = {};
}

milliseconds MatrixTries::until(const QString &name) const
{
    const auto made = m_tries.constFind(name);
    if (made == m_tries.cend() || made->due == Time())
        return 0ms;
    return std::chrono::ceil<milliseconds>(made->due - std::chrono::steady_clock::now());
}

} // namespace wardroom::chat
