// SPDX-FileCopyrightText: 2026 The Wardroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/roompresenter.h"

#include "session/custody.h"
#include "session/deadlines.h"
#include "session/incidents.h"
#include "session/talk.h"
#include "ui/composer/advicepanel.h"
#include "ui/composer/composer.h"
#include "ui/conversation/conversationview.h"
#include "ui/rooms/roomspane.h"
#include "ui/timeline/clockcards.h"
#include "ui/timeline/detailpane.h"
#include "ui/timeline/timelinepage.h"

#include <QFileDialog>

namespace wardroom::ui {

using namespace Qt::StringLiterals;

RoomPresenter::RoomPresenter(MainWindow &window, session::Workspace &workspace, const Clock &clock, QObject *parent)
    : QObject(parent)
    , m_window(window)
    , m_workspace(workspace)
    , m_clock(clock)
    , m_refreshing([this] { refresh(); })
{
    connectComposer();
    connectAdvice();
    connectRecord();
    connect(&workspace, &session::Workspace::roomChanged, this, [this](const session::RoomId &room) {
        if (room == m_room)
            m_refreshing.want();
    });
    connect(&workspace, &session::Workspace::roomsChanged, this, [this] {
        if (m_workspace.header(m_room).readOnly != m_readOnly) // taken out of it, or in again
            m_refreshing.want();
    });
}

RoomPresenter::~RoomPresenter()
{
    m_window.advice()->clear();
    m_window.models().conversation.follow(nullptr);
}

void RoomPresenter::connectComposer()
{
    Composer *composer = m_window.composer();
    connect(composer, &Composer::sendWanted, this, &RoomPresenter::send);
    connect(composer, &Composer::edited, this, &RoomPresenter::onEdited);
    connect(composer, &Composer::attachWanted, this, &RoomPresenter::attach);
    connect(composer, &Composer::draftChanged, this, [this](const QString &text) {
        if (!m_loadingDraft && !m_room.isEmpty())
            m_workspace.talk().setDraft(m_room, text);
    });
    connect(&m_workspace.talk(), &session::Talk::hinted, this,
            [this](const session::RoomId &room, const QString &sentence) {
                if (room == m_room)
                    m_window.composer()->setHint(sentence, u"blue"_s);
            });
}

void RoomPresenter::connectAdvice()
{
    AdvicePanel *panel = m_window.advice();
    connect(&m_workspace.talk(), &session::Talk::advised, this, [this, panel](const session::Advice &advice) {
        const bool keeps = !advice.asked && panel->isVisible() && panel->advice().asked && !panel->advice().isQuestion;
        if (advice.room == m_room && !keeps) // a tip does not push an answer away that is being read
            panel->setAdvice(advice);
    });
    connect(panel, &AdvicePanel::chosen, this, [this](const QString &line) {
        m_window.composer()->setText(line);
        m_window.composer()->focusEditor();
    });
    connect(panel, &AdvicePanel::closed, this, [this] { m_window.composer()->focusEditor(); });
    connect(m_window.composer(), &Composer::explainWanted, this, &RoomPresenter::explain);
}

//! With nothing typed: help.
void RoomPresenter::explain(const QString &text)
{
    if (m_room.isEmpty())
        return;
    if (text.trimmed().isEmpty())
        return m_workspace.talk().help(m_room);
    QCoro::connect(m_workspace.talk().explain(m_room, text), this,
                   [this, room = m_room](const Result<session::Advice> &explained) {
                       if (room != m_room)
                           return;
                       if (explained)
                           m_window.advice()->setAdvice(*explained);
                       else
                           m_window.composer()->setHint(explained.error().message, u"amber"_s);
                   });
}

void RoomPresenter::connectRecord()
{
    connect(m_window.header(), &RoomHeader::stageWanted, this,
            [this](domain::IncidentStatus status) { report(m_workspace.incidents().setStatus(m_room, status)); });
    connect(m_window.header(), &RoomHeader::commandWanted, this, &RoomPresenter::runCommand);
    connect(m_window.detail()->timeline(), &TimelinePage::lineChosen, this, [this](int row) {
        const session::TimelineLine line = m_window.models().timeline.line(row);
        if (m_conversation && !line.entry.isEmpty())
            m_conversation->showAround(line.entry);
    });
    connect(m_window.detail()->clocks(), &ClockCards::metWanted, this, &RoomPresenter::askMet);
    connect(m_window.detail(), &DetailPane::taskWanted, this,
            [this](const QString &title) { report(m_workspace.incidents().addTask(m_room, title, m_workspace.me())); });
    connect(&m_window.models().tasks, &models::TasksModel::finishWanted, this,
            [this](const session::FactId &task) { report(m_workspace.incidents().finishTask(m_room, task)); });
    connect(m_window.conversation(), &ConversationView::reachedBottom, this, [this] { m_workspace.markRead(m_room); });
}

void RoomPresenter::report(QCoro::Task<Result<session::FactId>> task)
{
    QCoro::connect(std::move(task), this, [this](const Result<session::FactId> &done) {
        if (!done)
            m_window.showTrouble(done.error().message);
    });
}

void RoomPresenter::open(const session::RoomId &room)
{
    m_window.showPage(Page::rooms);
    if (room.isEmpty() || room == m_room) {
        m_window.composer()->focusEditor();
        return;
    }
    m_window.composer()->setChanging({}, {});
    qint64 unread = 0;
    for (const session::RoomLine &line : m_workspace.rooms())
        if (line.id == room)
            unread = line.unread;
    m_room = room;
    m_window.models().conversation.follow(nullptr);
    m_conversation = m_workspace.conversation(room);
    m_window.models().conversation.follow(m_conversation.get());
    m_window.conversation()->setUnread(static_cast<int>(std::min<qint64>(unread, 10'000)));
    m_window.rooms()->setCurrentRoom(room);
    m_workspace.lookAt(room);
    m_workspace.markRead(room);
    m_loadingDraft = true;
    m_window.composer()->setText(m_workspace.talk().draft(room));
    m_window.composer()->setHint({});
    m_window.composer()->setAnswering({}, {});
    m_window.composer()->setExplainable(false);
    m_window.advice()->clear();
    m_loadingDraft = false;
    m_refreshing.now();
    m_window.composer()->focusEditor();
    Q_EMIT opened(room);
}

void RoomPresenter::openAt(const session::RoomId &room, const session::EntryId &entry)
{
    open(room);
    if (m_conversation)
        m_conversation->showAround(entry);
}

void RoomPresenter::refresh()
{
    auto &models = m_window.models();
    const session::HeaderView header = m_workspace.header(m_room);
    m_readOnly = header.readOnly;
    m_window.header()->setView(header, m_clock.nowMs());
    m_window.composer()->setReadOnlyBecause(
        header.encrypted ? tr("This room is encrypted, so nothing written by Wardroom could be read back or proved. "
                              "Use a room without encryption, or write here in Element.")
                         : header.readOnly);
    const QList<session::TimelineLine> timeline = m_workspace.timeline(m_room);
    models.timeline.setLines(timeline);
    models.tasks.setTasks(m_workspace.tasks(m_room));
    models.people.setPeople(m_workspace.people(m_room));
    m_window.detail()->clocks()->setClocks(m_workspace.deadlines().lines(m_room), m_clock.nowMs());
    m_window.detail()->setEvidence(m_workspace.evidence(m_room));
    m_window.detail()->setTasksAllowed(m_workspace.header(m_room).isIncident);
    m_window.detail()->setRecord(m_workspace.recordSentence(m_room), m_workspace.isRecordIntact(m_room));
    const QList<session::CustodyLine> witnesses = session::custodyOf(m_workspace.engine(), m_room);
    m_window.detail()->setWitnesses(witnesses.size(), std::count_if(witnesses.begin(), witnesses.end(),
                                                                    [](const auto &line) { return line.differs(); }));
}

void RoomPresenter::refreshClock()
{
    if (m_room.isEmpty())
        return;
    m_window.header()->setView(m_workspace.header(m_room), m_clock.nowMs());
    m_window.detail()->clocks()->setClocks(m_workspace.deadlines().lines(m_room), m_clock.nowMs());
}

void RoomPresenter::send(const QString &text)
{
    m_window.conversation()->scrollToBottom();
    m_window.advice()->clearTip();
    const session::EntryId answered = m_window.composer()->answered();
    const QString words = m_window.composer()->answeredWords();
    m_window.composer()->setAnswering({}, {});
    QCoro::connect(m_workspace.talk().say(m_room, text, answered), this,
                   [this, text, answered, words, room = m_room](const Result<session::SaidAnswer> &said) {
                       if (!said)
                           return refused(room, text, said.error().message, answered, words);
                       if (room == m_room)
                           m_window.composer()->accepted(text);
                   });
}

//! Nothing that was typed is lost: it comes back into the message, with what it answers.
void RoomPresenter::refused(const session::RoomId &room, const QString &text, const QString &why,
                            const session::EntryId &answered, const QString &words)
{
    Composer *composer = m_window.composer();
    if (room != m_room) {
        if (!m_workspace.talk().isKept(room, {}, text))
            m_workspace.talk().setDraft(room, text);
        m_window.showTrouble(why);
    } else if (m_workspace.talk().isKept(room, {}, text)) {
        return; // its row says why, and tries all of it again
    } else if (text.startsWith(u'/') || !m_window.models().conversation.hasOwn(text)) {
        composer->refused(text, why);
        if (!answered.isEmpty())
            composer->setAnswering(answered, words);
    } else {
        composer->setHint(why, u"amber"_s);
    }
}

void RoomPresenter::onEdited(const QString &text, int cursor)
{
    if (m_room.isEmpty() || m_loadingDraft)
        return;
    Composer *composer = m_window.composer();
    Q_EMIT typed(m_room, text);
    if (!composer->changing().isEmpty()) {
        composer->setHint(tr("Enter changes what you said. It asks for nothing, and what it said before stays on the "
                             "record."));
        return;
    }
    QList<CompletionItem> items;
    const QString before = text.left(cursor);
    const QString word = before.mid(before.lastIndexOf(u' ') + 1);
    if (text.startsWith(u'/') || word.startsWith(u'@'))
        for (const auto &each : m_workspace.talk().completions(m_room, text, cursor))
            items << CompletionItem{each.insert, each.label, each.hint};
    composer->setCompletions(items);
    if (text.trimmed().isEmpty()) {
        composer->setHint({});
        composer->setExplainable(false);
        return;
    }
    const domain::Understanding meant = m_workspace.talk().understand(m_room, text);
    const QString line = text.startsWith(u'/') ? QString() : m_workspace.talk().spelled(meant);
    const auto withTab = [&](const QString &hint) {
        if (line.isEmpty())
            return hint;
        return hint.contains(line) ? tr("%1 · Tab writes it out").arg(hint) : tr("%1 · Tab writes %2").arg(hint, line);
    };
    composer->setExplainable(meant.intent == domain::IntentKind::command);
    switch (meant.intent) {
    case domain::IntentKind::command:
        composer->setHint(withTab(m_workspace.talk().consequence(meant)), u"blue"_s, line);
        break;
    case domain::IntentKind::help: composer->setHint(tr("Understood: help")); break;
    case domain::IntentKind::clarify: composer->setHint(withTab(meant.question), u"amber"_s, line); break;
    case domain::IntentKind::chatter: composer->setHint({}); break;
    }
}

void RoomPresenter::attach()
{
    auto *chooser = new QFileDialog(&m_window, tr("Attach a file"));
    chooser->setAttribute(Qt::WA_DeleteOnClose);
    chooser->setFileMode(QFileDialog::ExistingFile);
    connect(chooser, &QFileDialog::fileSelected, this, [this](const QString &path) {
        QCoro::connect(m_workspace.talk().attach(m_room, path), this, [this](const Result<session::SaidAnswer> &said) {
            if (!said)
                m_window.showTrouble(said.error().message);
        });
    });
    chooser->open();
}

} // namespace wardroom::ui
