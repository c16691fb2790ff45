// SPDX-FileCopyrightText: 2026 The Wardroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/recordkeeper.h"

#include "domain/removedends.h"
#include "session/engine.h"
#include "session/importedroom.h"

namespace wardroom::session {
using namespace std::chrono_literals;
using namespace Qt::StringLiterals;

namespace {

//! How long each node leaves it to the one before it: longer than a fact takes from one to the other.
constexpr auto kTurn = 3s;
constexpr int kLastTurn = 20;
constexpr auto kPatience = 60s;
//! Whoever deletes what was kept again and again is on the record by then; it is no contest.
constexpr int kMostTimes = 5;
//! Bytes; what is written as text within text may grow to twice that, and no attachment is read that is larger than 1
//! MiB.
constexpr qsizetype kLargest = 400 * 1024;

domain::RecordKept keptOf(const domain::Entry &entry)
{
    return {entry.position.entry, QString::fromUtf8(entry.envelope), QString::fromUtf8(entry.spilled)};
}

//! Only what says the very same keeps it; anything else is somebody's invention.
template <class Fold> bool isKept(const Fold &fold, const domain::RecordKept &wanted)
{
    return std::any_of(fold.entries().begin(), fold.entries().end(), [&](const domain::ReadEntry &read) {
        const auto *kept = std::get_if<domain::RecordKept>(&read.fact);
        return kept && kept->entry == wanted.entry && kept->envelope == wanted.envelope &&
               kept->spilled == wanted.spilled &&
               fold.judgement(read.entry.position.entry).standing == domain::Standing::accepted;
    });
}

QList<domain::Entry> entriesAt(const QList<domain::ReadEntry> &entries, const QSet<qsizetype> &places)
{
    QList<qsizetype> sorted = places.values();
    std::sort(sorted.begin(), sorted.end());
    QList<domain::Entry> found;
    for (const qsizetype place : std::as_const(sorted))
        found.append(entries.at(place).entry);
    return found;
}

//! The deleted requests and approvals that a publication names. What else has to hold there Governance says again.
QSet<qsizetype> namedByPublications(const domain::WorkspaceFold &control)
{
    QSet<domain::FactId> named;
    for (qsizetype i = 0; i < control.entries().size(); ++i) {
        const domain::ReadEntry &read = control.entries().at(i);
        const auto *policy = std::get_if<domain::PolicyPublished>(&read.fact);
        const auto *inventory = std::get_if<domain::InventoryPublished>(&read.fact);
        const bool counts = control.kept().contains(i) ||
                            control.judgement(read.entry.position.entry).standing == domain::Standing::accepted;
        if ((!policy && !inventory) || !counts)
            continue;
        named.insert(domain::FactId(read.envelope->op.text()));
        const QList<domain::FactId> &approvals = policy ? policy->approvals : inventory->approvals;
        named.unite({approvals.begin(), approvals.end()});
    }
    QSet<qsizetype> places = control.kept();
    places.removeIf([&](qsizetype place) {
        const domain::ReadEntry &read = control.entries().at(place);
        return !read.entry.deleted || !named.contains(read.envelope->id);
    });
    return places;
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
    connect(&engine, &Engine::entriesStored, this, [this](const QList<store::StoredEntry> &stored) {
        for (const store::StoredEntry &each : stored)
            if (each.entry.deleted || each.entry.edited)
                m_spoilt.insert(each.entry.room);
    });
    connect(&engine, &Engine::becameReady, this, &RecordKeeper::lookEverywhere);
    connect(&engine, &Engine::linkChanged, this, [this](chat::LinkState state) {
        if (state == chat::LinkState::live)
            lookEverywhere();
    });
}

void RecordKeeper::lookEverywhere()
{
    for (const chat::Room &room : m_engine.book().rooms())
        m_changed.insert(room.id);
    m_spoilt.unite(m_changed);
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
    if (isImportedId(room))
        return false;
    if (m_engine.book().isControl(room)) {
        const domain::WorkspaceFold &control = m_engine.book().control();
        return considerAll(room, entriesAt(control.entries(), namedByPublications(control)),
                           [&](const domain::RecordKept &kept) { return isKept(control, kept); });
    }
    if (m_spoilt.remove(room))
        sayEndsAgain(room);
    const domain::RoomFold *fold = m_engine.book().fold(room);
    return fold && considerAll(room, entriesAt(fold->entries(), fold->kept()),
                               [fold](const domain::RecordKept &kept) { return isKept(*fold, kept); });
}

//! Those who have read it have it still; the room's state has not, and whoever joins later never had.
void RecordKeeper::sayEndsAgain(const domain::RoomId &room)
{
    const domain::RoomFold *fold = m_engine.book().fold(room);
    const QList<domain::ReadEntry> ends =
        fold ? domain::removedEnds(*fold, m_engine.book().workspace(), m_engine.entry().node)
             : QList<domain::ReadEntry>();
    for (const domain::ReadEntry &gone : ends) {
        const domain::FactId id = domain::derivedFactId(u"said again:"_s + gone.hash.hex());
        if (m_again.contains(id))
            continue;
        m_again.insert(id);
        const domain::Intent intent{room, gone.fact, {}, gone.envelope->op, gone.envelope->id, id};
        QCoro::connect(m_engine.sender().say(intent), this, [this, id](const Result<domain::FactId> &said) {
            if (said)
                return;
            m_again.remove(id);
            Q_EMIT troubled(said.error().message);
        });
    }
}

bool RecordKeeper::considerAll(const domain::RoomId &room, const QList<domain::Entry> &gone,
                               const std::function<bool(const domain::RecordKept &)> &isThere)
{
    bool waits = false;
    for (const domain::Entry &entry : gone) {
        const QString place = room.text() + u'\n' + entry.position.entry.text();
        const domain::RecordKept kept = keptOf(entry);
        if (entry.envelope.size() + entry.spilled.size() > kLargest || m_times.value(place) >= kMostTimes ||
            m_saying.contains(place) || isThere(kept)) {
            m_due.remove(place);
            continue;
        }
        if (!m_due.contains(place))
            m_due.insert(place, QDeadlineTimer(patience()));
        waits = true;
        if (m_due.value(place).hasExpired())
            keep(room, kept, place);
    }
    return waits;
}

void RecordKeeper::keep(const domain::RoomId &room, const domain::RecordKept &kept, const QString &place)
{
    domain::Intent intent;
    intent.room = room;
    intent.fact = kept;
    m_due.remove(place);
    m_saying.insert(place);
    ++m_times[place];
    QCoro::connect(m_engine.sender().say(intent), this, [this, place](const Result<domain::FactId> &said) {
        // In the outbox, it is seen in the room when the server has it; until then it must not look as if nobody had.
        QTimer::singleShot(kPatience, this, [this, place] {
            m_saying.remove(place);
            lookEverywhere();
        });
        if (!said)
            Q_EMIT troubled(said.error().message);
    });
}

} // namespace wardroom::session
