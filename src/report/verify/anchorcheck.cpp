// SPDX-FileCopyrightText: 2026 The Wardroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "report/verify/factcheck.h"

#include <QCoreApplication>

//! The part of FactCheck that says how far other nodes stand behind the record.
namespace wardroom::report {
using namespace Qt::StringLiterals;
using namespace domain;

namespace {

QString translate(const char *context, const char *text)
{
    return QCoreApplication::translate(context, text);
}

bool isDecision(const Fact &fact)
{
    return std::holds_alternative<ApprovalGiven>(fact) || std::holds_alternative<ApprovalDeclined>(fact) ||
           std::holds_alternative<ApprovalWithdrawn>(fact);
}

struct Told
{
    Position until;
    qsizetype index = 0;
};

} // namespace

//! Recomputes each anchor's count and digest from the hashes of the facts that count up to its position.
void FactCheck::checkAnchors()
{
    QList<Told> anchors;
    for (qsizetype i = m_controlLines; i < m_lines.size(); ++i) {
        const Line &line = m_lines.at(i);
        if (!line.read || !line.accepted())
            continue;
        if (const auto *anchor = std::get_if<RecordAnchored>(&line.read->fact))
            anchors.append({{anchor->untilTime, anchor->untilEntry}, i});
    }
    std::sort(anchors.begin(), anchors.end(), [](const Told &a, const Told &b) { return a.until < b.until; });
    Sha256Stream digest;
    qint64 count = 0;
    qsizetype next = m_controlLines, covered = m_controlLines;
    for (const Told &told : std::as_const(anchors)) {
        for (; next < m_lines.size() && m_lines.at(next).written.entry.position <= told.until; ++next) {
            const Line &line = m_lines.at(next);
            if (line.accepted()) {
                digest.add(line.written.withheld ? line.written.withheld->hash.bytes() : line.read->hash.bytes());
                ++count;
            }
            covered = next + 1;
        }
        Sha256Stream here = digest;
        checkAnchor(told.index, count, here.finish(), covered);
    }
}

void FactCheck::checkAnchor(qsizetype index, qint64 count, const Sha256 &digest, qsizetype covered)
{
    const ReadEntry &read = *m_lines.at(index).read;
    const auto &anchor = std::get<RecordAnchored>(read.fact);
    const NodeId &node = read.envelope->node;
    m_derived.anchors.append({index + 1, read.envelope->id, node, anchor.count, anchor.digest});
    if (anchor.count > count) {
        problem(index,
                translate("verify", "%1 fixed the record at %2 facts up to there, the bundle has %3")
                    .arg(nodeName(node), QString::number(anchor.count), QString::number(count)),
                true);
    } else if (anchor.count < count) {
        // Facts that came late take their place before the anchor; it then stands for nothing, and is said to.
        m_resting.append(
            {translate("verify",
                       "Facts came late, so that the record fixed here by %1 covers no longer what is before it")
                 .arg(nodeName(node)),
             {index + 1}});
    } else if (anchor.digest != digest) {
        problem(index, translate("verify", "the facts up to there are not those that %1 fixed").arg(nodeName(node)));
    } else if (node != m_derived.exporter && covered > m_anchoredLine) {
        m_anchoredLine = covered;
    }
}

void FactCheck::restOnWord()
{
    QList<qint64> plain, marked, after, decided, phoned;
    for (qsizetype i = 0; i < m_lines.size(); ++i) {
        const Line &line = m_lines.at(i);
        if (line.written.standing == Standing::plain)
            plain << i + 1;
        if (line.written.entry.edited || line.written.entry.deleted)
            marked << i + 1;
        if (i >= m_controlLines && i + 1 > m_anchoredLine && line.accepted())
            after << i + 1;
        if (line.read && line.accepted() && platformWordOf(line.read->fact))
            (isDecision(line.read->fact) ? decided : phoned) << i + 1;
    }
    const auto rest = [this](const QString &what, const QList<qint64> &lines) {
        if (!lines.isEmpty())
            m_resting.append({what, lines});
    };
    rest(translate("verify", "Messages without a signature rest on the platform's word"), plain);
    rest(translate("verify",
                   "Decisions from phones rest on the word of the chat platform and of the runner that read them"),
         decided);
    rest(translate(
             "verify",
             "What else was said from phones rests on the word of the chat platform and of the runner that read it"),
         phoned);
    rest(translate("verify", "That these were edited or deleted rests on the platform's word"), marked);
    rest(
        translate(
            "verify",
            "That nothing came after these rests on the exporter's word, no other Wardroom has fixed the record since"),
        after);
    rest(translate("verify", "How these stand rests on the exporter's word, because they refer to what is withheld"),
         m_excused);
    if (m_controlLines > 0)
        m_resting.append(
            {translate("verify", "That the control room had no later facts rests on the exporter's word"), {}});
    m_resting.append(
        {translate(
             "verify",
             "The readable texts, report.html, report.pdf and timeline.csv, are the exporter's rendering of the facts"),
         {}});
}

} // namespace wardroom::report
