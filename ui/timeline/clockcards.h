// SPDX-FileCopyrightText: 2026 The Wardroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "session/views.h"
#include "ui/theme/theme.h"

#include <QAbstractButton>

class QVBoxLayout;

namespace wardroom::ui {

//! One legal clock: its name, the time that is left, and how much of it is used up. Pressed: the report was sent.
class ClockCard final : public QAbstractButton
{
    Q_OBJECT

public:
    explicit ClockCard(const Theme &theme, QWidget *parent = nullptr);
    void setClock(const session::DeadlineLine &clock, qint64 now); //!< now in ms
    const session::DeadlineLine &clock() const { return m_clock; }
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return {120, sizeHint().height()}; }

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    const Theme &m_theme;
    session::DeadlineLine m_clock;
    qint64 m_now = 0;
};

//! The legal clocks of a room that run, the nearest first; nothing when none runs.
class ClockCards final : public QWidget
{
    Q_OBJECT

public:
    explicit ClockCards(const Theme &theme, QWidget *parent = nullptr);
    void setClocks(const QList<session::DeadlineLine> &clocks, qint64 now);

Q_SIGNALS:
    void metWanted(const wardroom::session::DeadlineLine &clock);

private:
    const Theme &m_theme;
    QVBoxLayout *m_column;
    QList<ClockCard *> m_cards;
};

} // namespace wardroom::ui
