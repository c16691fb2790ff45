// SPDX-FileCopyrightText: 2026 The Wardroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/custody.h"

#include "base/plaintext.h"
#include "report/wording.h"
#include "session/engine.h"

namespace wardroom::session {
using namespace Qt::StringLiterals;
using domain::Position;
using Fit = CustodyLine::Fit;

namespace {

QString tr(const char *text, int n = -1)
{
    return QCoreApplication::translate("Custody", text, nullptr, n);
}

struct Anchored
{
    domain::NodeId node;
    domain::RecordAnchored told;
    Position until;
};

//! What others have fixed, by the position up to which they did.
QList<Anchored> anchorsOf(const domain::RoomFold &fold, const domain::NodeId &self)
{
    QList<Anchored> anchors;
    for (qsizetype i = 0; i < fold.entries().size(); ++i) {
        const domain::ReadEntry &read = fold.entries().at(i);
        const auto *told = std::get_if<domain::RecordAnchored>(&read.fact);
        if (told && read.envelope->node != self && fold.judgementAt(i).standing == domain::Standing::accepted)
            anchors.append({read.envelope->node, *told, {told->untilTime, told->untilEntry}});
    }
    std::stable_sort(anchors.begin(), anchors.end(), [](const auto &a, const auto &b) { return a.until < b.until; });
    return anchors;
}

//! The facts that count, as an anchor sums them up.
struct Sum
{
    Sha256Stream digest;
    qint64 count = 0;

    void add(const Sha256 &hash)
    {
        digest.add(hash.bytes());
        ++count;
    }
    bool is(const domain::RecordAnchored &told) const
    {
        Sha256Stream here = digest;
        return told.count == count && told.digest == here.finish();
    }
};

//! \a all: with those that were taken out of the chat since, which everybody saw.
Fit fitOf(const domain::RecordAnchored &told, const Sum &counted, const Sum &all)
{
    if (counted.is(told) || all.is(told))
        return Fit::same;
    if (told.count > all.count)
        return Fit::missingHere;
    return told.count < counted.count ? Fit::moreHere : Fit::different;
}

QString wordsOf(const CustodyLine &line)
{
    const QString until = report::timeWords(line.until);
    const QString since = line.sameUntil > 0 ? tr("the same up to %1").arg(report::timeWords(line.sameUntil))
                                             : tr("nothing before it can be compared");
    switch (line.fit) {
    case Fit::same:
        return tr("%1 has the same past: %2 facts up to %3.").arg(line.who, QString::number(line.count), until);
    case Fit::missingHere:
        return tr("%1 fixed %2 facts up to %3, and here are only %4 of them; %5. Compare bundles of both desktops.")
            .arg(line.who, QString::number(line.count), until, QString::number(line.here), since);
    case Fit::moreHere:
        return tr("%1 fixed %2 facts up to %3, and %4 are here: some came late, or were kept from %1; %5.")
            .arg(line.who, QString::number(line.count), until, QString::number(line.here), since);
    case Fit::different:
        return tr("%1 has another past up to %2, with as many facts; %3. Compare bundles of both desktops.")
            .arg(line.who, until, since);
    }
    return {};
}

} // namespace

QList<CustodyLine> custodyOf(const domain::RoomFold &fold, const domain::WorkspaceState &workspace,
                             const domain::NodeId &self)
{
    QMap<domain::NodeId, CustodyLine> newest;
    Sum counted, all;
    qsizetype next = 0;
    const QList<Anchored> anchors = anchorsOf(fold, self);
    for (const Anchored &anchor : anchors) {
        for (; next < fold.entries().size() && fold.entries().at(next).entry.position <= anchor.until; ++next) {
            const domain::ReadEntry &read = fold.entries().at(next);
            const bool counts = fold.judgementAt(next).standing == domain::Standing::accepted;
            if (counts)
                counted.add(read.hash);
            if (counts || (read.isRemoved() && read.original))
                all.add(read.hash);
        }
        CustodyLine &line = newest[anchor.node];
        line.node = anchor.node;
        line.fit = fitOf(anchor.told, counted, all);
        line.until = anchor.until.serverTime;
        line.count = anchor.told.count;
        line.here = counted.count;
        if (line.fit == Fit::same) {
            line.sameUntil = line.until;
            line.from = next < fold.entries().size() ? fold.entries().at(next).entry.position.entry : EntryId();
        }
    }
    QList<CustodyLine> lines;
    for (CustodyLine line : std::as_const(newest)) {
        const domain::Node *node = workspace.node(line.node);
        line.person = node ? shownPlainly(workspace.nameOf(node->person), 80) : line.node.text();
        line.who = node ? line.person + u", "_s + shownPlainly(node->machine, 80) : line.node.text();
        line.words = wordsOf(line);
        lines.append(line);
    }
    std::stable_sort(lines.begin(), lines.end(),
                     [](const auto &a, const auto &b) { return (a.fit == Fit::same) < (b.fit == Fit::same); });
    return lines;
}

QString anotherPast(const QList<CustodyLine> &lines)
{
    QStringList people;
    for (const CustodyLine &line : lines)
        if (line.differs() && !people.contains(line.person))
            people.append(line.person);
    if (people.isEmpty())
        return {};
    if (people.size() == 1)
        return tr("%1 has another past").arg(people.first());
    const QString last = people.takeLast();
    const QString others = people.join(QCoreApplication::translate("Custody", ", ", "between names"));
    return tr("%1 have another past")
        .arg(QCoreApplication::translate("Custody", "%1 and %2", "names").arg(others, last));
}

QList<CustodyLine> custodyOf(const Engine &engine, const RoomId &room)
{
    const domain::RoomFold *fold = engine.book().fold(room);
    return fold ? custodyOf(*fold, engine.book().workspace(), engine.entry().node) : QList<CustodyLine>();
}

} // namespace wardroom::session
