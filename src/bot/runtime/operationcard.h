// SPDX-FileCopyrightText: 2026 The Wardroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "bot/runtime/steprunner.h"

#include <QElapsedTimer>
#include <QTimer>

namespace wardroom::bot {

//! The message that follows a running operation on every other desktop and phone: how far it is, and its last lines, at
//! most twice a second. The first line is "step/of · title · what it does now", the others are the tail of the log.
class OperationCard
{
public:
    static constexpr int kMostLines = 20;
    static constexpr int kEveryMs = 500;

    //! \a show is called with the whole text each time; never again once this is gone.
    OperationCard(QString title, std::function<void(const QString &)> show);
    void take(const OutputLine &line);
    //! It is over: what was held back for its turn is shown now.
    void finish();

private:
    void say();
    QString text() const;

    QString m_title;
    std::function<void(const QString &)> m_show;
    QString m_step;
    QString m_progress;
    QStringList m_tail;
    QElapsedTimer m_last;
    QTimer m_soon;
};

} // namespace wardroom::bot
