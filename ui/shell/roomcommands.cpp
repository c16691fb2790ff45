// SPDX-FileCopyrightText: 2026 The Wardroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/deadlines.h"
#include "session/incidents.h"
#include "ui/incident/clocksheet.h"
#include "ui/incident/sheets.h"
#include "ui/shell/asking.h"
#include "ui/shell/roompresenter.h"

#include <QMessageBox>

//! What the menu above a conversation asks for.
namespace wardroom::ui {

using namespace Qt::StringLiterals;

void RoomPresenter::runCommand(RoomCommand command)
{
    switch (command) {
    case RoomCommand::severity:
    case RoomCommand::lead:
    case RoomCommand::nextUpdate: askChoice(command); break;
    case RoomCommand::tlp: askTlp(); break;
    case RoomCommand::legalClock: askClock(); break;
    case RoomCommand::catchUp: {
        auto *box = new QMessageBox(QMessageBox::NoIcon, tr("Catch up"), m_workspace.catchUp(m_room).join(u"\n\n"_s),
                                    QMessageBox::Close, &m_window);
        box->setTextFormat(Qt::PlainText);
        box->setAttribute(Qt::WA_DeleteOnClose);
        box->open();
        break;
    }
    case RoomCommand::rename:
    case RoomCommand::topic:
    case RoomCommand::removePerson:
    case RoomCommand::leave: break; // MembershipPresenter's
    default: askWords(command); break;
    }
}

void RoomPresenter::askWords(RoomCommand command)
{
    using Texts = WordsSheet::Texts;
    const QString need = tr("Write something first.");
    const Texts texts = [&]() -> Texts {
        switch (command) {
        case RoomCommand::summary:
            return {tr("Summary"), tr("In plain words, for people who were not there. The status board shows it."),
                    tr("Summary"), tr("Post"),
                    need,          {}};
        case RoomCommand::addTask: return {tr("Add a task"), {}, tr("Task"), tr("Add"), need, {}};
        case RoomCommand::close:
            return {tr("Close the incident"), tr("The room stays. It can be reopened."), tr("Summary"),
                    tr("Close incident"),     tr("Say in a sentence how it ended."),     {}};
        case RoomCommand::reopen:
            return {tr("Reopen the incident"), {}, tr("Reason"), tr("Reopen incident"), tr("Say why."), {}};
        default: return {tr("Add a note"), tr("Notes are part of the record."), tr("Note"), tr("Add"), need, {}};
        }
    }();
    auto *sheet = new WordsSheet(texts, &m_window);
    connect(sheet, &Sheet::confirmed, this, [this, sheet, command, room = m_room] {
        session::Incidents &incidents = m_workspace.incidents();
        const QString words = sheet->words();
        switch (command) {
        case RoomCommand::summary: finish(sheet, incidents.summarise(room, words)); break;
        case RoomCommand::addTask: finish(sheet, incidents.addTask(room, words, m_workspace.me())); break;
        case RoomCommand::close: finish(sheet, incidents.close(room, words)); break;
        case RoomCommand::reopen: finish(sheet, incidents.reopen(room, words)); break;
        default: finish(sheet, incidents.addNote(room, words)); break;
        }
    });
    sheet->open();
}

void RoomPresenter::askChoice(RoomCommand command)
{
    QList<std::pair<QString, QVariant>> choices;
    QString title, label, reason;
    QVariant current;
    if (command == RoomCommand::severity) {
        title = tr("Change severity");
        label = tr("Severity");
        reason = tr("Reason");
        choices = severityChoices();
        current = static_cast<int>(m_workspace.header(m_room).severity);
    } else if (command == RoomCommand::lead) {
        title = tr("Change lead");
        label = tr("Lead");
        for (const session::PersonLine &person : m_workspace.people(m_room))
            choices << std::pair(person.name, QVariant(person.id.text()));
    } else {
        title = tr("Promise the next update");
        label = tr("Within");
        choices = {{tr("15 minutes"), 15},
                   {tr("30 minutes"), 30},
                   {tr("1 hour"), 60},
                   {tr("4 hours"), 240},
                   {tr("1 day"), 1440}};
        current = 30;
    }
    auto *sheet = new ChoiceSheet(title, label, choices, current, reason, &m_window);
    connect(sheet, &Sheet::confirmed, this, [this, sheet, command, room = m_room] {
        session::Incidents &incidents = m_workspace.incidents();
        if (command == RoomCommand::severity)
            finish(sheet, incidents.setSeverity(room, sheet->choice().toLongLong(), sheet->reason()));
        else if (command == RoomCommand::lead)
            finish(sheet, incidents.setLead(room, session::PersonId(sheet->choice().toString())));
        else
            finish(sheet, incidents.promiseUpdate(room, m_clock.nowMs() + sheet->choice().toLongLong() * 60'000));
    });
    sheet->open();
}

void RoomPresenter::askTlp()
{
    using domain::Tlp;
    // The labels are names: the same in every language. What they mean is FIRST's short form of it.
    const auto choice = [](Tlp tlp, const QString &means) {
        return std::pair(u"TLP:%1 · %2"_s.arg(domain::wordOf(tlp).toUpper(), means), QVariant(static_cast<int>(tlp)));
    };
    const QList<std::pair<QString, QVariant>> choices{
        choice(Tlp::red, tr("only who is here")), choice(Tlp::amberStrict, tr("our organisation, who needs it")),
        choice(Tlp::amber, tr("our organisation and its clients, who needs it")),
        choice(Tlp::green, tr("our community")), choice(Tlp::clear, tr("anybody"))};
    const Tlp now = m_workspace.header(m_room).tlp.value_or(Tlp::amber);
    auto *sheet = new ChoiceSheet(tr("Sharing label"), tr("May be shared with"), choices, static_cast<int>(now),
                                  tr("Reason"), &m_window);
    connect(sheet, &Sheet::confirmed, this, [this, sheet, room = m_room] {
        finish(sheet, m_workspace.incidents().setTlp(room, static_cast<Tlp>(sheet->choice().toInt()), sheet->reason()));
    });
    sheet->open();
}

void RoomPresenter::askClock()
{
    auto *sheet = new ClockSheet(m_workspace.deadlines().regimes(), m_clock.nowMs(), &m_window);
    connect(sheet, &Sheet::confirmed, this, [this, sheet, room = m_room] {
        session::Deadlines &deadlines = m_workspace.deadlines();
        finish(sheet, sheet->isReported() ? deadlines.start(room, sheet->regime(), sheet->since(), sheet->reason())
                                          : deadlines.declineReport(room, sheet->regime(), sheet->reason()));
    });
    sheet->open();
}

void RoomPresenter::askMet(const session::DeadlineLine &clock)
{
    const WordsSheet::Texts texts{tr("%1 submitted?").arg(clock.name),
                                  tr("Recorded with this moment. Reports that count from it get their own clock."),
                                  tr("Where and by whom"),
                                  tr("Submitted"),
                                  tr("Say to whom it went, so that others can find it."),
                                  {}};
    auto *sheet = new WordsSheet(texts, &m_window);
    connect(sheet, &Sheet::confirmed, this, [this, sheet, clock, room = m_room] {
        finish(sheet, m_workspace.deadlines().meet(room, clock.id, sheet->words()));
    });
    sheet->open();
}

} // namespace wardroom::ui
