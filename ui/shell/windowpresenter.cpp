// SPDX-FileCopyrightText: 2026 The Wardroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/windowpresenter.h"

#include "models/times.h"
#include "session/talk.h"
#include "ui/approvals/approvalspage.h"
#include "ui/board/boardpage.h"
#include "ui/catalogue/cataloguepage.h"
#include "ui/composer/composer.h"
#include "ui/conversation/conversationview.h"
#include "ui/conversation/threadpane.h"
#include "ui/rooms/roomspane.h"
#include "ui/shell/desktopnotifier.h"
#include "ui/timeline/detailpane.h"

namespace wardroom::ui {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

WindowPresenter::WindowPresenter(MainWindow &window, const Clock &clock, QObject *parent)
    : QObject(parent)
    , m_window(window)
    , m_clock(clock)
{
    m_tick.setInterval(15s);
    connect(&m_tick, &QTimer::timeout, this, [this] {
        refreshRooms();
        if (m_link)
            m_link->refresh();
        if (m_room)
            m_room->refreshClock();
    });
    connectWindow();
}

WindowPresenter::~WindowPresenter()
{
    leave();
}

void WindowPresenter::setNotifier(Notifier *notifier)
{
    m_notifier = notifier;
    if (notifier)
        connect(notifier, &Notifier::clicked, this, [this](const session::RoomId &room) {
            m_window.raise();
            m_window.activateWindow();
            if (m_workspace && m_workspace->header(room).room == room)
                openRoom(room);
        });
}

void WindowPresenter::show(session::Workspace &workspace)
{
    leave();
    m_workspace = &workspace;
    workspace.talk().coach().setManners(m_manners);
    if (!m_notifier)
        setNotifier(new DesktopNotifier(m_window.theme(), QDBusConnection::sessionBus(), this));
    m_room = std::make_unique<RoomPresenter>(m_window, workspace, m_clock);
    m_words = std::make_unique<WordsPresenter>(m_window, workspace, *m_room);
    m_threads = std::make_unique<ThreadPresenter>(m_window, workspace, *m_room);
    m_files = std::make_unique<FilesPresenter>(m_window, workspace);
    m_cards = std::make_unique<CardPresenter>(m_window, workspace);
    m_decisions = std::make_unique<DecisionPresenter>(m_window, workspace, m_clock);
    m_record = std::make_unique<RecordPresenter>(m_window, workspace);
    m_people = std::make_unique<PeoplePresenter>(m_window, workspace);
    m_membership = std::make_unique<MembershipPresenter>(m_window, workspace);
    m_policy = std::make_unique<PolicyPresenter>(m_window, workspace);
    m_nodes = std::make_unique<NodesPresenter>(m_window, workspace);
    m_catalogue = std::make_unique<CataloguePresenter>(m_window, workspace, m_clock);
    m_link = std::make_unique<LinkPresenter>(m_window, workspace, m_clock);
    m_link->setSignInAgain(m_again);
    connectWorkspace();
    connectPresenters();
    m_window.rail()->setWorkspace(workspace.name());
    m_window.setWindowTitle(tr("%1 – Wardroom").arg(workspace.name()));
    refreshRooms();
    openFirstRoom();
    m_tick.start();
}

void WindowPresenter::leave()
{
    m_tick.stop();
    if (m_workspace)
        m_workspace->disconnect(this);
    if (m_workspace && m_room && !m_room->room().isEmpty())
        m_places.insert(m_workspace->name(), m_room->room());
    m_link.reset();
    m_catalogue.reset();
    m_membership.reset();
    m_people.reset();
    m_policy.reset();
    m_nodes.reset();
    m_record.reset();
    m_decisions.reset();
    m_cards.reset();
    m_files.reset();
    m_threads.reset();
    m_words.reset();
    m_room.reset();
    m_workspace = nullptr;
    // Nothing of this workspace may stand where another's words are typed or searched.
    m_window.composer()->setChanging({}, {});
    m_window.composer()->setText({});
    m_window.rooms()->endSearch();
    m_window.models().rooms.setRooms({}, 0);
    m_window.models().timeline.setLines({});
    m_window.models().approvals.setViews({});
}

void WindowPresenter::connectWorkspace()
{
    using session::Workspace;
    connect(m_workspace, &Workspace::roomsChanged, this, [this] {
        refreshRooms();
        if (m_room && m_room->room().isEmpty())
            openFirstRoom();
    });
    connect(m_workspace, &Workspace::troubled, &m_window, &MainWindow::showTrouble);
    connect(m_workspace, &Workspace::attentionNeeded, this,
            [this](const session::Attention &attention) { notify(attention); });
}

void WindowPresenter::notify(const session::Attention &attention)
{
    const bool silent = m_manners.isSilent(QDateTime::fromMSecsSinceEpoch(m_clock.nowMs()).time());
    if (m_notifying && m_notifier && (attention.urgent || !silent))
        m_notifier->notify(attention);
}

void WindowPresenter::setManners(const session::Manners &manners)
{
    m_manners = manners;
    if (m_workspace)
        m_workspace->talk().coach().setManners(manners);
}

void WindowPresenter::connectWindow()
{
    connect(m_window.rooms(), &RoomsPane::roomChosen, this, &WindowPresenter::openRoom);
    connect(m_window.rooms(), &RoomsPane::searchWanted, this, &WindowPresenter::search);
    connect(&m_window.models().found, &models::SearchModel::moreWanted, this, &WindowPresenter::searchOn);
    connect(m_window.rooms(), &RoomsPane::hitChosen, this, [this](int row) {
        const session::SearchLine hit = m_window.models().found.line(row);
        if (m_room)
            m_room->openAt(hit.room, hit.entry);
    });
    connect(m_window.conversation(), &ConversationView::actionWanted, this,
            [this](const session::ConversationRow &row, RowAction action) { act(row, action, false); });
    connect(m_window.thread()->conversation(), &ConversationView::actionWanted, this,
            [this](const session::ConversationRow &row, RowAction action) { act(row, action, true); });
    const auto use = [this](const QString &insert) {
        m_window.showPage(Page::rooms);
        m_window.composer()->setText({});
        m_window.composer()->insert(insert);
    };
    connect(m_window.detail(), &DetailPane::commandChosen, this, use);
    connect(m_window.commands(), &CataloguePage::commandChosen, this, use);
    connect(m_window.detail(), &DetailPane::exportWanted, this, [this] {
        if (m_record)
            m_record->openExport(m_room->room());
    });
    connect(m_window.detail(), &DetailPane::custodyWanted, this, [this] {
        if (m_record)
            m_record->openCustody(m_room->room());
    });
    connect(m_window.board(), &BoardPage::askWanted, this, [this] {
        m_window.showPage(Page::rooms);
        m_window.composer()->focusEditor();
    });
}

void WindowPresenter::act(const session::ConversationRow &row, RowAction action, bool inThread)
{
    if (!m_cards || m_threads->act(row, action, inThread) || (row.file && m_files->act(*row.file, action)))
        return;
    m_words->act(row, action, inThread ? m_window.thread()->composer() : m_window.composer());
    m_cards->act(m_room->room(), row, action);
}

void WindowPresenter::connectPresenters()
{
    connect(m_cards.get(), &CardPresenter::roomWanted, this, &WindowPresenter::openRoom);
    connect(m_cards.get(), &CardPresenter::decisionWanted, m_decisions.get(), &DecisionPresenter::openDialog);
    connect(m_nodes.get(), &NodesPresenter::letInWanted, m_link.get(), &LinkPresenter::askLetIn);
    connect(m_membership.get(), &MembershipPresenter::roomLeft, this, [this](const session::RoomId &room) {
        refreshRooms();
        const session::RoomId next = m_window.models().rooms.neighbour({}, 1);
        if (m_room->room() == room && !next.isEmpty())
            m_room->open(next);
    });
    connect(m_record.get(), &RecordPresenter::roomWanted, this, &WindowPresenter::openRoom);
    connect(m_catalogue.get(), &CataloguePresenter::roomWanted, this, &WindowPresenter::openRoom);
    connect(m_catalogue.get(), &CataloguePresenter::explainWanted, this, [this](const QString &line) {
        m_window.showPage(Page::rooms);
        m_window.composer()->setText(line);
        m_room->explain(line);
    });
    connect(m_record.get(), &RecordPresenter::placeWanted, this,
            [this](const session::RoomId &room, const session::EntryId &entry) {
                m_window.showPage(Page::rooms);
                m_room->openAt(room, entry);
            });
    connect(m_decisions.get(), &DecisionPresenter::questionWanted, this,
            [this](const session::RoomId &room, const QString &words) {
                openRoom(room);
                m_window.composer()->insert(words);
            });
}

void WindowPresenter::openRoom(const session::RoomId &room)
{
    if (m_room)
        m_room->open(room);
}

void WindowPresenter::openFirstRoom()
{
    const session::RoomId place = m_places.value(m_workspace->name());
    const bool isThere = m_window.models().rooms.indexOf(place).isValid();
    const session::RoomId first = isThere ? place : m_window.models().rooms.neighbour({}, 1);
    if (!first.isEmpty() && m_room->room().isEmpty())
        m_room->open(first);
}

void WindowPresenter::refreshRooms()
{
    if (!m_workspace)
        return;
    m_window.models().rooms.setRooms(m_workspace->rooms(), m_clock.nowMs());
    if (m_room && m_window.rooms()->currentRoom() != m_room->room())
        m_window.rooms()->setCurrentRoom(m_room->room());
}

void WindowPresenter::search(const QString &words)
{
    const int mine = ++m_searches;
    m_searched = words;
    if (words.isEmpty() || !m_workspace)
        return;
    QCoro::connect(m_workspace->talk().search(words, {}), this, [this, mine](const Result<session::SearchPage> &found) {
        if (mine != m_searches)
            return;
        if (found)
            m_window.models().found.setPage(*found);
        else
            m_window.rooms()->setSearchTrouble(found.error().message);
    });
}

void WindowPresenter::searchOn()
{
    if (m_searched.isEmpty() || !m_workspace)
        return;
    models::SearchModel &list = m_window.models().found;
    const auto take = [this, &list, mine = m_searches](const Result<session::SearchPage> &found) {
        if (mine != m_searches)
            return;
        if (found)
            return list.addPage(*found);
        list.missPage();
        m_window.rooms()->setSearchTrouble(found.error().message);
    };
    QCoro::connect(m_workspace->talk().search(m_searched, {}, list.after()), this, take);
}

} // namespace wardroom::ui
