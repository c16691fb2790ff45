// SPDX-FileCopyrightText: 2026 The Wardroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "session/approvals.h"

#include <QSet>

namespace wardroom::session {

//! What is worth a notification: alerts, being named or called, and requests one may decide. Never for the room in
//! front, never for one's own, never for what was there before the start.
class Attentions final : public QObject
{
    Q_OBJECT

public:
    Attentions(Engine &engine, const Approvals &approvals);
    void lookAt(const RoomId &room) { m_looking = room; }

Q_SIGNALS:
    void needed(const wardroom::session::Attention &attention);

private:
    void onStored(const QList<store::StoredEntry> &entries);
    std::optional<Attention> forEntry(const domain::Entry &entry) const;

    Engine &m_engine;
    const Approvals &m_approvals;
    RoomId m_looking;
};

} // namespace wardroom::session
