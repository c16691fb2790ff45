// SPDX-FileCopyrightText: 2026 The Wardroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "session/character.h"
#include "ui/shell/cardpresenter.h"
#include "ui/shell/cataloguepresenter.h"
#include "ui/shell/decisionpresenter.h"
#include "ui/shell/filespresenter.h"
#include "ui/shell/linkpresenter.h"
#include "ui/shell/membershippresenter.h"
#include "ui/shell/nodespresenter.h"
#include "ui/shell/notifier.h"
#include "ui/shell/peoplepresenter.h"
#include "ui/shell/policypresenter.h"
#include "ui/shell/recordpresenter.h"
#include "ui/shell/roompresenter.h"
#include "ui/shell/threadpresenter.h"
#include "ui/shell/wordspresenter.h"

#include <QTimer>

namespace wardroom::ui {

//! Joins a window with a workspace: makes one presenter for each concern and passes on what goes from one to another.
class WindowPresenter final : public QObject
{
    Q_OBJECT

public:
    //! \a window and \a clock outlive it.
    WindowPresenter(MainWindow &window, const Clock &clock, QObject *parent = nullptr);
    ~WindowPresenter() override;

    //! Shows \a workspace, which outlives leave(). The first room is opened.
    void show(session::Workspace &workspace);
    //! Lets go of the workspace; the window stays and shows nothing of it.
    void leave();
    //! Not owned by default: the tray's is made when none was given before show().
    void setNotifier(Notifier *notifier);
    void setNotifying(bool on) { m_notifying = on; }
    //! How the bot talks to this person, and when it keeps quiet.
    void setManners(const session::Manners &manners);
    void notify(const session::Attention &attention);
    //! Before show(): how to sign in to that workspace again.
    void setSignInAgain(LinkPresenter::SignInAgain again) { m_again = std::move(again); }

    // Null before show().
    RoomPresenter *room() const { return m_room.get(); }
    CardPresenter *cards() const { return m_cards.get(); }
    DecisionPresenter *decisions() const { return m_decisions.get(); }
    RecordPresenter *record() const { return m_record.get(); }
    LinkPresenter *link() const { return m_link.get(); }
    ThreadPresenter *threads() const { return m_threads.get(); }
    FilesPresenter *files() const { return m_files.get(); }
    void openRoom(const session::RoomId &room);

private:
    void connectWorkspace();
    void connectWindow();
    void connectPresenters();
    void act(const session::ConversationRow &row, RowAction action, bool inThread);
    void refreshRooms();
    void search(const QString &words);
    void searchOn();
    void openFirstRoom();

    MainWindow &m_window;
    const Clock &m_clock;
    session::Workspace *m_workspace = nullptr;
    QPointer<Notifier> m_notifier;
    bool m_notifying = true;
    session::Manners m_manners;
    QHash<QString, session::RoomId> m_places; //!< by workspace: where somebody was in it
    std::unique_ptr<RoomPresenter> m_room;
    std::unique_ptr<WordsPresenter> m_words;
    std::unique_ptr<ThreadPresenter> m_threads;
    std::unique_ptr<FilesPresenter> m_files;
    std::unique_ptr<MembershipPresenter> m_membership;
    std::unique_ptr<CardPresenter> m_cards;
    std::unique_ptr<DecisionPresenter> m_decisions;
    std::unique_ptr<RecordPresenter> m_record;
    std::unique_ptr<PeoplePresenter> m_people;
    std::unique_ptr<PolicyPresenter> m_policy;
    std::unique_ptr<NodesPresenter> m_nodes;
    std::unique_ptr<CataloguePresenter> m_catalogue;
    std::unique_ptr<LinkPresenter> m_link;
    LinkPresenter::SignInAgain m_again;
    QTimer m_tick;
    int m_searches = 0;
    QString m_searched;
};

} // namespace wardroom::ui
