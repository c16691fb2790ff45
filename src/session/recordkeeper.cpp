// SPDX-FileCopyrightText: 2026 The Wardroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/recordkeeper.h"

#include "session/engine.h"
#include "session/importedroom.h"

namespace wardroom::session {
using namespace std::chrono_literals;
using namespace Qt::StringLiterals;

namespace {

//! Whoever deletes what was kept again and again is on the record by then; it is no contest.
constexpr int kMostTimes = 5;
//! How long each node leaves it to the one before it: longer than a fact takes from one to the other.
constexpr auto kTurn = 3s;
constexpr int kLastTurn = 6;

//! How often each message was kept, and whether one of those still stands.
struct Kept
{
    int times = 0;
    bool stands = false;
};

QHash<domain::EntryId, Kept> keptIn(const QList<domain::ReadEntry> &entries,
                                    const std::function<domain::Judgement(qsizetype)> &judgement)
{
    QHash<domain::EntryId, Kept> all;
    for (qsizetype i = 0; i < entries.size(); ++i) {
        const auto *fact = std::get_if<domain::RecordKept>(&entries.at(i).fact);
        if (!fact)
            continue;
        Kept &kept = all[fact->entry];
        kept.times += entries.at(i).isRemoved() ? 1 : 0;
        kept.stands = kept.stands || judgement(i).standing == domain::Standing::accepted;
    }
    return all;
}

domain::FactId keptId(const domain::RoomId &room, const domain::EntryId &entry, int times)
{
    return domain::derivedFactId(u"record.kept\n%1\n%2\n%3"_s.arg(room.text(), entry.text()).arg(times));
}

} // namespace

RecordKeeper::RecordKeeper(Engine &engine) : m_engine(engine)
{
    m_soon.setSingleShot(true);
    m_soon.setInterval(300ms);
    connect(&m_soon, &QTimer::timeout, this, &RecordKeeper::consider);
    connect(&engine, &Engine::roomFolded, this, [this](const domain::RoomId &room) {
        m_changed.insert(room);
        if (!m_soon.isActive())
            m_soon.start();
    });
    connect(&engine, &Engine::becameReady, this, &RecordKeeper::lookEverywhere);
}

void RecordKeeper::lookEverywhere()
{
    for (const chat::Room &room : m_engine.book().rooms())
        m_changed.insert(room.id);
    if (!m_soon.isActive())
        m_soon.start();
}

//! The runner is there at night as well; the others come in the order of their names.
std::chrono::milliseconds RecordKeeper::patience() const
{
    const domain::WorkspaceState &workspace = m_engine.book().workspace();
    const domain::NodeId self = m_engine.entry().node;
    if (const domain::Policy *policy = workspace.policy(); policy && policy->runner == self)
        return 0ms;
    int turn = 1;
    for (auto node = workspace.nodes.begin(); node != workspace.nodes.end(); ++node)
        turn += !node->revoked && node.key() < self ? 1 : 0;
    return kTurn * std::min(turn, kLastTurn);
}

void RecordKeeper::consider()
{
    if (!m_engine.isReady() || m_engine.platform().linkState() != chat::LinkState::live)
        return;
    const QSet<domain::RoomId> rooms = std::exchange(m_changed, {});
    for (const domain::RoomId &room : rooms)
        if (considerRoom(room))
            m_changed.insert(room);
    if (!m_changed.isEmpty())
        m_soon.start();
}

//! True while something waits for this node's turn.
bool RecordKeeper::considerRoom(const domain::RoomId &room)
{
    const RoomBook &book = m_engine.book();
    const bool isControl = book.isControl(room);
    const domain::RoomFold *fold = isControl ? nullptr : book.fold(room);
    if (isImportedId(room) || (!isControl && !fold))
        return false;
    QList<qsizetype> indices = (isControl ? book.control().kept() : fold->kept()).values();
    if (indices.isEmpty())
        return false;
    std::sort(indices.begin(), indices.end());
    const QList<domain::ReadEntry> entries = isControl ? book.control().entries() : fold->entries();
    const QHash<domain::EntryId, Kept> kept = keptIn(entries, [&](qsizetype index) {
        return isControl ? book.control().judgement(entries.at(index).entry.position.entry) : fold->judgementAt(index);
    });
    bool waits = false;
    for (const qsizetype index : std::as_const(indices)) {
        const domain::Entry &entry = entries.at(index).entry;
        const Kept known = kept.value(entry.position.entry);
        const domain::FactId id = keptId(room, entry.position.entry, known.times);
        if (known.stands || known.times >= kMostTimes || m_said.contains(id))
            continue;
        if (!m_due.contains(id))
            m_due.insert(id, QDeadlineTimer(patience()));
        if (m_due.value(id).hasExpired())
            keep(room, entry, known.times);
        else
            waits = true;
    }
    return waits;
}

void RecordKeeper::keep(const domain::RoomId &room, const domain::Entry &entry, int times)
{
    domain::Intent intent;
    intent.room = room;
    intent.fact =
        domain::RecordKept{entry.position.entry, QString::fromUtf8(entry.envelope), QString::fromUtf8(entry.spilled)};
    intent.id = keptId(room, entry.position.entry, times);
    m_due.remove(intent.id);
    m_said.insert(intent.id);
    QCoro::connect(m_engine.sender().say(intent), this, [this](const Result<domain::FactId> &said) {
        if (!said)
            Q_EMIT troubled(said.error().message);
    });
}

} // namespace wardroom::session
