// SPDX-FileCopyrightText: 2026 The Wardroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/mainwindow.h"

#include "ui/approvals/approvalspage.h"
#include "ui/board/boardpage.h"
#include "ui/catalogue/cataloguepage.h"
#include "ui/composer/advicepanel.h"
#include "ui/composer/composer.h"
#include "ui/conversation/conversationview.h"
#include "ui/conversation/threadpane.h"
#include "ui/drill/drillband.h"
#include "ui/reports/reportspage.h"
#include "ui/rooms/roomspane.h"
#include "ui/settings/settingspage.h"
#include "ui/shell/announcer.h"
#include "ui/shell/band.h"
#include "ui/shell/roomheader.h"
#include "ui/theme/pieces.h"
#include "ui/timeline/detailpane.h"
#include "ui/welcome/signinpage.h"
#include "ui/welcome/welcomepage.h"

#include <QCloseEvent>
#include <QShortcut>
#include <QSplitter>
#include <QStackedWidget>
#include <QToolButton>

namespace wardroom::ui {

using namespace Qt::StringLiterals;

namespace {

constexpr int narrowBelow = 1240; // with less, the right column waits behind its button

} // namespace

MainWindow::MainWindow(Theme &theme, QWidget *parent)
    : QMainWindow(parent)
    , m_theme(theme)
    , m_models(std::make_unique<WindowModels>())
{
    setWindowTitle(tr("Wardroom"));
    setWindowIcon(theme.icon(u"wardroom"_s, theme.tokens().accent));
    setMinimumSize(860, 560);
    auto *centre = new QWidget;
    auto *column = new QVBoxLayout(centre);
    setMargins(column, 0, 0, 0, 0, 0);
    auto *row = new QHBoxLayout;
    setMargins(row, 0, 0, 0, 0, 0);
    const auto divider = [&] {
        auto *line = makeFrame("line");
        line->setStyleSheet(u"QFrame { max-width: 1px; min-width: 1px; max-height: 16777215px; }"_s);
        row->addWidget(line);
        m_dividers << line;
    };
    m_rail = new Rail(theme);
    row->addWidget(m_rail);
    divider();
    m_rooms = new RoomsPane(theme, &m_models->rooms, &m_models->found);
    m_rooms->setFixedWidth(theme.px(264));
    row->addWidget(m_rooms);
    divider();
    m_stack = new QStackedWidget;
    m_linkBand = new Band(theme);
    m_peopleBand = new Band(theme);
    auto *pages = new QVBoxLayout;
    setMargins(pages, 0, 0, 0, 0, 0);
    m_bands = new QWidget;
    auto *bands = new QVBoxLayout(m_bands);
    setMargins(bands, 0, 0, 0, 0, 0);
    bands->addWidget(m_linkBand);
    bands->addWidget(m_peopleBand);
    pages->addWidget(m_bands);
    pages->addWidget(m_stack, 1);
    row->addLayout(pages, 1);
    column->addLayout(row, 1);
    column->addWidget(makeTroubleBar());
    setCentralWidget(centre);
    makePages();
    m_announcer = new Announcer(centre);
    m_announcer->listenTo(&m_models->conversation);
    m_announcer->listenTo(&m_models->approvals);
    connect(m_advice, &AdvicePanel::said, m_announcer, &Announcer::say);
    for (Band *band : {m_linkBand, m_peopleBand})
        connect(band, &Band::said, m_announcer, &Announcer::say);
    addShortcuts();
    connect(m_rail, &Rail::pageChosen, this, &MainWindow::showPage);
    resize(1440, 900);
}

MainWindow::~MainWindow()
{
    // Views look at the models: they go first.
    delete takeCentralWidget();
}

QWidget *MainWindow::makeMiddle()
{
    auto *middle = new QWidget;
    auto *column = new QVBoxLayout(middle);
    setMargins(column, 0, 0, 0, 0, 0);
    m_header = new RoomHeader(m_theme);
    m_conversation = new ConversationView(m_theme);
    m_conversation->setModel(&m_models->conversation);
    m_composer = new Composer(m_theme);
    column->addWidget(m_header);
    column->addWidget(makeFrame("line"));
    m_drill = new DrillBand;
    m_drill->hide();
    column->addWidget(m_drill);
    column->addWidget(m_conversation, 1);
    m_advice = new AdvicePanel(m_theme);
    auto *inset = new QVBoxLayout;
    setMargins(inset, 20, 0, 20, 0, 0);
    inset->addWidget(m_advice);
    column->addLayout(inset);
    column->addWidget(m_composer);
    middle->setMinimumWidth(320);
    return middle;
}

QWidget *MainWindow::makeRoomPage()
{
    m_middle = makeMiddle();
    m_detail = new DetailPane(m_theme, &m_models->timeline, &m_models->tasks, &m_models->people);
    m_detail->setMinimumWidth(300);
    m_thread = new ThreadPane(m_theme, &m_models->thread);
    m_thread->setMinimumWidth(320);
    m_thread->hide();
    m_roomPage = new QSplitter(Qt::Horizontal);
    m_roomPage->setHandleWidth(1);
    m_roomPage->setChildrenCollapsible(false);
    m_roomPage->addWidget(m_middle);
    m_roomPage->addWidget(m_detail);
    m_roomPage->addWidget(m_thread);
    m_roomPage->setStretchFactor(0, 1);
    m_roomPage->setStretchFactor(1, 0);
    m_roomPage->setStretchFactor(2, 0);
    m_roomPage->setSizes({748, m_theme.px(371), m_theme.px(400)});
    m_header->detailToggle()->setChecked(true);
    connect(m_header->detailToggle(), &QToolButton::toggled, this, &MainWindow::shareRoomPage);
    return m_roomPage;
}

void MainWindow::showThread(bool shown)
{
    if (shown == !m_thread->isHidden())
        return;
    if (shown)
        m_beforeThread = focusWidget();
    m_thread->setVisible(shown);
    shareRoomPage();
    if (shown)
        return m_composer->setCompletions({});
    QWidget *before = std::exchange(m_beforeThread, nullptr);
    if (m_page != Page::rooms)
        return;
    if (before && before->isVisible() && !m_thread->isAncestorOf(before))
        before->setFocus(Qt::OtherFocusReason);
    else
        m_composer->focusEditor();
}

//! Who stands beside whom: the thread takes the place of what is said about the room, and where there is no room for
//! two, that of the conversation.
void MainWindow::shareRoomPage()
{
    const bool thread = !m_thread->isHidden();
    const int room = width() - m_rail->width() - m_rooms->width();
    m_detail->setVisible(!thread && m_header->detailToggle()->isChecked());
    m_middle->setVisible(!thread || room >= m_middle->minimumWidth() + m_thread->minimumWidth() + 4);
}

void MainWindow::makePages()
{
    m_board = new BoardPage(m_theme);
    m_approvals = new ApprovalsPage(m_theme, &m_models->approvals);
    m_commands = new CataloguePage(m_theme, &m_models->catalogue);
    m_reports = new ReportsPage(m_theme);
    m_settings = new SettingsPage(m_theme);
    m_welcome = new WelcomePage(m_theme);
    m_signIn = new SignInPage(m_theme);
    m_pages = {{Page::rooms, makeRoomPage()}, {Page::board, m_board},     {Page::approvals, m_approvals},
               {Page::commands, m_commands},  {Page::reports, m_reports}, {Page::settings, m_settings},
               {Page::welcome, m_welcome},    {Page::signIn, m_signIn}};
    for (QWidget *page : std::as_const(m_pages))
        m_stack->addWidget(page);
}

QWidget *MainWindow::makeTroubleBar()
{
    m_troubleBar = makeFrame("top");
    auto *row = new QHBoxLayout(m_troubleBar);
    setMargins(row, 16, 5, 10, 5, 8);
    m_trouble = makeText({}, "problem");
    row->addWidget(m_trouble, 1);
    auto *dismiss = makeButton(tr("Dismiss"), "flat");
    connect(dismiss, &QPushButton::clicked, this, [this] { showTrouble({}); });
    row->addWidget(dismiss);
    m_troubleBar->hide();
    return m_troubleBar;
}

void MainWindow::showTrouble(const QString &sentence)
{
    m_trouble->setText(sentence);
    m_troubleBar->setVisible(!sentence.isEmpty());
    m_announcer->say(sentence);
}

void MainWindow::showPage(Page page)
{
    m_page = page;
    m_rail->setPage(page);
    const bool isWork = page != Page::welcome && page != Page::signIn;
    m_rail->setVisible(isWork);
    m_rooms->setVisible(isWork);
    m_bands->setVisible(isWork);
    for (QWidget *divider : std::as_const(m_dividers))
        divider->setVisible(isWork);
    m_stack->setCurrentWidget(m_pages.value(page));
    if (page == Page::welcome)
        m_welcome->focusFirst();
    Q_EMIT pageShown(page);
}

void MainWindow::addShortcuts()
{
    const auto on = [this](const QKeySequence &keys, auto &&act) {
        connect(new QShortcut(keys, this), &QShortcut::activated, this, act);
    };
    on(QKeySequence(Qt::CTRL | Qt::Key_K), [this] { m_rooms->focusSearch(); });
    on(QKeySequence(Qt::ALT | Qt::Key_Up), [this] { m_rooms->goToNeighbour(-1); });
    on(QKeySequence(Qt::ALT | Qt::Key_Down), [this] { m_rooms->goToNeighbour(1); });
    for (int i = 0; i < 3; ++i)
        on(QKeySequence(Qt::ALT | static_cast<Qt::Key>(Qt::Key_1 + i)), [this, i] { m_advice->choose(i); });
    on(QKeySequence(Qt::Key_F1), [this] { Q_EMIT m_composer->explainWanted(m_composer->text()); });
    on(QKeySequence(Qt::Key_F6), [this] { cyclePanes(1); });
    on(QKeySequence(Qt::SHIFT | Qt::Key_F6), [this] { cyclePanes(-1); });
    const QList<Page> pages{Page::rooms, Page::board, Page::approvals, Page::commands, Page::reports, Page::settings};
    for (int i = 0; i < pages.size(); ++i)
        on(QKeySequence(Qt::CTRL | static_cast<Qt::Key>(Qt::Key_1 + i)), [this, page = pages.at(i)] {
            if (m_page != Page::welcome && m_page != Page::signIn)
                showPage(page);
        });
}

void MainWindow::cyclePanes(int direction)
{
    struct Pane
    {
        QWidget *widget;
        std::function<void()> focus;
    };
    QList<Pane> panes{{m_rail, [this] { m_rail->focusPages(); }}, {m_rooms, [this] { m_rooms->focusRooms(); }}};
    if (m_page == Page::rooms) {
        panes << Pane{m_conversation, [this] { m_conversation->setFocus(Qt::ShortcutFocusReason); }};
        if (m_advice->isVisible())
            panes << Pane{m_advice, [this] { m_advice->focusFirst(); }};
        panes << Pane{m_composer, [this] { m_composer->focusEditor(); }};
        if (m_thread->isVisible()) {
            ConversationView *said = m_thread->conversation();
            panes << Pane{said, [said] { said->setFocus(Qt::ShortcutFocusReason); }};
            panes << Pane{m_thread->composer(), [this] { m_thread->composer()->focusEditor(); }};
        }
        if (m_detail->isVisible())
            panes << Pane{m_detail, [this] { m_detail->focusTabs(); }};
    } else {
        panes << Pane{m_stack, [this] {
                          QWidget *page = m_stack->currentWidget();
                          QWidget *first = page->nextInFocusChain();
                          (page->isAncestorOf(first) ? first : page)->setFocus(Qt::ShortcutFocusReason);
                      }};
    }
    int at = -1;
    for (int i = 0; i < panes.size(); ++i)
        if (const QWidget *focus = focusWidget();
            focus && (panes.at(i).widget == focus || panes.at(i).widget->isAncestorOf(focus)))
            at = i;
    const int count = static_cast<int>(panes.size());
    panes.at((at + direction + count) % count).focus();
}

void MainWindow::collapsePanes()
{
    const bool narrow = width() < narrowBelow;
    QToolButton *toggle = m_header->detailToggle();
    toggle->setVisible(narrow);
    if (narrow == m_narrow)
        return shareRoomPage();
    m_narrow = narrow;
    toggle->setChecked(!narrow);
    shareRoomPage();
    if (!narrow)
        m_roomPage->setSizes({std::max(320, m_roomPage->width() - m_theme.px(371)), m_theme.px(371), m_theme.px(400)});
}

void MainWindow::resizeEvent(QResizeEvent *event)
{
    QMainWindow::resizeEvent(event);
    collapsePanes();
}

void MainWindow::closeEvent(QCloseEvent *event)
{
    Q_EMIT closing();
    event->accept();
}

} // namespace wardroom::ui
