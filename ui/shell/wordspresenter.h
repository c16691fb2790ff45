// SPDX-FileCopyrightText: 2026 The Wardroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "session/workspace.h"
#include "ui/conversation/rowlayout.h"
#include "ui/shell/mainwindow.h"
#include "ui/shell/roompresenter.h"

namespace wardroom::ui {

//! What becomes of words besides being sent: who is writing some, and changing, deleting and reacting to what was said.
class WordsPresenter final : public QObject
{
    Q_OBJECT

public:
    WordsPresenter(MainWindow &window, session::Workspace &workspace, RoomPresenter &room, QObject *parent = nullptr);
    ~WordsPresenter() override;

    //! \a composer: where the row's words would be changed.
    void act(const session::ConversationRow &row, RowAction action, Composer *composer);

private:
    void connectTyping();
    void follow(const session::RoomId &room);
    void connectWords(Composer *composer, ConversationView *view, models::ConversationModel *rows);
    void editLast(Composer *composer, const models::ConversationModel &rows);
    void edit(const session::EntryId &entry, Composer *composer);
    void change(const session::EntryId &entry, const QString &text, Composer *composer);
    void askRemove(const session::ConversationRow &row);
    void react(const session::ConversationRow &row, const QString &key);

    MainWindow &m_window;
    session::Workspace &m_workspace;
    RoomPresenter &m_room;
};

} // namespace wardroom::ui
