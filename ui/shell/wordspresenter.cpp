// SPDX-FileCopyrightText: 2026 The Wardroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/wordspresenter.h"

#include "session/talk.h"
#include "session/typing.h"
#include "ui/composer/composer.h"
#include "ui/conversation/conversationview.h"
#include "ui/conversation/threadpane.h"
#include "ui/incident/confirmsheet.h"
#include "ui/shell/asking.h"

#include <QGuiApplication>

namespace wardroom::ui {

using namespace Qt::StringLiterals;

WordsPresenter::WordsPresenter(MainWindow &window, session::Workspace &workspace, RoomPresenter &room, QObject *parent)
    : QObject(parent)
    , m_window(window)
    , m_workspace(workspace)
    , m_room(room)
{
    connectTyping();
    connect(&room, &RoomPresenter::opened, this, &WordsPresenter::follow);
    connectWords(window.composer(), window.conversation(), &window.models().conversation);
    connectWords(window.thread()->composer(), window.thread()->conversation(), &window.models().thread);
    connect(qGuiApp, &QGuiApplication::applicationStateChanged, this,
            [this](Qt::ApplicationState state) { m_workspace.setPresent(state == Qt::ApplicationActive); });
}

WordsPresenter::~WordsPresenter()
{
    m_workspace.typing().wrote({}, {});
    m_window.composer()->setTyping({});
    m_window.conversation()->setAbilities({});
}

void WordsPresenter::connectWords(Composer *composer, ConversationView *view, models::ConversationModel *rows)
{
    connect(composer, &Composer::lastOwnWanted, this, [this, composer, rows] { editLast(composer, *rows); });
    connect(composer, &Composer::changeWanted, this,
            [this, composer](const session::EntryId &entry, const QString &text) { change(entry, text, composer); });
    connect(view, &ConversationView::reactionWanted, this, &WordsPresenter::react);
}

void WordsPresenter::connectTyping()
{
    connect(&m_room, &RoomPresenter::typed, this,
            [this](const session::RoomId &room, const QString &text) { m_workspace.typing().wrote(room, text); });
    connect(m_window.composer(), &Composer::sendWanted, this, [this] { m_workspace.typing().wrote({}, {}); });
    connect(&m_workspace.typing(), &session::Typing::changed, this, [this](const session::RoomId &room) {
        if (room == m_room.room())
            m_window.composer()->setTyping(m_workspace.typing().sentence(room));
    });
}

void WordsPresenter::follow(const session::RoomId &room)
{
    m_workspace.typing().wrote({}, {});
    m_window.composer()->setTyping(m_workspace.typing().sentence(room));
    const session::HeaderView header = m_workspace.header(room);
    const chat::Capabilities &can = m_workspace.talk().capabilities();
    const bool writes = header.readOnly.isEmpty() && !header.encrypted;
    m_window.conversation()->setAbilities(
        {writes && can.edits, writes && can.deletes, writes && can.reactions, writes && can.threads});
}

void WordsPresenter::act(const session::ConversationRow &row, RowAction action, Composer *composer)
{
    if (action == RowAction::edit)
        edit(row.entry, composer);
    else if (action == RowAction::remove)
        askRemove(row);
}

//! The newest of one's own words that are loaded.
void WordsPresenter::editLast(Composer *composer, const models::ConversationModel &rows)
{
    if (!m_workspace.talk().capabilities().edits)
        return;
    for (int i = rows.size() - 1; i >= 0; --i) {
        const session::ConversationRow &row = rows.row(i);
        if (row.mine && row.plain && !row.entry.isEmpty())
            return edit(row.entry, composer);
    }
}

void WordsPresenter::edit(const session::EntryId &entry, Composer *composer)
{
    QCoro::connect(m_workspace.talk().ownWords(m_room.room(), entry), this,
                   [this, entry, composer, room = m_room.room()](const Result<QString> &words) {
                       if (!words)
                           return m_window.showTrouble(words.error().message);
                       if (room != m_room.room())
                           return;
                       composer->setChanging(entry, *words);
                       composer->focusEditor();
                   });
}

//! Nothing that was typed is lost: it comes back to be tried again.
void WordsPresenter::change(const session::EntryId &entry, const QString &text, Composer *composer)
{
    m_workspace.typing().wrote({}, {});
    QCoro::connect(m_workspace.talk().correct(m_room.room(), entry, text), this,
                   [this, entry, text, composer, room = m_room.room()](const Result<void> &done) {
                       if (done)
                           return;
                       if (room != m_room.room() || !composer->changing().isEmpty())
                           return m_window.showTrouble(done.error().message);
                       composer->setChanging(entry, text);
                       composer->setHint(done.error().message, u"red"_s);
                   });
}

void WordsPresenter::askRemove(const session::ConversationRow &row)
{
    auto *sheet = new ConfirmSheet({tr("Delete the message"),
                                    tr("It is taken away for everybody. Whoever has read it keeps it in their record, "
                                       "where it is shown as deleted."),
                                    tr("Message"), models::ConversationModel::spoken(row), tr("Delete it")},
                                   &m_window);
    connect(sheet, &Sheet::confirmed, this, [this, sheet, room = m_room.room(), entry = row.entry] {
        finish(sheet, m_workspace.talk().takeBack(room, entry));
    });
    sheet->open();
}

void WordsPresenter::react(const session::ConversationRow &row, const QString &key)
{
    QCoro::connect(m_workspace.talk().react(m_room.room(), row.entry, key), this, [this](const Result<void> &done) {
        if (!done)
            m_window.showTrouble(done.error().message);
    });
}

} // namespace wardroom::ui
