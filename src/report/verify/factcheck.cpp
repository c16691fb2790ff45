// SPDX-FileCopyrightText: 2026 The Wardroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "report/verify/factcheck.h"

#include "base/plaintext.h"
#include "report/verify/linecompare.h"

#include <QCoreApplication>

namespace wardroom::report {
using namespace Qt::StringLiterals;
using namespace domain;

namespace {

QString translate(const char *context, const char *text)
{
    return QCoreApplication::translate(context, text);
}

} // namespace

FactCheck::FactCheck(const Manifest &frame, std::function<bool(const Sha256 &)> hasAttachment)
    : m_derived(frame)
    , m_hasAttachment(std::move(hasAttachment))
    , m_control(frame.workspace)
{
    m_derived.counts = {};
    m_derived.chains.clear();
    m_derived.anchors.clear();
    m_derived.withheld.clear();
    m_derived.absent.clear();
}

bool FactCheck::run(const QByteArray &facts)
{
    if (!readLines(facts))
        return false;
    checkOrder();
    fold();
    checkStandings();
    checkChains();
    checkAnchors();
    gather();
    restOnWord();
    return true;
}

void FactCheck::problem(qsizetype index, const QString &what, bool missing)
{
    FactId fact;
    if (index >= 0 && index < m_lines.size()) {
        const Line &line = m_lines.at(index);
        if (line.written.withheld)
            fact = line.written.withheld->fact;
        else if (line.read && line.read->envelope)
            fact = line.read->envelope->id;
    }
    m_problems.append({u"facts.jsonl"_s, index + 1, fact, what, missing});
}

QString FactCheck::nodeName(const NodeId &id) const
{
    const Node *node = workspace().node(id);
    if (!node)
        return shownPlainly(id.text(), 60);
    return shownPlainly(workspace().nameOf(node->person) + u", "_s + node->machine, 120);
}

bool FactCheck::readLines(const QByteArray &facts)
{
    if (!facts.isEmpty() && !facts.endsWith('\n'))
        m_problems.append({u"facts.jsonl"_s, 0, {}, translate("verify", "it ends in the middle of a line"), true});
    const QList<QByteArray> lines = linesOf(facts);
    for (const QByteArray &bytes : lines) {
        Result<FactLine> parsed = parseFactLine(bytes);
        if (!parsed) {
            problem(m_lines.size(),
                    translate("verify", "this line is not as Wardroom writes it: %1").arg(parsed.error().message));
            return false;
        }
        m_lines.append({std::move(*parsed), {}, nullptr, false});
    }
    return m_problems.isEmpty();
}

//! Numbers without a hole, the control room first, each room by position, no entry twice.
void FactCheck::checkOrder()
{
    QSet<std::pair<QString, QString>> seen;
    const Entry *before = nullptr;
    for (qsizetype i = 0; i < m_lines.size(); ++i) {
        const Entry &entry = m_lines.at(i).written.entry;
        const bool control = entry.room == m_derived.controlRoom;
        if (m_lines.at(i).written.n != i + 1)
            problem(i, translate("verify", "its number is %1: a line was dropped, inserted or moved")
                           .arg(m_lines.at(i).written.n));
        if (!control && entry.room != m_derived.room)
            problem(i, translate("verify", "it belongs to another room"));
        const auto key = std::make_pair(entry.room.text(), entry.position.entry.text());
        if (seen.contains(key))
            problem(i, translate("verify", "this entry is there twice"));
        seen.insert(key);
        if (control && before && before->room != entry.room)
            problem(i, translate("verify", "a line of the control room stands after the room's"));
        else if (before && before->room == entry.room && !(before->position < entry.position) &&
                 !(before->position == entry.position))
            problem(i, translate("verify", "it is out of order: its position is before the previous line's"));
        before = &entry;
        m_controlLines += control ? 1 : 0;
    }
}

void FactCheck::fold()
{
    QList<Entry> control, room;
    QHash<std::pair<QString, QString>, qsizetype> places;
    for (qsizetype i = 0; i < m_lines.size(); ++i) {
        const FactLine &line = m_lines.at(i).written;
        if (line.withheld)
            continue;
        (line.entry.room == m_derived.controlRoom ? control : room).append(line.entry);
        places.insert({line.entry.room.text(), line.entry.position.entry.text()}, i);
    }
    m_control.add(control);
    m_room = std::make_unique<RoomFold>(m_derived.room, m_control.state());
    m_room->add(room);
    const auto note = [this, &places](const ReadEntry &read, const Judgement &judged) {
        const qsizetype index = places.value({read.entry.room.text(), read.entry.position.entry.text()}, -1);
        if (index < 0)
            return;
        Line &line = m_lines[index];
        line.read = &read;
        line.judged = judged;
        line.signedWell = isSignedWell(line);
    };
    for (const ReadEntry &read : m_control.entries())
        note(read, m_control.judgement(read.entry.position.entry));
    for (qsizetype i = 0; i < m_room->entries().size(); ++i)
        note(m_room->entries().at(i), m_room->judgementAt(i));
}

bool FactCheck::isSignedWell(const Line &line) const
{
    if (!line.read || !line.read->envelope)
        return false;
    const Envelope &envelope = *line.read->envelope;
    const Node *node = workspace().node(envelope.node);
    return node && envelope.room == line.written.entry.room && envelope.workspace == workspace().workspace &&
           node->person == line.written.entry.sender &&
           PublicKey::fromHex(node->key).verifies(signedBytes(envelope), envelope.sig);
}

//! A fact that refers to a withheld one cannot be judged again: what it rests on is the exporter's word.
bool FactCheck::isExcused(const Line &line) const
{
    if (m_leftOut.isEmpty() || !line.signedWell || line.written.entry.room == m_derived.controlRoom)
        return false;
    const Standing said = line.written.standing;
    if (said != Standing::accepted)
        return true;
    if (line.judged.standing != Standing::waiting)
        return true;
    if (line.judged.waitsFor.startsWith(u"claim:"_s)) // the claim itself may be what was left out
        return true;
    return line.judged.waitsFor.startsWith(u"fact:"_s) && m_leftOut.contains(FactId(line.judged.waitsFor.sliced(5)));
}

void FactCheck::excuse()
{
    for (const Line &line : std::as_const(m_lines))
        if (line.written.withheld && !line.written.withheld->fact.isEmpty())
            m_leftOut.insert(line.written.withheld->fact);
    bool more = !m_leftOut.isEmpty();
    while (more) {
        more = false;
        for (qsizetype i = m_controlLines; i < m_lines.size(); ++i) {
            Line &line = m_lines[i];
            if (line.written.withheld || line.judged.standing == line.written.standing || !isExcused(line))
                continue;
            m_leftOut.insert(line.read->envelope->id);
            line.judged = {line.written.standing, {}, {}};
            m_excused.append(i + 1);
            more = true;
        }
    }
    std::sort(m_excused.begin(), m_excused.end());
}

void FactCheck::checkStandings()
{
    excuse();
    for (qsizetype i = 0; i < m_lines.size(); ++i) {
        Line &line = m_lines[i];
        if (line.written.withheld) {
            line.judged.standing = line.written.standing;
            if (line.written.entry.room == m_derived.controlRoom)
                problem(i, translate("verify", "a line of the control room is left out"), true);
            continue;
        }
        if (line.judged.standing == line.written.standing)
            continue;
        const QString why = line.judged.reason.isEmpty() ? wordOf(line.judged.standing) : line.judged.reason;
        problem(i, translate("verify", "it stands as \"%1\", but checked again: %2")
                       .arg(wordOf(line.written.standing), shownPlainly(why, 200)));
    }
}

void FactCheck::checkChains()
{
    Chains chains;
    for (qsizetype i = 0; i < m_lines.size(); ++i) {
        const Line &line = m_lines.at(i);
        const RoomId &room = line.written.entry.room;
        if (const std::optional<Withheld> &out = line.written.withheld; out && out->seq > 0)
            chains[{room, out->node}][out->seq].append({out->hash, {}, i, true});
        else if (line.signedWell)
            chains[{room, line.read->envelope->node}][line.read->envelope->seq].append(
                {line.read->hash, line.read->envelope->prev, i, false});
    }
    for (const auto &[key, chain] : chains) {
        checkChain(key.first, key.second, chain);
        m_derived.chains.append({key.second, key.first, chain.lastKey(), chain.last().first().hash});
    }
}

void FactCheck::checkChain(const RoomId &, const NodeId &node, const QMap<qint64, QList<ChainPiece>> &chain)
{
    qint64 expected = 1;
    for (auto it = chain.begin(); it != chain.end(); ++it) {
        const qsizetype index = it->first().index;
        if (it.key() > expected) {
            const QString which =
                it.key() - 1 == expected
                    ? translate("verify", "fact %1 of %2 is missing before this one")
                          .arg(QString::number(expected), nodeName(node))
                    : translate("verify", "facts %1 to %2 of %3 are missing before this one")
                          .arg(QString::number(expected), QString::number(it.key() - 1), nodeName(node));
            problem(index, which, true);
        }
        expected = it.key() + 1;
        const QList<ChainPiece> before = chain.value(it.key() - 1);
        for (const ChainPiece &piece : *it) {
            const auto follows = [&piece](const ChainPiece &each) { return each.hash == piece.prev; };
            const bool counts = !piece.withheld && m_lines.at(piece.index).accepted();
            if (counts && !before.isEmpty() && std::none_of(before.begin(), before.end(), follows))
                problem(piece.index, translate("verify", "it does not follow %1's previous fact").arg(nodeName(node)));
        }
    }
}

void FactCheck::gather()
{
    BundleCounts &counts = m_derived.counts;
    counts.lines = m_lines.size();
    counts.control = m_controlLines;
    for (qsizetype i = 0; i < m_lines.size(); ++i) {
        const Line &line = m_lines.at(i);
        const std::array<qint64 *, 5> byStanding{&counts.accepted, &counts.waiting, &counts.suspect, &counts.duplicate,
                                                 &counts.plain};
        ++*byStanding.at(static_cast<size_t>(line.written.standing));
        if (const std::optional<Withheld> &out = line.written.withheld) {
            ++counts.withheld;
            m_derived.withheld.append({i + 1, line.written.entry.position.entry, out->fact, out->reason});
        }
        if (!line.read)
            continue;
        for (const Sha256 &hash : attachmentsOf(*line.read)) {
            m_named.insert(hash);
            if (!m_hasAttachment(hash))
                m_derived.absent.append({i + 1, hash});
        }
    }
}

} // namespace wardroom::report
