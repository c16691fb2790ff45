// SPDX-FileCopyrightText: 2026 The Wardroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "base/clock.h"
#include "session/conversation.h"
#include "session/workspace.h"
#include "ui/shell/mainwindow.h"
#include "ui/shell/paced.h"
#include "ui/shell/roomheader.h"

namespace wardroom::ui {

//! The room in front: its rows, header, record, tasks and people, and what is typed into it.
class RoomPresenter final : public QObject
{
    Q_OBJECT

public:
    RoomPresenter(MainWindow &window, session::Workspace &workspace, const Clock &clock, QObject *parent = nullptr);
    ~RoomPresenter() override;

    void open(const session::RoomId &room);
    void openAt(const session::RoomId &room, const session::EntryId &entry);
    session::RoomId room() const { return m_room; }
    //! Says what \a text would do, to this person alone; empty: what can be asked for.
    void explain(const QString &text);
    void refreshClock(); //!< what depends on the time of day

Q_SIGNALS:
    void opened(const wardroom::session::RoomId &room);
    //! Somebody wrote \a text into the message; not what was put there.
    void typed(const wardroom::session::RoomId &room, const QString &text);

private:
    void connectComposer();
    void connectRecord();
    void refresh();
    void send(const QString &text);
    void refused(const session::RoomId &room, const QString &text, const QString &why, const session::EntryId &answered,
                 const QString &words);
    void connectAdvice();
    void onEdited(const QString &text, int cursor);
    void attach();
    void runCommand(RoomCommand command);
    void askWords(RoomCommand command);
    void askChoice(RoomCommand command);
    void askTlp();
    void askClock();
    void askMet(const session::DeadlineLine &clock);
    void report(QCoro::Task<Result<session::FactId>> task);

    MainWindow &m_window;
    session::Workspace &m_workspace;
    const Clock &m_clock;
    session::RoomId m_room;
    std::unique_ptr<session::Conversation> m_conversation;
    Paced m_refreshing;
    QString m_readOnly; //!< why nobody writes in it, as it is shown
    bool m_loadingDraft = false;
};

} // namespace wardroom::ui
