// SPDX-FileCopyrightText: 2026 The Wardroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "session/views.h"

#include <QObject>

namespace wardroom::session {

class Engine;

//! Plain words for people who are not responders. Nothing here can change anything.
class Board final : public QObject
{
    Q_OBJECT

public:
    explicit Board(Engine &engine);
    BoardView view() const;

private:
    BoardCard card(const chat::Room &room, const domain::IncidentState &state) const;

    Engine &m_engine;
};

} // namespace wardroom::session
