// SPDX-FileCopyrightText: 2026 The Wardroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/alerts.h"

#include "session/actions.h"
#include "session/engine.h"

#include <QRegularExpression>

namespace wardroom::session {
using namespace Qt::StringLiterals;

namespace {

//! A room name made of an alert's title: letters, digits and dashes, with the day so that it never collides for long.
QString roomNameFrom(const QString &title, qint64 nowMs)
{
    QString name = title.toLower();
    static const QRegularExpression other(u"[^\\p{L}\\p{N}]+"_s);
    name.replace(other, u"-"_s);
    while (name.startsWith(u'-'))
        name.remove(0, 1);
    return u"inc-%1-%2"_s.arg(name.left(40), QDateTime::fromMSecsSinceEpoch(nowMs, Qt::UTC).toString(u"MMdd-hhmmss"_s));
}

domain::Link linkTo(const domain::RoomFold &fold, const RoomId &room, const FactId &alert)
{
    for (const domain::ReadEntry &read : fold.entries())
        if (read.envelope && read.envelope->id == alert)
            return {room, read.entry.position.entry, alert, read.hash};
    return {};
}

} // namespace

Alerts::Alerts(Engine &engine) : m_engine(engine) {}

QCoro::Task<Result<FactId>> Alerts::acknowledge(RoomId room, FactId alert)
{
    return sayFact(m_engine, room, domain::AlertAcknowledged{alert, {}}, alert);
}

QCoro::Task<Result<FactId>> Alerts::claim(RoomId room, FactId alert, QString words)
{
    return sayFact(m_engine, room, domain::AlertClaimed{alert, words}, alert);
}

QCoro::Task<Result<FactId>> Alerts::resolve(RoomId room, FactId alert, domain::Resolution as, QString note)
{
    return sayFact(m_engine, room, domain::AlertResolved{alert, as, note}, alert);
}

QCoro::Task<Result<RoomId>> Alerts::openIncident(RoomId room, FactId alert, QString title, qint64 severity,
                                                 PersonId lead)
{
    if (isImportedId(room)) // what happened elsewhere is no reason to open one here
        co_return fail(ErrorKind::forbidden, whyImportedIsReadOnly());
    const QPointer<Alerts> self(this);
    const domain::IncidentState &state = m_engine.book().state(room);
    const auto known = state.alerts.constFind(alert);
    const bool hasAlert = known != state.alerts.constEnd();
    if (!alert.isEmpty() && !hasAlert)
        co_return fail(ErrorKind::notFound, tr("That alert is not in this room."));
    if (hasAlert && !known->incident.isEmpty())
        co_return known->incident;
    std::optional<domain::Link> link;
    domain::AlertRaised copy;
    if (hasAlert) {
        copy = known->raised;
        copy.count = known->count;
        copy.last = known->last;
        link = linkTo(*m_engine.book().fold(room), room, alert);
        copy.from = link;
    }
    const QString shown = title.trimmed().isEmpty() ? (hasAlert ? copy.title : tr("Incident")) : title.trimmed();
    chat::RoomSpec spec;
    spec.name = roomNameFrom(shown, m_engine.clock().nowMs());
    spec.topic = shown;
    spec.purpose = chat::Purpose::incident;
    spec.invite = m_engine.book().workspace().people.keys();
    const Result<chat::Room> made = co_await m_engine.platform().createRoom(spec);
    if (!made || !self)
        co_return self ? tl::unexpected(made.error()) : fail(ErrorKind::cancelled, {});
    co_await m_engine.refreshRooms();
    if (!self)
        co_return fail(ErrorKind::cancelled, {});
    const domain::Fact opened = domain::IncidentOpened{shown, severity, lead.isEmpty() ? m_engine.me() : lead, link};
    const Result<FactId> said = co_await sayFact(m_engine, made->id, opened, alert);
    if (!said || !self)
        co_return self ? tl::unexpected(said.error()) : fail(ErrorKind::cancelled, {});
    if (hasAlert) {
        const domain::Fact copyFact = copy;
        const Result<FactId> copied = co_await sayFact(m_engine, made->id, copyFact, alert);
        if (!copied || !self)
            co_return self ? tl::unexpected(copied.error()) : fail(ErrorKind::cancelled, {});
        const domain::Fact acknowledged = domain::AlertAcknowledged{alert, made->id};
        const Result<FactId> back = co_await sayFact(m_engine, room, acknowledged, alert);
        if (!back)
            co_return tl::unexpected(back.error());
    }
    co_return made->id;
}

} // namespace wardroom::session
