// SPDX-FileCopyrightText: 2026 The Wardroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "session/conversation.h"
#include "session/workspace.h"
#include "ui/conversation/rowlayout.h"
#include "ui/shell/mainwindow.h"
#include "ui/shell/roompresenter.h"

namespace wardroom::ui {

//! The thread in front, if one is: its rows, and what is typed into it. Follows the room: another room closes it.
class ThreadPresenter final : public QObject
{
    Q_OBJECT

public:
    ThreadPresenter(MainWindow &window, session::Workspace &workspace, RoomPresenter &room, QObject *parent = nullptr);
    ~ThreadPresenter() override;

    //! Opens the thread of \a row in the conversation; in the thread itself, what is said there is answered there.
    //! False: it is not about threads.
    bool act(const session::ConversationRow &row, RowAction action, bool inThread);
    void open(const session::EntryId &root);
    void close();
    session::EntryId thread() const { return m_thread; } //!< empty: none is shown

private:
    void refreshAbout();
    void refreshRights();
    void send(const QString &text);
    void hint(const QString &text);
    void keepDraft(const QString &text);
    session::RoomId draftName() const;

    MainWindow &m_window;
    session::Workspace &m_workspace;
    RoomPresenter &m_room;
    session::EntryId m_thread;
    std::unique_ptr<session::Conversation> m_conversation;
    bool m_loadingDraft = false;
};

} // namespace wardroom::ui
