// SPDX-FileCopyrightText: 2026 The Wardroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/cardpresenter.h"

#include "session/alerts.h"
#include "session/approvals.h"
#include "session/playbooks.h"
#include "session/talk.h"
#include "ui/composer/composer.h"
#include "ui/conversation/conversationview.h"
#include "ui/conversation/outputdialog.h"
#include "ui/conversation/threadpane.h"
#include "ui/incident/sheets.h"
#include "ui/shell/asking.h"

namespace wardroom::ui {

using namespace Qt::StringLiterals;

CardPresenter::CardPresenter(MainWindow &window, session::Workspace &workspace, QObject *parent)
    : QObject(parent)
    , m_window(window)
    , m_workspace(workspace)
{
    for (ConversationView *view : {window.conversation(), window.thread()->conversation()}) {
        view->setLeads([this](const session::ConversationRow &row) {
            const QString text = models::ConversationModel::spoken(row);
            if (const auto *alert = std::get_if<session::AlertCard>(&row.content))
                return m_workspace.talk().leadsOfAlert(*alert, text);
            const auto *card = std::get_if<session::OperationCard>(&row.content);
            return m_workspace.talk().leads(text, card ? card->host : QString());
        });
        connect(view, &ConversationView::lineWanted, this, &CardPresenter::compose);
    }
}

CardPresenter::~CardPresenter()
{
    m_window.conversation()->setLeads({});
    m_window.thread()->conversation()->setLeads({});
}

void CardPresenter::act(const session::RoomId &room, const session::ConversationRow &row, RowAction action)
{
    if (action == RowAction::retry)
        m_workspace.talk().retry(row.outboxId);
    else if (action == RowAction::discard)
        m_workspace.talk().discard(row.outboxId);
    else if (action == RowAction::answer)
        answer(row);
    else if (action == RowAction::quote)
        compose(m_workspace.talk().noteOf(models::ConversationModel::spoken(row)));
    else if (const auto *alert = std::get_if<session::AlertCard>(&row.content))
        actOnAlert(room, *alert, action);
    else if (const auto *operation = std::get_if<session::OperationCard>(&row.content))
        actOnOperation(room, *operation, action);
    else if (const auto *run = std::get_if<session::PlaybookCard>(&row.content))
        actOnPlaybook(room, *run, action);
}

void CardPresenter::actOnPlaybook(const session::RoomId &room, const session::PlaybookCard &card, RowAction action)
{
    if (action == RowAction::stopPlaybook)
        return stopPlaybook(room, card);
    for (const session::PlaybookStepLine &step : card.steps)
        if (action == RowAction::decide && step.canDecide)
            Q_EMIT decisionWanted(room, step.op);
    const int choice = int(action) - int(RowAction::choose0);
    if (choice < 0 || choice >= card.choices.size())
        return;
    QCoro::connect(m_workspace.playbooks().decide(room, card.run, card.questionFact, card.choices.at(choice).id, {}),
                   this, [this](const Result<session::FactId> &done) {
                       if (!done)
                           m_window.showTrouble(done.error().message);
                   });
}

void CardPresenter::stopPlaybook(const session::RoomId &room, const session::PlaybookCard &card)
{
    auto *sheet = new WordsSheet(
        {tr("Stop the playbook"),
         tr("No further step is asked for, and what waits for approval is taken back. What was done stays done."),
         tr("Reason"),
         tr("Stop it"),
         tr("Say why."),
         {}},
        &m_window);
    connect(sheet, &Sheet::confirmed, this, [this, sheet, room, run = card.run] {
        finish(sheet, m_workspace.playbooks().stop(room, run, sheet->words()));
    });
    sheet->open();
}

void CardPresenter::actOnAlert(const session::RoomId &room, const session::AlertCard &card, RowAction action)
{
    const session::FactId alert = card.alert;
    switch (action) {
    case RowAction::acknowledge:
        QCoro::connect(m_workspace.alerts().acknowledge(room, alert), this,
                       [this](const Result<session::FactId> &done) {
                           if (!done)
                               m_window.showTrouble(done.error().message);
                       });
        break;
    case RowAction::thatWasMe: {
        auto *sheet = new WordsSheet({tr("That was me"),
                                      tr("Your words go on the record and the alert stops calling people."),
                                      tr("What you did"),
                                      tr("Say it"),
                                      tr("Say in a few words what you did."),
                                      {}},
                                     &m_window);
        connect(sheet, &Sheet::confirmed, this,
                [this, sheet, room, alert] { finish(sheet, m_workspace.alerts().claim(room, alert, sheet->words())); });
        sheet->open();
        break;
    }
    case RowAction::resolve: {
        auto *sheet = new ResolveSheet(card.title, &m_window);
        connect(sheet, &Sheet::confirmed, this, [this, sheet, room, alert] {
            finish(sheet, m_workspace.alerts().resolve(room, alert, sheet->resolution(), sheet->note()));
        });
        sheet->open();
        break;
    }
    case RowAction::openIncident: openIncident(room, card); break;
    case RowAction::goToIncident: Q_EMIT roomWanted(card.incident); break;
    default: break;
    }
}

void CardPresenter::answer(const session::ConversationRow &row)
{
    m_window.composer()->setAnswering(row.entry, tr("%1: %2").arg(row.author, models::ConversationModel::spoken(row)));
    m_window.composer()->focusEditor();
}

void CardPresenter::compose(const QString &line)
{
    m_window.composer()->setText(line);
    m_window.composer()->focusEditor();
}

//! What only reads runs at once; anything else is shown in the message first.
void CardPresenter::runAgain(const session::RoomId &room, const session::OperationCard &card)
{
    if (!m_workspace.talk().onlyReads(card.again))
        return compose(card.again);
    m_window.conversation()->scrollToBottom();
    QCoro::connect(m_workspace.talk().say(room, card.again), this, [this](const Result<session::SaidAnswer> &said) {
        if (!said)
            m_window.showTrouble(said.error().message);
    });
}

void CardPresenter::showRaw(const session::OperationCard &card)
{
    auto *dialog = new OutputDialog(m_window.theme(), card.title, card.log.hex(), &m_window);
    const QPointer<OutputDialog> open(dialog);
    QCoro::connect(m_workspace.talk().rawOutput(card.log), dialog, [open](const Result<QString> &text) {
        if (open)
            open->setOutput(text ? *text : text.error().message);
    });
    dialog->open();
}

void CardPresenter::openIncident(const session::RoomId &room, const session::AlertCard &card)
{
    const bool grave = card.severity >= domain::AlertSeverity::high;
    auto *sheet = new OpenIncidentSheet(card.title, grave ? 2 : 3, m_workspace.people(room), &m_window);
    connect(sheet, &Sheet::confirmed, this, [this, sheet, room, alert = card.alert] {
        const QPointer<Sheet> open(sheet);
        QCoro::connect(m_workspace.alerts().openIncident(room, alert, sheet->title(), sheet->severity(), sheet->lead()),
                       this, [this, open](const Result<session::RoomId> &made) {
                           if (!made && open)
                               open->setProblem(made.error().message);
                           if (!made)
                               return;
                           if (open)
                               open->accept();
                           Q_EMIT roomWanted(*made);
                       });
    });
    sheet->open();
}

void CardPresenter::askReason(const session::RoomId &room, const session::OperationCard &card, bool undo)
{
    const WordsSheet::Texts texts =
        undo ? WordsSheet::Texts{tr("Undo: %1").arg(card.title),
                                 tr("Undoing is a change of its own: it waits for approval at the same risk."),
                                 tr("Reason"),
                                 tr("Ask for the undo"),
                                 tr("Say why."),
                                 {}}
             : WordsSheet::Texts{tr("Cancel the request"), card.title,     tr("Reason"),
                                 tr("Cancel the request"), tr("Say why."), {}};
    auto *sheet = new WordsSheet(texts, &m_window);
    connect(sheet, &Sheet::confirmed, this, [this, sheet, room, op = card.op, undo] {
        session::Approvals &approvals = m_workspace.approvals();
        finish(sheet, undo ? approvals.undo(room, op, sheet->words()) : approvals.cancel(room, op, sheet->words()));
    });
    sheet->open();
}

void CardPresenter::actOnOperation(const session::RoomId &room, const session::OperationCard &card, RowAction action)
{
    if (action == RowAction::raw)
        showRaw(card);
    else if (action == RowAction::again)
        runAgain(room, card);
    else if (action == RowAction::decide)
        Q_EMIT decisionWanted(room, card.op);
    else if (action == RowAction::cancel || action == RowAction::undo)
        askReason(room, card, action == RowAction::undo);
}

} // namespace wardroom::ui
