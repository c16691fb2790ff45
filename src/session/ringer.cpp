// SPDX-FileCopyrightText: 2026 The Wardroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/ringer.h"

#include "base/plaintext.h"
#include "session/engine.h"
#include "session/inwords.h"

namespace wardroom::session {
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

constexpr qint64 kLongestAgo = 15 * 60'000; //!< ms: who is called so late would be woken for nothing
constexpr qsizetype kMostPeople = 50;
constexpr qsizetype kMostSeen = 10'000;

} // namespace

Ringer::Ringer(Engine &engine) : m_engine(engine)
{
    m_again.setSingleShot(true);
    m_again.setInterval(30s);
    connect(&m_again, &QTimer::timeout, this, &Ringer::look);
    connect(&engine, &Engine::roomFolded, this, &Ringer::lookIn);
}

void Ringer::look()
{
    for (const chat::Room &room : m_engine.book().rooms())
        lookIn(room.id);
}

void Ringer::lookIn(const RoomId &room)
{
    const domain::RoomFold *fold = m_engine.book().fold(room);
    if (!m_engine.isReady() || !fold || m_engine.entry().homeserver.isEmpty())
        return;
    const qint64 since = m_engine.clock().nowMs() - kLongestAgo;
    for (qsizetype i = fold->entries().size() - 1; i >= 0 && fold->entries().at(i).entry.position.serverTime > since;
         --i) {
        const domain::ReadEntry &read = fold->entries().at(i);
        const auto *called = std::get_if<domain::ResponderCalled>(&read.fact);
        if (!called || !read.envelope || read.envelope->node != m_engine.entry().node ||
            m_seen.contains(read.envelope->id))
            continue;
        // Of several the first in words: another node may have said it before, and so that nobody heard it.
        if (read.entry.text.isEmpty() || firstInWords(*fold, read.envelope->id) != i)
            continue;
        if (m_seen.size() > kMostSeen)
            m_seen.clear(); // the store still knows them
        m_seen.insert(read.envelope->id);
        m_calls.enqueue({room, read.envelope->id, *called});
    }
    if (!m_calls.isEmpty() && !m_ringing)
        QCoro::connect(ringAll(), this, [] {});
}

//! One after the other: two calls of one person share a room.
QCoro::Task<void> Ringer::ringAll()
{
    const QPointer<Ringer> self(this);
    m_ringing = true;
    while (self && !m_calls.isEmpty()) {
        const Call call = m_calls.dequeue();
        const Result<void> rung = co_await ring(call);
        if (!self)
            co_return;
        if (!rung) {
            m_seen.remove(call.fact);
            m_again.start();
        }
    }
    if (self)
        m_ringing = false;
}

QCoro::Task<Result<void>> Ringer::ring(Call call)
{
    const QPointer<Ringer> self(this);
    const QString flag = u"rung/"_s + call.fact.text();
    const Result<QByteArray> rung = co_await m_engine.store().value(flag);
    if (!self || !rung)
        co_return self ? tl::unexpected(rung.error()) : fail(ErrorKind::cancelled, {});
    if (!rung->isEmpty())
        co_return Result<void>();
    const Result<QList<PersonId>> people = co_await peopleOf(call);
    if (!self || !people)
        co_return self ? tl::unexpected(people.error()) : fail(ErrorKind::cancelled, {});
    const QString words = wordsFor(call);
    Result<void> all;
    for (const PersonId &person : *people) {
        // Who cannot be reached keeps nobody else from being called, and is tried again alone.
        const Result<void> one = co_await ringOne(person, words, flag + u'/' + person.text());
        if (!self)
            co_return fail(ErrorKind::cancelled, {});
        if (!one)
            all = one;
    }
    if (all)
        all = co_await m_engine.store().setValue(flag, "1");
    co_return all;
}

QCoro::Task<Result<void>> Ringer::ringOne(PersonId person, QString words, QString flag)
{
    const QPointer<Ringer> self(this);
    const Result<QByteArray> rung = co_await m_engine.store().value(flag);
    if (!self || !rung)
        co_return self ? tl::unexpected(rung.error()) : fail(ErrorKind::cancelled, {});
    if (!rung->isEmpty())
        co_return Result<void>();
    const Result<RoomId> room = co_await roomWith(person);
    if (!self || !room)
        co_return self ? tl::unexpected(room.error()) : fail(ErrorKind::cancelled, {});
    const RoomId direct = *room;
    if (isOnItsWay(direct, words))
        co_return Result<void>(); // what an earlier run left in the outbox
    const Result<chat::Sent> said = co_await m_engine.sender().sayWords(direct, words);
    if (!self || !said)
        co_return self ? tl::unexpected(said.error()) : fail(ErrorKind::cancelled, {});
    co_return co_await m_engine.store().setValue(flag, "1");
}

