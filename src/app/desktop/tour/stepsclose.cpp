// SPDX-FileCopyrightText: 2026 The Wardroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/tour/tour.h"

#include "report/verify/verifier.h"
#include "session/approvals.h"
#include "session/board.h"
#include "ui/reports/exportdialog.h"
#include "ui/rooms/roomspane.h"
#include "ui/timeline/detailpane.h"
#include "ui/timeline/timelinepage.h"

#include <QDir>
#include <QLineEdit>
#include <QListView>
#include <QPlainTextEdit>

//! Cancelling, tasks, search, closing, catching up, the record and its export.
namespace wardroom::app {
using namespace Qt::StringLiterals;

QCoro::Task<bool> Tour::cancelOwn()
{
    if (!co_await goTo(m_priya, m_incident.text()))
        co_return false;
    const domain::OpId op = co_await ask(m_priya, u"/ip block 198.51.100.99 for 1h"_s);
    if (op.isEmpty() || !co_await until([&] { return operationRow(m_priya, op) >= 0; }, 10))
        co_return no(u"nothing to cancel was asked for"_s);
    co_await pause(100);
    if (!m_priya.hand->pressInRow(operationRow(m_priya, op), ui::RowAction::cancel))
        co_return no(u"one's own request has no cancel"_s);
    if (co_await until([&] { return m_priya.hand->dialog() != nullptr; }, 2)) {
        auto *why = m_priya.hand->dialog()->findChild<QPlainTextEdit *>();
        m_priya.hand->type(why, u"not needed after all"_s);
        m_priya.hand->press(m_priya.hand->dialog(), u"Cancel the request"_s);
    }
    const auto cancelled = [this, op] { return operation(op)->stage == domain::Stage::cancelled; };
    note(u"op"_s, op.text());
    co_return (co_await until(cancelled, 10)) || no(u"it was not cancelled"_s);
}

QCoro::Task<bool> Tour::tasksAndNotes()
{
    m_priya.hand->say(u"/task add for @mei check the other shop servers"_s);
    const auto added = [this] { return !m_mei.engine().book().state(m_incident).tasks.isEmpty(); };
    if (!co_await until(added, 10))
        co_return no(u"the task was not added"_s);
    const domain::TaskState task = m_mei.engine().book().state(m_incident).tasks.first();
    note(u"task"_s, task.title);
    note(u"assignee"_s, m_mei.workspace().nameOf(task.assignee));
    if (!co_await goTo(m_mei, m_incident.text()))
        co_return false;
    models::TasksModel &tasks = m_mei.window().models().tasks;
    if (!co_await until([&tasks] { return tasks.rowCount() > 0; }, 5))
        co_return no(u"the other desktop shows no task"_s);
    tasks.setData(tasks.index(0, 0), Qt::Checked, Qt::CheckStateRole);
    const auto done = [this] {
        const auto &seen = m_priya.engine().book().state(m_incident).tasks; // may come to her after it came to Mei
        return !seen.isEmpty() && seen.first().done.has_value();
    };
    if (!co_await until(done, 10))
        co_return no(u"ticking the task did not reach the room"_s);
    m_priya.hand->say(u"/note add The password lists came from an old breach."_s);
    const auto noted = [this] { return !m_mei.engine().book().state(m_incident).notes.isEmpty(); };
    if (!co_await until(noted, 10))
        co_return no(u"the note was not added"_s);
    note(u"note"_s, m_mei.engine().book().state(m_incident).notes.first().text);
    co_return true;
}

QCoro::Task<bool> Tour::search()
{
    QLineEdit *field = m_priya.window().rooms()->findChild<QLineEdit *>();
    m_priya.hand->type(field, u"patch shop"_s);
    models::SearchModel &found = m_priya.window().models().found;
    const bool any = co_await until([&found] { return found.rowCount() > 0; }, 10);
    co_await pause(200);
    picture(m_priya, u"search"_s);
    QString hit;
    // Newest first, a page at a time; on a chat server the phone's cards are found as well.
    for (int page = 0; page < 5 && hit.isEmpty(); ++page) {
        for (int row = 0; row < found.rowCount(); ++row)
            if (found.line(row).text.contains(u"/patch apply practice-01 shop-tls"_s))
                hit = found.line(row).text;
        if (hit.isEmpty() && found.canFetchMore({})) {
            found.fetchMore({});
            co_await pause(300);
        }
    }
    note(u"hits"_s, found.rowCount());
    note(u"found"_s, hit);
    field->clear();
    co_await pause(100);
    co_return (any && !hit.isEmpty()) || no(u"the search does not find the earlier command"_s);
}

QCoro::Task<bool> Tour::resolveAndClose()
{
    const auto state = [this]() -> const domain::IncidentState & { return m_priya.engine().book().state(m_incident); };
    m_priya.hand->say(
        u"/incident summary Somebody guessed passwords on the web shop. Nobody got in; the address is blocked and the shop is patched."_s);
    m_priya.hand->say(u"/incident update in 30m"_s);
    m_priya.hand->say(u"/incident status recovered"_s);
    if (!co_await until(
            [&] {
                return state().incident.status == domain::IncidentStatus::recovered &&
                       !state().incident.summary.isEmpty() && state().incident.nextUpdate > 0;
            },
            15))
        co_return no(u"status, summary or next update did not reach the room"_s);
    m_priya.hand->say(u"/alert resolve true password guessing, blocked"_s);
    const auto resolved = [state] {
        const auto alerts = state().alerts.values();
        return std::any_of(alerts.begin(), alerts.end(), [](const auto &a) { return a.resolved.has_value(); });
    };
    if (!co_await until(resolved, 10))
        co_return no(u"the alert was not resolved"_s);
    m_priya.hand->say(
        u"/incident close Password guessing from one network, blocked; both shop packages brought up to date."_s);
    if (!co_await until([&] { return state().incident.closed.has_value(); }, 10))
        co_return no(u"the incident was not closed"_s);
    co_await pause(200);
    picture(m_priya, u"closed"_s);
    note(u"close_summary"_s, state().incident.closeSummary);
    m_priya.hand->say(u"/incident reopen the second server has not been checked"_s);
    co_return (co_await until([&] { return !state().incident.closed.has_value(); }, 10)) ||
        no(u"the incident was not reopened"_s);
}

QCoro::Task<bool> Tour::joinLate()
{
    const QStringList lines = m_mei.workspace().catchUp(m_incident);
    note(u"lines"_s, QJsonArray::fromStringList(lines));
    m_mei.hand->say(u"/room catchup"_s);
    co_await pause(500);
    picture(m_mei, u"catch-up"_s);
    const bool five = lines.size() == 5 &&
                      std::none_of(lines.begin(), lines.end(), [](const QString &l) { return l.trimmed().isEmpty(); });
    co_return five || no(u"who joins late does not see five lines"_s);
}

QCoro::Task<bool> Tour::timelineAndBoard()
{
    models::TimelineModel &timeline = m_priya.window().models().timeline;
    const int all = timeline.rowCount();
    const bool pressed = m_priya.hand->press(m_priya.window().detail(), u"Decisions"_s);
    co_await pause(200);
    const int decisions = timeline.rowCount();
    picture(m_priya, u"timeline-decisions"_s);
    m_priya.hand->press(m_priya.window().detail(), u"All"_s);
    note(u"timeline"_s, all);
    note(u"decisions"_s, decisions);
    m_mei.window().showPage(ui::Page::board);
    co_await pause(300);
    const session::BoardView board = m_mei.workspace().board().view();
    QJsonArray cards;
    for (const session::BoardCard &card : board.cards)
        cards.append(QJsonObject{{u"title"_s, card.title}, {u"words"_s, card.words}, {u"footer"_s, card.footer}});
    note(u"board"_s, cards);
    const bool filtered = pressed && decisions > 0 && decisions < all;
    const bool spoken = !board.cards.isEmpty() && board.cards.first().footer.contains(u"next update"_s);
    co_return (filtered && spoken) ||
        no(u"the timeline does not filter, or the board does not say when the next update comes"_s);
}

QCoro::Task<bool> Tour::exportAndVerify()
{
    m_mei.window().showPage(ui::Page::rooms);
    if (!co_await goTo(m_priya, m_incident.text()))
        co_return false;
    if (!m_priya.hand->press(m_priya.window().detail(), u"Export"_s))
        co_return no(u"there is no export button"_s);
    if (!co_await until([&] { return qobject_cast<ui::ExportDialog *>(m_priya.hand->dialog()) != nullptr; }, 5))
        co_return no(u"no export dialog opened"_s);
    auto *dialog = qobject_cast<ui::ExportDialog *>(m_priya.hand->dialog());
    const QString bundle = QDir(m_folder).absoluteFilePath(u"bundle"_s);
    QDir(bundle).removeRecursively();
    dialog->findChild<QLineEdit *>()->setText(bundle);
    m_priya.hand->press(dialog, u"Export"_s);
    if (!co_await until([&] { return QFile::exists(bundle + u"/manifest.json"_s); }, 60))
        co_return no(u"no bundle was written"_s);
    co_await pause(500);
    picture(m_priya, u"exported"_s);
    const QString trust = m_priya.workspace().trust();
    const report::Verification verified = report::verifyBundle(bundle, trust);
    note(u"verify"_s, verified.toText());
    note(u"files"_s, QJsonArray::fromStringList(QDir(bundle).entryList(QDir::Files)));
    const Result<QByteArray> facts = [&bundle]() -> Result<QByteArray> {
        QFile file(bundle + u"/facts.jsonl"_s);
        return file.open(QFile::ReadOnly) ? Result<QByteArray>(file.readAll())
                                          : fail(ErrorKind::notFound, file.fileName());
    }();
    note(u"facts"_s, facts ? facts->count('\n') : 0);
    dialog->close();
    co_return (verified.exitCode() == 0 && QFile::exists(bundle + u"/report.pdf"_s)) || no(verified.toText());
}

} // namespace wardroom::app
