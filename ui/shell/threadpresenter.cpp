// SPDX-FileCopyrightText: 2026 The Wardroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/threadpresenter.h"

#include "models/conversationmodel.h"
#include "session/talk.h"
#include "ui/composer/composer.h"
#include "ui/conversation/conversationview.h"
#include "ui/conversation/threadpane.h"

namespace wardroom::ui {

using namespace Qt::StringLiterals;
using models::ConversationModel;

ThreadPresenter::ThreadPresenter(MainWindow &window, session::Workspace &workspace, RoomPresenter &room,
                                 QObject *parent)
    : QObject(parent)
    , m_window(window)
    , m_workspace(workspace)
    , m_room(room)
{
    connect(window.thread(), &ThreadPane::closeWanted, this, &ThreadPresenter::close);
    connect(window.thread()->composer(), &Composer::sendWanted, this, &ThreadPresenter::send);
    connect(window.thread()->composer(), &Composer::draftChanged, this, &ThreadPresenter::keepDraft);
    connect(window.thread()->composer(), &Composer::edited, this, &ThreadPresenter::hint);
    connect(&room, &RoomPresenter::opened, this, &ThreadPresenter::close);
    connect(&workspace, &session::Workspace::roomChanged, this, &ThreadPresenter::refreshRights);
    const ConversationModel *model = &window.models().thread;
    connect(model, &ConversationModel::modelReset, this, &ThreadPresenter::refreshAbout);
    connect(model, &ConversationModel::rowsInserted, this, &ThreadPresenter::refreshAbout);
    connect(model, &ConversationModel::rowsRemoved, this, &ThreadPresenter::refreshAbout);
    connect(model, &ConversationModel::dataChanged, this, &ThreadPresenter::refreshAbout);
}

ThreadPresenter::~ThreadPresenter()
{
    close();
}

bool ThreadPresenter::act(const session::ConversationRow &row, RowAction action, bool inThread)
{
    if (action == RowAction::thread) {
        open(row.thread.isEmpty() ? row.entry : row.thread);
        return true;
    }
    if (action != RowAction::answer || !inThread)
        return false;
    m_window.thread()->composer()->setAnswering(row.entry, ConversationModel::spoken(row));
    m_window.thread()->composer()->focusEditor();
    return true;
}

session::RoomId ThreadPresenter::draftName() const
{
    return session::Talk::draftName(m_room.room(), m_thread);
}

void ThreadPresenter::open(const session::EntryId &root)
{
    if (root.isEmpty())
        return;
    Composer *composer = m_window.thread()->composer();
    if (root != m_thread) {
        m_window.models().thread.follow(nullptr);
        m_thread = root;
        m_conversation = m_workspace.conversation(m_room.room(), root);
        m_loadingDraft = true;
        composer->setChanging({}, {});
        composer->setAnswering({}, {});
        composer->setText(m_workspace.talk().draft(draftName()));
        composer->setHint({});
        m_loadingDraft = false;
        m_window.models().thread.follow(m_conversation.get());
        refreshRights();
        refreshAbout();
    }
    m_window.showThread(true);
    composer->focusEditor();
}

void ThreadPresenter::close()
{
    if (m_thread.isEmpty())
        return;
    m_window.showThread(false);
    m_window.models().thread.follow(nullptr);
    m_conversation.reset();
    m_thread = {};
}

void ThreadPresenter::refreshAbout()
{
    if (m_thread.isEmpty())
        return;
    const ConversationModel &rows = m_window.models().thread;
    int replies = 0;
    for (int i = 0; i < rows.size(); ++i)
        replies += rows.row(i).entry != m_thread && !rows.row(i).deleted ? 1 : 0;
    const QString count = rows.hasOlder() ? tr("more than %n replies", nullptr, replies)
                          : replies == 0  ? tr("no replies yet")
                          : replies == 1  ? tr("1 reply")
                                          : tr("%n replies", nullptr, replies);
    m_window.thread()->setAbout(u"%1 · %2"_s.arg(count, m_workspace.header(m_room.room()).title));
}

void ThreadPresenter::refreshRights()
{
    const session::HeaderView header = m_workspace.header(m_room.room());
    m_window.thread()->composer()->setReadOnlyBecause(
        header.encrypted ? tr("This room is encrypted. Write here in Element.") : header.readOnly);
    const chat::Capabilities &can = m_workspace.talk().capabilities();
    const bool writes = header.readOnly.isEmpty() && !header.encrypted;
    m_window.thread()->conversation()->setAbilities(
        {writes && can.edits, writes && can.deletes, writes && can.reactions, false});
}

void ThreadPresenter::keepDraft(const QString &text)
{
    if (!m_loadingDraft && !m_thread.isEmpty())
        m_workspace.talk().setDraft(draftName(), text);
}

//! What is asked for in a thread is asked for as anywhere else: its card stands in the room.
void ThreadPresenter::hint(const QString &text)
{
    if (m_thread.isEmpty() || m_loadingDraft)
        return;
    const domain::Understanding meant = m_workspace.talk().understand(m_room.room(), text);
    const bool asks = meant.intent == domain::IntentKind::command && !text.trimmed().isEmpty();
    m_window.thread()->composer()->setHint(asks ? m_workspace.talk().consequence(meant) : QString(), u"blue"_s);
}

//! Nothing that was typed is lost: it comes back when it could not be said and is not waiting in the thread.
void ThreadPresenter::send(const QString &text)
{
    Composer *composer = m_window.thread()->composer();
    const session::EntryId answered = composer->answered();
    composer->setAnswering({}, {});
    m_window.thread()->conversation()->scrollToBottom();
    QCoro::connect(
        m_workspace.talk().say(m_room.room(), text, answered, m_thread), this,
        [this, text, composer, room = m_room.room(), thread = m_thread](const Result<session::SaidAnswer> &said) {
            session::Talk &talk = m_workspace.talk();
            if (thread != m_thread) {
                if (!said && !talk.isKept(room, thread, text))
                    talk.setDraft(session::Talk::draftName(room, thread), text);
                if (!said)
                    m_window.showTrouble(said.error().message);
            } else if (said) {
                composer->accepted(text);
            } else if (text.startsWith(u'/') || !m_window.models().thread.hasOwn(text)) {
                composer->refused(text, said.error().message);
            } else if (!talk.isKept(room, thread, text)) { // else its row says it
                composer->setHint(said.error().message, u"amber"_s);
            }
        });
}

} // namespace wardroom::ui
