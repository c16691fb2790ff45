// SPDX-FileCopyrightText: 2026 The Wardroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/anchors.h"

#include "session/actions.h"
#include "session/engine.h"

namespace wardroom::session {
using namespace std::chrono_literals;

namespace {

//! What another node's anchor is wanted after.
bool callsForAnchor(const domain::Fact &fact)
{
    return std::holds_alternative<domain::IncidentStatusSet>(fact) ||
           std::holds_alternative<domain::IncidentClosed>(fact) ||
           std::holds_alternative<domain::IncidentReopened>(fact) ||
           std::holds_alternative<domain::RecordAnchored>(fact);
}

} // namespace

Anchors::Anchors(Engine &engine) : m_engine(engine)
{
    m_soon.setSingleShot(true);
    m_soon.setInterval(300ms);
    connect(&m_soon, &QTimer::timeout, this, &Anchors::sayDue);
    connect(&engine, &Engine::roomFolded, this, [this](const domain::RoomId &room) {
        m_changed.insert(room);
        m_soon.start();
    });
}

bool Anchors::isDue(const domain::RoomId &room) const
{
    const domain::RoomFold *fold = m_engine.book().fold(room);
    if (!fold || !fold->state().incident.opened)
        return false;
    bool called = false;
    bool news = false;
    for (qsizetype i = fold->entries().size() - 1; i >= 0; --i) {
        if (fold->judgementAt(i).standing != domain::Standing::accepted)
            continue;
        const domain::ReadEntry &read = fold->entries().at(i);
        const bool mine = read.envelope->node == m_engine.entry().node;
        const bool anchor = std::holds_alternative<domain::RecordAnchored>(read.fact);
        if (mine && anchor)
            break;
        called = called || (!mine && callsForAnchor(read.fact));
        // An anchor alone is no news, or two nodes would answer each other for ever.
        news = news || !anchor;
    }
    return called && news;
}

void Anchors::sayDue()
{
    const QSet<domain::RoomId> rooms = std::exchange(m_changed, {});
    for (const domain::RoomId &room : rooms) {
        if (!m_engine.isReady() || !isDue(room))
            continue;
        QCoro::connect(sayFact(m_engine, room, m_engine.book().fold(room)->anchor()), this,
                       [](const Result<domain::FactId> &) {});
    }
}

} // namespace wardroom::session
