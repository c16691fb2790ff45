// SPDX-FileCopyrightText: 2026 The Wardroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/membership.h"

#include "base/plaintext.h"
#include "session/engine.h"

namespace wardroom::session {
using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype kMostShown = 30;

Error closed()
{
    return {ErrorKind::cancelled, Membership::tr("The workspace was closed."), std::nullopt};
}

} // namespace

Membership::Membership(Engine &engine) : m_engine(engine)
{
    const auto ask = [this] { QCoro::connect(refresh(), this, [] {}); };
    connect(&engine, &Engine::roomsChanged, this, ask);
    connect(&engine, &Engine::linkChanged, this, ask);
    connect(&engine, &Engine::membersChanged, this, [this, ask](const RoomId &room) {
        if (m_engine.book().isControl(room)) // who is of the team
            ask();
    });
    ask();
}

Result<void> Membership::mayChange(const RoomId &room) const
{
    if (isImportedId(room))
        return fail(ErrorKind::forbidden, whyImportedIsReadOnly());
    if (!m_engine.book().room(room))
        return fail(ErrorKind::notFound, tr("There is no such room."));
    return {};
}

//! What is known of the rooms follows, whatever became of it.
QCoro::Task<Result<void>> Membership::after(Result<void> done)
{
    const QPointer<Membership> self(this);
    if (done)
        co_await m_engine.refreshRooms();
    if (self)
        co_await refresh();
    co_return done;
}

QCoro::Task<Result<void>> Membership::remove(RoomId room, PersonId person)
{
    const QPointer<Membership> self(this);
    if (const Result<void> may = mayChange(room); !may)
        co_return may;
    const Result<void> done = co_await m_engine.platform().removeMember(room, person);
    if (!self)
        co_return tl::unexpected(closed());
    co_return co_await after(done);
}

QCoro::Task<Result<void>> Membership::leave(RoomId room)
{
    const QPointer<Membership> self(this);
    if (const Result<void> may = mayChange(room); !may)
        co_return may;
    if (m_engine.book().isControl(room))
        co_return fail(ErrorKind::forbidden,
                       tr("Whoever leaves the control room leaves the workspace. Have your node revoked instead."));
    const Result<void> done = co_await m_engine.platform().leave(room);
    if (!self)
        co_return tl::unexpected(closed());
    co_return co_await after(done);
}

QCoro::Task<Result<RoomId>> Membership::join(QString room)
{
    const QPointer<Membership> self(this);
    const QString wanted = room.trimmed();
    const Result<QList<chat::Room>> open = co_await m_engine.platform().openRooms();
    if (!self)
        co_return tl::unexpected(closed());
    const QString name = wanted.startsWith(u'#') && !wanted.contains(u':') ? wanted.sliced(1) : wanted;
    QStringList found;
    for (const chat::Room &each : open.value_or(QList<chat::Room>()))
        if (each.id.text() == wanted || each.name == name)
            found.append(each.id.text());
    if (found.size() > 1 && !found.contains(wanted))
        co_return fail(ErrorKind::conflict, tr("Several rooms are named so; say which: %1").arg(found.join(u", "_s)));
    QString place = wanted;
    if (found.size() == 1)
        place = found.first();
    const Result<RoomId> joined = co_await m_engine.platform().join(place);
    if (!self || !joined)
        co_return tl::unexpected(self ? joined.error() : closed());
    co_await after({});
    co_return *joined;
}

QCoro::Task<Result<void>> Membership::rename(RoomId room, QString name)
{
    const QPointer<Membership> self(this);
    if (const Result<void> may = mayChange(room); !may)
        co_return may;
    if (m_engine.book().isControl(room))
        co_return fail(ErrorKind::forbidden, tr("The control room keeps its name: invitations lead to it."));
    const QString plain = name.startsWith(u'#') ? name.sliced(1) : name;
    const Result<void> done = co_await m_engine.platform().rename(room, plain);
    if (!self)
        co_return tl::unexpected(closed());
    co_return co_await after(done);
}

QCoro::Task<Result<void>> Membership::setTopic(RoomId room, QString topic)
{
    const QPointer<Membership> self(this);
    if (const Result<void> may = mayChange(room); !may)
        co_return may;
    const Result<void> done = co_await m_engine.platform().setTopic(room, topic);
    if (!self)
        co_return tl::unexpected(closed());
    co_return co_await after(done);
}

QCoro::Task<Result<QList<PersonLine>>> Membership::invited(RoomId room)
{
    const QPointer<Membership> self(this);
    if (const Result<void> may = mayChange(room); !may)
        co_return tl::unexpected(may.error());
    const Result<QList<PersonId>> people = co_await m_engine.platform().invited(room);
    if (!self || !people)
        co_return tl::unexpected(self ? people.error() : closed());
    QList<PersonLine> lines;
    for (const PersonId &person : *people)
        lines.append({person, shownPlainly(m_engine.book().workspace().nameOf(person), 80), {}, false, true});
    co_return lines;
}

QCoro::Task<Result<void>> Membership::accept(RoomId room)
{
    const QPointer<Membership> self(this);
    const Result<RoomId> joined = co_await m_engine.platform().join(room.text());
    if (!self || !joined)
        co_return tl::unexpected(self ? joined.error() : closed());
    co_return co_await after({});
}

QCoro::Task<Result<void>> Membership::decline(RoomId room)
{
    const QPointer<Membership> self(this);
    const Result<void> done = co_await m_engine.platform().decline(room);
    if (!self)
        co_return tl::unexpected(closed());
    co_await refresh();
    co_return done;
}

QCoro::Task<void> Membership::refresh()
{
    const QPointer<Membership> self(this);
    // Where the link is down the server would be asked in vain; what was heard stays until it is back.
    if (!m_engine.platform().capabilities().invitations || m_engine.platform().linkState() != chat::LinkState::live)
        co_return;
    const Result<QList<chat::Invitation>> waiting = co_await m_engine.platform().invitations();
    if (!self || !waiting)
        co_return;
    const chat::Room *control = m_engine.book().roomFor(Purpose::control);
    const QList<PersonId> team = control ? m_engine.lastMembers(control->id) : QList<PersonId>();
    QList<InvitationLine> lines;
    for (const chat::Invitation &each : *waiting)
        lines.append({each.room, shownPlainly(each.name, 80),
                      shownPlainly(m_engine.book().workspace().nameOf(each.inviter), 80),
                      shownPlainly(each.reason.simplified(), 200), !team.contains(each.inviter)});
    std::stable_sort(lines.begin(), lines.end(),
                     [](const auto &one, const auto &other) { return one.stranger < other.stranger; });
    lines.resize(std::min(lines.size(), kMostShown));
    if (lines == m_invitations)
        co_return;
    m_invitations = lines;
    Q_EMIT invitationsChanged();
}

} // namespace wardroom::session