//! The person called; or everybody of the room who is a person and has not been called before.
QCoro::Task<Result<QList<PersonId>>> Ringer::peopleOf(Call call)
{
    const QPointer<Ringer> self(this);
    QList<PersonId> people{call.called.person};
    if (call.called.person.isEmpty()) {
        const RoomId room = call.room;
        const Result<QList<PersonId>> members = co_await m_engine.platform().members(room);
        if (!self || !members)
            co_return self ? tl::unexpected(members.error()) : fail(ErrorKind::cancelled, {});
        people = members->first(std::min(members->size(), kMostPeople));
        const domain::AlertState alert = m_engine.book().state(call.room).alerts.value(call.called.alert);
        const domain::Policy *policy = m_engine.book().workspace().policy();
        people.removeIf([&](const PersonId &person) {
            return alert.called.contains(person) || (policy && policy->bots.contains(person));
        });
    }
    people.removeAll(m_engine.me()); // nobody can write to themselves; this window or this log says it
    co_return people;
}

//! The room of two that this account made, or a new one.
QCoro::Task<Result<RoomId>> Ringer::roomWith(PersonId person)
{
    const QPointer<Ringer> self(this);
    const QString name = u"direct/"_s + person.text();
    const Result<QByteArray> kept = co_await m_engine.store().value(name);
    if (!self || !kept)
        co_return self ? tl::unexpected(kept.error()) : fail(ErrorKind::cancelled, {});
    const RoomId known(QString::fromUtf8(*kept));
    if (m_engine.book().room(known)) {
        // Whoever left it, or never came, is asked in again.
        if (!m_engine.lastMembers(known).contains(person))
            co_await m_engine.platform().invite(known, person);
        co_return RoomId(known);
    }
    // Made by an earlier try whose answer was lost.
    const QList<chat::Room> rooms = m_engine.book().rooms();
    for (const chat::Room &room : rooms) {
        const QList<PersonId> members = m_engine.lastMembers(room.id);
        if (room.purpose == chat::Purpose::direct && members.size() == 2 && members.contains(person) &&
            members.contains(m_engine.me()))
            co_return RoomId(room.id);
    }
    chat::RoomSpec spec;
    spec.name = tr("Wardroom calls you");
    spec.purpose = chat::Purpose::direct;
    spec.restricted = true;
    spec.invite = {person};
    const Result<chat::Room> made = co_await m_engine.platform().createRoom(spec);
    if (!self || !made)
        co_return self ? tl::unexpected(made.error()) : fail(ErrorKind::cancelled, {});
    const QByteArray id = made->id.text().toUtf8();
    const Result<void> noted = co_await m_engine.store().setValue(name, id);
    if (!self || !noted)
        co_return self ? tl::unexpected(noted.error()) : fail(ErrorKind::cancelled, {});
    co_return RoomId(made->id);
}

bool Ringer::isOnItsWay(const RoomId &room, const QString &words) const
{
    const QList<store::OutboxItem> &items = m_engine.sender().pending();
    return std::any_of(items.begin(), items.end(),
                       [&](const auto &item) { return item.room == room && item.text == words; });
}

QString Ringer::wordsFor(const Call &call) const
{
    const chat::Room *room = m_engine.book().room(call.room);
    const QString where = room ? shownPlainly(room->name, 80) : QString();
    const domain::AlertState alert = m_engine.book().state(call.room).alerts.value(call.called.alert);
    QStringList lines;
    if (call.called.alert.isEmpty())
        lines.append(tr("You are called to #%1.").arg(where));
    else
        lines.append(tr("You are called: %1").arg(shownPlainly(alert.raised.title, 200)));
    if (!alert.raised.detail.isEmpty())
        lines.append(shownPlainly(alert.raised.detail, 500));
    if (!call.called.reason.isEmpty())
        lines.append(shownPlainly(call.called.reason, 300));
    if (!call.called.alert.isEmpty())
        lines.append(tr("Answer in #%1: “/alert ack” takes it, “that was me” says that it was you.").arg(where));
    return lines.join(u'\n');
}

} // namespace wardroom::session
