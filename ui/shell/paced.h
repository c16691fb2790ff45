// SPDX-FileCopyrightText: 2026 The Wardroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <QElapsedTimer>
#include <QTimer>
#include <functional>

namespace wardroom::ui {

//! Does something at once when it is wanted, and then not again before a rest that grows with what it took: however
//! often a busy room asks for it, the window has its time for painting. What was wanted meanwhile is done once, after.
class Paced final : public QObject
{
    Q_OBJECT

public:
    explicit Paced(std::function<void()> work, QObject *parent = nullptr);

    void want();
    void now(); //!< whatever was wanted is done by this

private:
    std::function<void()> m_work;
    QElapsedTimer m_ended;
    QTimer m_again;
    qint64 m_restMs = 0;
};

} // namespace wardroom::ui
