// SPDX-FileCopyrightText: 2026 The Wardroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/leads.h"

#include <QHostAddress>
#include <QRegularExpression>

namespace wardroom::session {
using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype kMost = 3;
constexpr qsizetype kLongest = 100'000;

//! What \a pattern finds in \a text and \a taken turns into something.
QStringList collected(const QString &text, const QRegularExpression &pattern,
                      const std::function<QString(const QString &)> &taken)
{
    QStringList found;
    for (auto each = pattern.globalMatch(text.left(kLongest)); each.hasNext() && found.size() < kMost;)
        if (const QString value = taken(each.next().captured()); !value.isEmpty() && !found.contains(value))
            found.append(value);
    return found;
}

} // namespace

QStringList addressesIn(const QString &text)
{
    static const QRegularExpression pattern(
        u"(?<![\\w.:-])(?:\\d{1,3}(?:\\.\\d{1,3}){3}|[0-9A-Fa-f]{0,4}(?::[0-9A-Fa-f]{0,4}){2,7})(?![\\w:-]|\\.\\w)"_s);
    return collected(text, pattern, [](const QString &word) {
        const QHostAddress address(word);
        const bool isOne = !address.isNull() && !address.isLoopback() && !address.isMulticast() &&
                           address != QHostAddress(QHostAddress::AnyIPv4) &&
                           address != QHostAddress(QHostAddress::AnyIPv6);
        return isOne ? address.toString() : QString();
    });
}

QStringList cvesIn(const QString &text)
{
    static const QRegularExpression pattern(u"\\bCVE-\\d{4}-\\d{4,19}\\b"_s, QRegularExpression::CaseInsensitiveOption);
    return collected(text, pattern, [](const QString &word) { return word.toUpper(); });
}

QStringList hashesIn(const QString &text)
{
    static const QRegularExpression pattern(
        u"(?<![\\w])(?:[0-9A-Fa-f]{64}|[0-9A-Fa-f]{40}|[0-9A-Fa-f]{32})(?![\\w])"_s);
    return collected(text, pattern, [](const QString &word) { return word.toLower(); });
}

} // namespace wardroom::session
