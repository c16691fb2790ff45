// SPDX-FileCopyrightText: 2026 The Wardroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "report/verify/linecompare.h"

#include "report/verify/factline.h"

#include <QCoreApplication>
#include <QSet>

namespace wardroom::report {
using namespace Qt::StringLiterals;
using namespace domain;

namespace {

constexpr qsizetype kMost = 20;

FactId factOf(const QByteArray &line)
{
    const Result<FactLine> parsed = parseFactLine(line);
    if (!parsed)
        return {};
    if (parsed->withheld)
        return parsed->withheld->fact;
    const Result<Envelope> envelope = parseEnvelope(parsed->entry.envelope);
    return envelope ? envelope->id : FactId();
}

//! Walks what was signed and what is there side by side.
class Comparison
{
public:
    Comparison(const QList<QByteArray> &lines, const QList<QByteArray> &expected) : m_lines(lines), m_expected(expected)
    {
        for (const QByteArray &line : lines)
            m_actual << Sha256::of(line).hex().toLatin1();
        m_expectedSet = QSet<QByteArray>(expected.begin(), expected.end());
        m_actualSet = QSet<QByteArray>(m_actual.begin(), m_actual.end());
    }

    QList<Problem> run()
    {
        while ((m_e < m_expected.size() || m_a < m_actual.size()) && m_problems.size() < kMost)
            step();
        return m_problems;
    }

private:
    void step()
    {
        const bool hasExpected = m_e < m_expected.size(), hasActual = m_a < m_actual.size();
        if (hasExpected && hasActual && m_expected.at(m_e) == m_actual.at(m_a)) {
            m_seen.insert(m_actual.at(m_a++));
            ++m_e;
            return;
        }
        const bool known = hasActual && m_expectedSet.contains(m_actual.at(m_a));
        const bool there = hasExpected && m_actualSet.contains(m_expected.at(m_e));
        if (hasActual && known && m_seen.contains(m_actual.at(m_a)))
            say(m_a++, QCoreApplication::translate("verify", "this line is there twice"));
        else if (hasExpected && m_seen.contains(m_expected.at(m_e)))
            ++m_e; // Its line stood earlier than signed and was reported there.
        else if (hasActual && !known && hasExpected && !there)
            say(m_a++, QCoreApplication::translate("verify", "this line was changed")), ++m_e;
        else if (hasActual && !known)
            say(m_a++, QCoreApplication::translate("verify", "this line was inserted"));
        else if (hasExpected && !there)
            say(m_a, QCoreApplication::translate("verify", "the signed line %1 was dropped before this one").arg(++m_e),
                true);
        else if (hasActual)
            outOfPlace();
        else
            say(m_a, QCoreApplication::translate("verify", "the signed line %1 is not at its place").arg(++m_e));
    }

    void outOfPlace()
    {
        m_seen.insert(m_actual.at(m_a));
        const qsizetype signedPlace = m_expected.indexOf(m_actual.at(m_a)) + 1;
        say(m_a++,
            QCoreApplication::translate("verify", "this line was signed as line %1: reordered").arg(signedPlace));
    }

    void say(qsizetype index, const QString &what, bool missing = false)
    {
        const bool there = index < m_lines.size();
        m_problems.append(
            {u"facts.jsonl"_s, index + 1, there && !missing ? factOf(m_lines.at(index)) : FactId(), what, missing});
    }

    const QList<QByteArray> &m_lines;
    const QList<QByteArray> &m_expected;
    QList<QByteArray> m_actual;
    QSet<QByteArray> m_expectedSet, m_actualSet, m_seen;
    QList<Problem> m_problems;
    qsizetype m_e = 0;
    qsizetype m_a = 0;
};

} // namespace

QList<QByteArray> linesOf(const QByteArray &text)
{
    QList<QByteArray> lines = text.split('\n');
    if (lines.last().isEmpty())
        lines.removeLast();
    return lines;
}

QByteArray lineHashes(const QByteArray &facts)
{
    QByteArray out;
    for (const QByteArray &line : linesOf(facts))
        out += Sha256::of(line).hex().toLatin1() + '\n';
    return out;
}

QList<Problem> compareLines(const QByteArray &facts, const QByteArray &signedHashes)
{
    return Comparison(linesOf(facts), linesOf(signedHashes)).run();
}

} // namespace wardroom::report
