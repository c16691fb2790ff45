// SPDX-FileCopyrightText: 2026 The Wardroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "session/views.h"
#include "ui/shell/pageframe.h"

class QGridLayout;

namespace wardroom::ui {

//! What is going on, in plain words, for people who are not responders. Nothing here can change anything.
class BoardPage final : public PageFrame
{
    Q_OBJECT

public:
    explicit BoardPage(const Theme &theme, QWidget *parent = nullptr);
    void setView(const session::BoardView &view);

Q_SIGNALS:
    void roomWanted(const wardroom::session::RoomId &room);
    void askWanted();

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    void refill();
    QWidget *makeFigure(const QString &name, const QString &figure, const QString &note);
    QWidget *makeCard(const session::BoardCard &card);

    const Theme &m_theme;
    session::BoardView m_view;
    QGridLayout *m_figures;
    QGridLayout *m_cards;
    QLabel *m_none;
    int m_columns = 3;
};

} // namespace wardroom::ui
