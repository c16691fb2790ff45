// SPDX-FileCopyrightText: 2026 The Wardroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/lockends.h"

namespace wardroom::session {
using namespace Qt::StringLiterals;
using domain::ReadEntry;
using domain::Standing;

namespace {

//! What tells from its state alone.
std::optional<qint64> endIn(const domain::IncidentState &state, const QString &name)
{
    const domain::OperationState *operation = state.operation(domain::OpId(name));
    if (operation && operation->request.expires > 0 && operation->stage != domain::Stage::requested &&
        operation->stage != domain::Stage::claimed)
        return operation->request.expires;
    const auto run = state.playbooks.constFind(domain::FactId(name));
    if (run != state.playbooks.cend() && run->endSaid)
        return run->endSaid->at;
    return std::nullopt;
}

template <class Fact> const Fact *factIn(const ReadEntry &read, const domain::Judgement &judgement)
{
    return judgement.standing == Standing::accepted ? std::get_if<Fact>(&read.fact) : nullptr;
}

void findCalls(const domain::RoomFold &fold, const QSet<QString> &names, QHash<QString, qint64> &ends)
{
    for (qsizetype i = 0; i < fold.entries().size(); ++i) {
        const ReadEntry &read = fold.entries().at(i);
        if (!factIn<domain::ResponderCalled>(read, fold.judgementAt(i)))
            continue;
        if (const QString name = callLock(read.envelope->id); names.contains(name))
            ends.insert(name, read.entry.position.serverTime);
    }
}

void findPolicies(const domain::WorkspaceFold &control, const QSet<QString> &names, QHash<QString, qint64> &ends)
{
    for (const ReadEntry &read : control.entries()) {
        const auto *published = factIn<domain::PolicyPublished>(read, control.judgement(read.entry.position.entry));
        if (!published)
            continue;
        if (const QString name = policyLock(published->policy.version); names.contains(name))
            ends.insert(name, read.entry.position.serverTime);
    }
}

} // namespace

QString callLock(const domain::FactId &call)
{
    return u"call/"_s + call.text();
}

QString policyLock(qint64 version)
{
    return u"policy-%1"_s.arg(version);
}

QHash<QString, qint64> lockEnds(const RoomBook &book, const QStringList &names)
{
    QHash<QString, qint64> ends;
    const QSet<QString> wanted(names.begin(), names.end());
    const bool calls =
        std::any_of(names.begin(), names.end(), [](const QString &name) { return name.startsWith(callLock({})); });
    for (const chat::Room &room : book.rooms()) {
        for (const QString &name : names) {
            if (const auto end = endIn(book.state(room.id), name))
                ends.insert(name, *end);
        }
        if (const domain::RoomFold *fold = calls ? book.fold(room.id) : nullptr)
            findCalls(*fold, wanted, ends);
    }
    findPolicies(book.control(), wanted, ends);
    return ends;
}

} // namespace wardroom::session
