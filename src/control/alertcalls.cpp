// SPDX-FileCopyrightText: 2026 The Wardroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/plaintext.h"
#include "control/calls.h"
#include "session/alerts.h"
#include "session/cards.h"
#include "session/engine.h"
#include "session/founding.h"
#include "session/incidents.h"

namespace wardroom::control {
using namespace Qt::StringLiterals;
using session::Workspace;

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("AlertCalls", text);
}

struct Found
{
    session::RoomId room;
    session::FactId alert;
};

//! By the beginning of its id, over all rooms; copies in incident rooms are not meant.
Result<Found> alertNamed(Workspace &workspace, const QString &word)
{
    QList<Found> found;
    for (const chat::Room &room : workspace.engine().book().rooms()) {
        const auto &alerts = workspace.engine().book().state(room.id).alerts;
        for (auto it = alerts.cbegin(); it != alerts.cend(); ++it)
            if (!it->raised.from && it.key().text().startsWith(word))
                found.append({room.id, it.key()});
    }
    if (found.size() == 1 && word.size() >= 4)
        return found.first();
    return fail(ErrorKind::notFound, found.size() > 1 ? tr("Several alerts begin with %1.").arg(word)
                                                      : tr("There is no alert %1 here.").arg(word));
}

Answer saidAnswer(const Result<void> &done, const session::FactId &fact, const QString &text)
{
    if (!done)
        return Answer::failed(done.error());
    return {yes, QJsonObject{{u"fact"_s, fact.text()}}, text + u'\n', {}};
}

QCoro::Task<Answer> list(Workspace &workspace, Call call)
{
    Result<session::RoomId> only = session::RoomId();
    if (!call.words.isEmpty())
        only = roomOf(workspace, call.word(0));
    if (!only)
        co_return Answer::failed(only.error());
    const session::Cards cards(workspace.engine());
    QJsonArray alerts;
    QList<QStringList> rows;
    for (const chat::Room &room : workspace.engine().book().rooms()) {
        const auto &known = workspace.engine().book().state(room.id).alerts;
        for (auto it = known.cbegin(); it != known.cend() && (only->isEmpty() || *only == room.id); ++it) {
            // The copy in an incident's room is the same alert; it is listed where it was asked for.
            if (it->raised.from && only->isEmpty())
                continue;
            const session::AlertCard card = cards.alert(room.id, *it, it.key());
            alerts.append(QJsonObject{{u"id"_s, it.key().text()},
                                      {u"room"_s, room.id.text()},
                                      {u"tool"_s, it->raised.tool},
                                      {u"severity"_s, domain::wordOf(card.severity)},
                                      {u"title"_s, it->raised.title},
                                      {u"source"_s, it->raised.source},
                                      {u"target"_s, it->raised.target},
                                      {u"first"_s, card.first},
                                      {u"last"_s, card.last},
                                      {u"count"_s, card.count},
                                      {u"open"_s, it->isOpen()},
                                      {u"standing"_s, card.standing},
                                      {u"incident"_s, card.incident.text()}});
            rows.append({it.key().text().first(8), domain::wordOf(card.severity), QString::number(card.count),
                         card.title, card.standing.isEmpty() ? tr("open") : card.standing});
        }
    }
    co_return Answer{yes, alerts, columns(rows), {}};
}

QCoro::Task<Answer> claim(Workspace &workspace, Call call)
{
    const QPointer<Workspace> self(&workspace);
    const Result<Found> found = alertNamed(workspace, call.word(0));
    if (!found)
        co_return Answer::failed(found.error());
    const Result<session::FactId> said = co_await workspace.alerts().claim(found->room, found->alert, call.rest(1));
    if (!said || !self)
        co_return said ? Answer() : Answer::failed(said.error());
    co_return saidAnswer(co_await session::settled(self->engine(), *said), *said, tr("Claimed."));
}

