// SPDX-FileCopyrightText: 2026 The Wardroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/rooms/roomspane.h"

#include "ui/rooms/invitationlist.h"
#include "ui/rooms/roomdelegate.h"
#include "ui/rooms/twolinedelegate.h"
#include "ui/theme/badges.h"
#include "ui/theme/pieces.h"

#include <QKeyEvent>
#include <QLineEdit>
#include <QListView>
#include <QStackedWidget>
#include <QTimer>

namespace wardroom::ui {

using namespace Qt::StringLiterals;

namespace {

QListView *makeList(QAbstractItemModel *model, const QString &name)
{
    auto *list = new QListView;
    list->setModel(model);
    list->setAccessibleName(name);
    list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    list->setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    list->setSelectionMode(QAbstractItemView::SingleSelection);
    list->setEditTriggers(QAbstractItemView::NoEditTriggers);
    list->setMouseTracking(true);
    return list;
}

} // namespace

RoomsPane::RoomsPane(const Theme &theme, models::RoomListModel *rooms, models::SearchModel *found, QWidget *parent)
    : QWidget(parent)
    , m_theme(theme)
    , m_rooms(rooms)
    , m_found(found)
{
    setProperty("panel", u"true"_s);
    setAttribute(Qt::WA_StyledBackground);
    auto *column = new QVBoxLayout(this);
    setMargins(column, 0, 0, 0, 0, 0);
    column->addWidget(makeSearch());
    makeLists(rooms, found);
    column->addWidget(m_stack, 1);
    m_invitations = new InvitationList;
    column->addWidget(m_invitations);
    column->addWidget(makeFooter());
}

QWidget *RoomsPane::makeSearch()
{
    auto *box = new QWidget;
    auto *row = new QHBoxLayout(box);
    setMargins(row, 12, 11, 12, 6, 0);
    m_search = new QLineEdit;
    m_search->setPlaceholderText(tr("Search everything"));
    m_search->setAccessibleName(tr("Search everything"));
    m_search->setMinimumHeight(m_theme.px(35));
    m_search->setMaxLength(200);
    m_search->installEventFilter(this);
    row->addWidget(m_search);
    auto *inside = new QHBoxLayout(m_search);
    setMargins(inside, 0, 0, 9, 0, 0);
    inside->addStretch();
    m_keyHint = makeLabel(tr("Ctrl K"), "key");
    m_keyHint->setAttribute(Qt::WA_TransparentForMouseEvents);
    inside->addWidget(m_keyHint, 0, Qt::AlignVCenter);
    auto *wait = new QTimer(this);
    wait->setSingleShot(true);
    wait->setInterval(150);
    connect(m_search, &QLineEdit::textChanged, this, [this, wait](const QString &text) {
        m_keyHint->setVisible(text.isEmpty());
        wait->start();
        if (text.trimmed().isEmpty())
            m_stack->setCurrentIndex(0);
    });
    connect(wait, &QTimer::timeout, this, [this] { Q_EMIT searchWanted(m_search->text().trimmed()); });
    return box;
}

void RoomsPane::makeLists(models::RoomListModel *rooms, models::SearchModel *found)
{
    m_list = makeList(rooms, tr("Rooms"));
    m_list->setItemDelegate(new RoomDelegate(m_theme, m_list));
    connect(m_list, &QListView::clicked, this, [this](const QModelIndex &index) {
        if (const auto room = m_rooms->roomAt(index); !room.isEmpty())
            Q_EMIT roomChosen(room);
    });
    connect(m_list, &QListView::activated, this, [this](const QModelIndex &index) {
        if (const auto room = m_rooms->roomAt(index); !room.isEmpty())
            Q_EMIT roomChosen(room);
    });
    connect(rooms, &QAbstractItemModel::modelReset, this, [this] { setCurrentRoom(m_current); });
    auto *results = new QWidget;
    auto *column = new QVBoxLayout(results);
    setMargins(column, 0, 8, 0, 0, 6);
    m_foundLine = makeLabel({}, "small");
    m_foundLine->setContentsMargins(16, 0, 12, 0);
    m_foundLine->setWordWrap(true);
    column->addWidget(m_foundLine);
    m_hits = makeList(found, tr("Search results"));
    using models::SearchModel;
    m_hits->setItemDelegate(new TwoLineDelegate(m_theme, SearchModel::TextRole, SearchModel::WhereRole, m_hits));
    column->addWidget(m_hits, 1);
    connect(m_hits, &QListView::clicked, this, [this](const QModelIndex &index) { Q_EMIT hitChosen(index.row()); });
    connect(m_hits, &QListView::activated, this, [this](const QModelIndex &index) { Q_EMIT hitChosen(index.row()); });
    connect(found, &SearchModel::pageCame, this, &RoomsPane::showFound);
    m_stack = new QStackedWidget;
    m_stack->addWidget(m_list);
    m_stack->addWidget(results);
}

QWidget *RoomsPane::makeFooter()
{
    m_foot = makeFrame("top");
    m_foot->setFixedHeight(m_theme.px(38));
    auto *row = new QHBoxLayout(m_foot);
    setMargins(row, 15, 0, 14, 0, 6);
    m_shape = makeLabel({}, "strong");
    m_link = makeLabel({}, "small");
    m_link->setMinimumWidth(1);
    m_synced = makeLabel({}, "small");
    m_signIn = makeButton(tr("Sign in again"), "primary");
    m_signIn->hide();
    connect(m_signIn, &QPushButton::clicked, this, &RoomsPane::signInWanted);
    row->addWidget(m_shape);
    row->addWidget(m_link, 1);
    row->addWidget(m_synced);
    row->addWidget(m_signIn);
    return m_foot;
}

void RoomsPane::showFound()
{
    if (m_search->text().trimmed().isEmpty())
        return;
    m_stack->setCurrentIndex(1);
    const int count = m_found->rowCount();
    if (m_found->hasMore())
        m_foundLine->setText(tr("The newest %n entries found; scroll down for more", nullptr, count));
    else
        m_foundLine->setText(count == 0   ? tr("Nothing found. Try fewer or other words.")
                             : count == 1 ? tr("One entry found")
                                          : tr("%n entries found, newest first", nullptr, count));
}

void RoomsPane::setSearchTrouble(const QString &sentence)
{
    m_stack->setCurrentIndex(1);
    m_foundLine->setText(sentence);
}

void RoomsPane::setCurrentRoom(const session::RoomId &room)
{
    m_current = room;
    const QModelIndex index = m_rooms->indexOf(room);
    if (index.isValid())
        m_list->setCurrentIndex(index);
    else
        m_list->selectionModel()->clear();
}

void RoomsPane::setLink(const LinkWords &words, const QString &synced)
{
    m_shape->setText(words.shape);
    m_shape->setStyleSheet(u"color: %1;"_s.arg(toneInk(words.tone, m_theme.tokens()).name()));
    m_shape->setAccessibleName(tr("Connection: %1").arg(words.sentence));
    m_shape->setAccessibleDescription(words.explanation);
    m_link->setText(words.needsSignIn ? tr("Signed out") : words.sentence);
    m_foot->setToolTip(u"<p>%1</p>"_s.arg(words.explanation.toHtmlEscaped()));
    const bool isLive = words.tone == "green"_L1;
    m_synced->setText(synced.isEmpty() || !isLive ? QString() : tr("synced %1").arg(synced));
    m_signIn->setVisible(words.needsSignIn);
}

void RoomsPane::endSearch()
{
    m_search->clear();
}

void RoomsPane::focusSearch()
{
    m_search->setFocus(Qt::ShortcutFocusReason);
    m_search->selectAll();
}

void RoomsPane::focusRooms()
{
    (m_stack->currentIndex() == 0 ? m_list : m_hits)->setFocus(Qt::ShortcutFocusReason);
}

void RoomsPane::goToNeighbour(int direction)
{
    const session::RoomId next = m_rooms->neighbour(m_current, direction);
    if (!next.isEmpty() && next != m_current)
        Q_EMIT roomChosen(next);
}

bool RoomsPane::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_search && event->type() == QEvent::KeyPress) {
        const int key = static_cast<QKeyEvent *>(event)->key();
        if (key == Qt::Key_Escape) {
            m_search->clear();
            m_list->setFocus();
            return true;
        }
        if (key == Qt::Key_Down && m_stack->currentIndex() == 1 && m_found->rowCount() > 0) {
            m_hits->setCurrentIndex(m_found->index(0));
            m_hits->setFocus();
            return true;
        }
        if ((key == Qt::Key_Return || key == Qt::Key_Enter) && m_stack->currentIndex() == 1 &&
            m_found->rowCount() > 0) {
            Q_EMIT hitChosen(0);
            return true;
        }
    }
    return QWidget::eventFilter(watched, event);
}

} // namespace wardroom::ui
