// SPDX-FileCopyrightText: 2026 The Wardroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "models/cataloguemodel.h"
#include "models/conversationmodel.h"
#include "models/listmodels.h"
#include "models/roomlistmodel.h"
#include "models/timelinemodel.h"
#include "ui/shell/rail.h"

#include <QMainWindow>
#include <QPointer>

class QLabel;
class QSplitter;
class QStackedWidget;

namespace wardroom::ui {

class Announcer;
class AdvicePanel;
class ApprovalsPage;
class Band;
class BoardPage;
class CataloguePage;
class Composer;
class ConversationView;
class DetailPane;
class DrillBand;
class ReportsPage;
class RoomHeader;
class RoomsPane;
class SettingsPage;
class SignInPage;
class ThreadPane;
class WelcomePage;

//! The lists that the window shows; presenters fill them.
struct WindowModels
{
    models::RoomListModel rooms;
    models::SearchModel found;
    models::ConversationModel conversation;
    models::ConversationModel thread;
    models::TimelineModel timeline;
    models::TasksModel tasks;
    models::PeopleModel people;
    models::ApprovalsModel approvals;
    models::CatalogueModel catalogue;
};

//! Puts the panes and pages beside each other and moves the focus among them; knows nothing of a workspace.
class MainWindow final : public QMainWindow
{
    Q_OBJECT

public:
    explicit MainWindow(Theme &theme, QWidget *parent = nullptr);
    ~MainWindow() override;

    WindowModels &models() { return *m_models; }
    Rail *rail() const { return m_rail; }
    RoomsPane *rooms() const { return m_rooms; }
    RoomHeader *header() const { return m_header; }
    ConversationView *conversation() const { return m_conversation; }
    Composer *composer() const { return m_composer; }
    AdvicePanel *advice() const { return m_advice; } //!< hidden unless the bot has something to say
    DetailPane *detail() const { return m_detail; }
    ThreadPane *thread() const { return m_thread; } //!< hidden unless showThread()
    //! In the place of what stands about the room; away again gives the focus back.
    void showThread(bool shown);
    BoardPage *board() const { return m_board; }
    ApprovalsPage *approvals() const { return m_approvals; }
    CataloguePage *commands() const { return m_commands; }
    ReportsPage *reports() const { return m_reports; }
    SettingsPage *settings() const { return m_settings; }
    WelcomePage *welcome() const { return m_welcome; }
    SignInPage *signIn() const { return m_signIn; }
    Band *linkBand() const { return m_linkBand; }     //!< the connection, while it is not as it should be
    Band *peopleBand() const { return m_peopleBand; } //!< who waits to be let in
    Announcer *announcer() const { return m_announcer; }
    DrillBand *drill() const { return m_drill; } //!< hidden unless a drill is played
    Theme &theme() const { return m_theme; }

    void showPage(Page page);
    Page page() const { return m_page; }
    //! A sentence at the foot of the window, until dismissed or replaced; empty hides it.
    void showTrouble(const QString &sentence);

Q_SIGNALS:
    void pageShown(wardroom::ui::Page page);
    void closing();

protected:
    void resizeEvent(QResizeEvent *event) override;
    void closeEvent(QCloseEvent *event) override;

private:
    QWidget *makeRoomPage();
    QWidget *makeMiddle();
    void shareRoomPage();
    QWidget *makeTroubleBar();
    void makePages();
    void addShortcuts();
    void cyclePanes(int direction);
    void collapsePanes();

    Theme &m_theme;
    std::unique_ptr<WindowModels> m_models;
    Rail *m_rail;
    RoomsPane *m_rooms;
    QStackedWidget *m_stack;
    QSplitter *m_roomPage = nullptr;
    RoomHeader *m_header = nullptr;
    ConversationView *m_conversation = nullptr;
    Composer *m_composer = nullptr;
    AdvicePanel *m_advice = nullptr;
    DetailPane *m_detail = nullptr;
    ThreadPane *m_thread = nullptr;
    QWidget *m_middle = nullptr;
    QPointer<QWidget> m_beforeThread; //!< had the focus
    BoardPage *m_board = nullptr;
    ApprovalsPage *m_approvals = nullptr;
    CataloguePage *m_commands = nullptr;
    ReportsPage *m_reports = nullptr;
    SettingsPage *m_settings = nullptr;
    WelcomePage *m_welcome = nullptr;
    SignInPage *m_signIn = nullptr;
    QWidget *m_bands = nullptr;
    Band *m_linkBand = nullptr;
    Band *m_peopleBand = nullptr;
    Announcer *m_announcer = nullptr;
    DrillBand *m_drill = nullptr;
    QWidget *m_troubleBar = nullptr;
    QLabel *m_trouble = nullptr;
    QList<QWidget *> m_dividers;
    QMap<Page, QWidget *> m_pages;
    Page m_page = Page::rooms;
    bool m_narrow = false;
};

} // namespace wardroom::ui