QCoro::Task<Answer> resolve(Workspace &workspace, Call call)
{
    const QPointer<Workspace> self(&workspace);
    const bool isNamed = call.has(u"as"_s);
    const auto as = domain::fromWord<domain::Resolution>(isNamed ? call.option(u"as"_s) : call.word(1));
    if (!as)
        co_return Answer::wrongUsage(tr("Say how it turned out: true, false or benign."));
    const Result<Found> found = alertNamed(workspace, call.word(0));
    if (!found)
        co_return Answer::failed(found.error());
    const QString note = call.has(u"note"_s) ? call.option(u"note"_s) : call.rest(isNamed ? 1 : 2);
    const Result<session::FactId> said = co_await workspace.alerts().resolve(found->room, found->alert, *as, note);
    if (!said || !self)
        co_return said ? Answer() : Answer::failed(said.error());
    co_return saidAnswer(co_await session::settled(self->engine(), *said), *said, tr("Resolved."));
}

//! The alert that is meant: the one named, else the newest open one of the room, else none.
Result<session::FactId> alertFor(Workspace &workspace, const session::RoomId &room, const Call &call)
{
    if (call.has(u"alert"_s))
        return alertNamed(workspace, call.option(u"alert"_s)).map([](const Found &found) { return found.alert; });
    session::FactId newest;
    qint64 at = -1;
    const auto &alerts = workspace.engine().book().state(room).alerts;
    for (auto it = alerts.cbegin(); it != alerts.cend(); ++it)
        if (it->isOpen() && it->said.at > at) {
            newest = it.key();
            at = it->said.at;
        }
    if (newest.isEmpty() && call.option(u"title"_s).isEmpty())
        return fail(ErrorKind::notFound, tr("There is no open alert in this room; say what it is about with --title."));
    return newest;
}

QCoro::Task<Answer> openIncident(Workspace &workspace, Call call)
{
    const QPointer<Workspace> self(&workspace);
    const Result<session::RoomId> room = roomOf(workspace, call.word(0));
    if (!room)
        co_return Answer::failed(room.error());
    const Result<session::FactId> alert = alertFor(workspace, *room, call);
    bool isNumber = true;
    const qint64 severity = call.has(u"severity"_s) ? call.option(u"severity"_s).toLongLong(&isNumber) : 3;
    if (!isNumber || severity < 1 || severity > 4)
        co_return Answer::wrongUsage(tr("The severity is a number from 1 (worst) to 4."));
    Result<session::PersonId> lead = workspace.me();
    if (call.has(u"lead"_s))
        lead = personOf(workspace, call.option(u"lead"_s));
    if (!alert || !lead)
        co_return Answer::failed(alert ? lead.error() : alert.error());
    const Result<session::RoomId> opened =
        co_await workspace.alerts().openIncident(*room, *alert, call.option(u"title"_s), severity, *lead);
    if (!opened || !self)
        co_return opened ? Answer() : Answer::failed(opened.error());
    const chat::Room *made = self->engine().book().room(*opened);
    const QString name = made ? made->name : QString();
    co_return Answer{yes,
                     QJsonObject{{u"room"_s, opened->text()}, {u"name"_s, name}},
                     u"%1  #%2\n"_s.arg(opened->text(), shownPlainly(name, 100)),
                     {}};
}

QCoro::Task<Answer> closeIncident(Workspace &workspace, Call call)
{
    const QPointer<Workspace> self(&workspace);
    const Result<session::RoomId> room = roomOf(workspace, call.word(0));
    if (!room)
        co_return Answer::failed(room.error());
    if (!workspace.header(*room).isIncident)
        co_return Answer::wrongUsage(tr("No incident was opened in that room."));
    const QString summary = call.has(u"summary"_s) ? call.option(u"summary"_s) : call.rest(1);
    const Result<session::FactId> said = co_await workspace.incidents().close(*room, summary);
    if (!said || !self)
        co_return said ? Answer() : Answer::failed(said.error());
    co_return saidAnswer(co_await session::settled(self->engine(), *said), *said, tr("Closed."));
}

} // namespace

const QMap<QString, Carry> &alertCalls()
{
    static const QMap<QString, Carry> table{{u"alert list"_s, &list},
                                            {u"alert claim"_s, &claim},
                                            {u"alert resolve"_s, &resolve},
                                            {u"incident open"_s, &openIncident},
                                            {u"incident close"_s, &closeIncident}};
    return table;
}

} // namespace wardroom::control
