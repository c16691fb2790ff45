// SPDX-FileCopyrightText: 2026 The Wardroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/typing.h"

#include "base/plaintext.h"
#include "session/engine.h"

namespace wardroom::session {
using namespace std::chrono_literals;

namespace {

constexpr qint64 kAgain = 20'000; //!< ms: before the server forgets it, and seldom
constexpr auto kPause = 8s;
constexpr qsizetype kMostNames = 3;

} // namespace

Typing::Typing(Engine &engine) : m_engine(engine)
{
    m_pause.setSingleShot(true);
    m_pause.setInterval(kPause);
    connect(&m_pause, &QTimer::timeout, this, [this] { tell(m_told, false); });
    connect(&engine.platform(), &chat::ChatPlatform::typingChanged, this, &Typing::hear);
    connect(&engine, &Engine::linkChanged, this, [this](chat::LinkState state) {
        if (state != chat::LinkState::live)
            forgetAll();
    });
}

void Typing::wrote(const RoomId &room, const QString &text)
{
    if (isImportedId(room))
        return;
    if (!m_told.isEmpty() && (m_told != room || text.trimmed().isEmpty()))
        tell(m_told, false);
    if (room.isEmpty() || text.trimmed().isEmpty())
        return;
    m_pause.start();
    if (m_told != room || m_engine.clock().nowMs() - m_toldAt >= kAgain)
        tell(room, true);
}

void Typing::tell(const RoomId &room, bool typing)
{
    const RoomId where = room; // it may be the member that is emptied here
    m_told = typing ? where : RoomId();
    m_toldAt = m_engine.clock().nowMs();
    if (!typing)
        m_pause.stop();
    const bool tells = m_engine.platform().capabilities().typing && !where.isEmpty();
    if (tells && m_engine.platform().linkState() == chat::LinkState::live)
        QCoro::connect(m_engine.platform().setTyping(where, typing), this, [](const Result<void> &) {});
}

void Typing::hear(const RoomId &room, const QList<PersonId> &people)
{
    if (m_others.value(room) == people)
        return;
    if (people.isEmpty())
        m_others.remove(room);
    else
        m_others.insert(room, people);
    Q_EMIT changed(room);
}

//! Nobody says any more that somebody has stopped.
void Typing::forgetAll()
{
    m_told = {};
    m_pause.stop();
    const QList<RoomId> rooms = m_others.keys();
    m_others.clear();
    for (const RoomId &room : rooms)
        Q_EMIT changed(room);
}

QString Typing::sentence(const RoomId &room) const
{
    QStringList names;
    const QList<PersonId> people = m_others.value(room);
    for (const PersonId &person : people.first(std::min(people.size(), kMostNames)))
        names.append(shownPlainly(m_engine.book().workspace().nameOf(person), 40));
    if (names.isEmpty())
        return {};
    if (names.size() == 1)
        return tr("%1 is typing…").arg(names.first());
    if (names.size() == 2)
        return tr("%1 and %2 are typing…").arg(names.at(0), names.at(1));
    if (people.size() == kMostNames)
        return tr("%1, %2 and %3 are typing…").arg(names.at(0), names.at(1), names.at(2));
    return tr("%1, %2, %3 and others are typing…").arg(names.at(0), names.at(1), names.at(2));
}

} // namespace wardroom::session
