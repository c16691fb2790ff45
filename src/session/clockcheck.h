// SPDX-FileCopyrightText: 2026 The Wardroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "store/store.h"

#include <QObject>

namespace wardroom::session {

class Engine;

//! Whether the server's clock is this machine's: by the server's, requests expire and the record is in order. Knows it
//! from what arrives: nothing has happened later than now, and what this node said was not there before it was said.
class ClockCheck final : public QObject
{
    Q_OBJECT

public:
    explicit ClockCheck(const Engine &engine);

    //! How much the server's clock is ahead of ours, ms; 0 where the difference matters to nobody.
    qint64 ahead() const { return m_ahead; }

Q_SIGNALS:
    //! Empty: they agree again.
    void told(const QString &sentence);

private:
    void onStored(const QList<store::StoredEntry> &entries);
    std::optional<qint64> aheadBy(const QList<store::StoredEntry> &entries) const;

    const Engine &m_engine;
    qint64 m_ahead = 0;
};

} // namespace wardroom::session
