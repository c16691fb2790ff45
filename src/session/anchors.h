// SPDX-FileCopyrightText: 2026 The Wardroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "domain/ids.h"

#include <QObject>
#include <QSet>
#include <QTimer>

namespace wardroom::session {

class Engine;

//! Posts record.anchored at status changes, and answers another node's anchor with one's own, so that a bundle can be
//! complete up to a word that is not the exporter's.
class Anchors final : public QObject
{
    Q_OBJECT

public:
    explicit Anchors(Engine &engine);
    //! What is due is said now, without the short wait that gathers several changes.
    void sayDue();

private:
    bool isDue(const domain::RoomId &room) const;

    Engine &m_engine;
    QSet<domain::RoomId> m_changed;
    QTimer m_soon;
};

} // namespace wardroom::session
