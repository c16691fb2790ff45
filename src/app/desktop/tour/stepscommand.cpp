// SPDX-FileCopyrightText: 2026 The Wardroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/tour/tour.h"

#include "session/approvals.h"
#include "session/cards.h"
#include "ui/approvals/approvaldialog.h"
#include "ui/incident/sheets.h"

#include <QPlainTextEdit>

//! Asking, handing over, running, verifying, undoing, containing.
namespace wardroom::app {
using namespace Qt::StringLiterals;

namespace {

//! The labels and values of an answer, without times and durations: what has to be the same twice. How much apt says
//! within the half second that a quick answer has differs on a busy machine.
QStringList substance(const session::OperationCard &card)
{
    QStringList lines;
    for (const session::FieldRow &field : card.fields)
        if (!field.source.contains(u"record"_s, Qt::CaseInsensitive) && !field.source.startsWith(u"apt"_s))
            lines.append(field.label + u'=' + field.value);
    return lines;
}

} // namespace

QCoro::Task<bool> Tour::askStatus()
{
    if (!co_await goTo(m_priya, m_incident.text()))
        co_return false;
    QStringList answers[2];
    const QStringList lines{u"/host status practice-01"_s, u"hey, what's going on with practice-01?"_s};
    for (int i = 0; i < 2; ++i) {
        QElapsedTimer took;
        took.start();
        const domain::OpId op = co_await ask(m_priya, lines.at(i));
        if (op.isEmpty() || !co_await finished(m_priya, op, 20))
            co_return no(u"no answer to: %1"_s.arg(lines.at(i)));
        note(u"ms_%1"_s.arg(i + 1), took.elapsed());
        const auto filled = [this, op] {
            const session::ConversationRow *row = m_priya.hand->row(operationRow(m_priya, op));
            return row && !std::get<session::OperationCard>(row->content).fields.isEmpty();
        };
        if (!co_await until(filled, 10))
            co_return no(u"the answer's card stays empty"_s);
        const auto card = std::get<session::OperationCard>(m_priya.hand->row(operationRow(m_priya, op))->content);
        answers[i] = substance(card);
        note(u"op_%1"_s.arg(i + 1), op.text());
        note(u"run_ms_%1"_s.arg(i + 1), operation(op)->finish->took);
        if (operation(op)->finish->outcome != domain::Outcome::done || !operation(op)->decisions.isEmpty())
            co_return no(u"it did not simply run by itself"_s);
    }
    note(u"answer"_s, QJsonArray::fromStringList(answers[0]));
    const bool isSame = !answers[0].isEmpty() && answers[0] == answers[1];
    co_return isSame || no(u"the plain question and the command got different answers: "_s + answers[0].join(u"; "_s) +
                           u" / "_s + answers[1].join(u"; "_s));
}

QCoro::Task<bool> Tour::listFixes()
{
    const domain::OpId op = co_await ask(m_priya, u"/fix list practice-01 CVE-2099-0001"_s);
    if (op.isEmpty() || !co_await finished(m_priya, op, 30))
        co_return no(u"no answer about fixes"_s);
    const domain::CommandFinished finish = *operation(op)->finish;
    note(u"op"_s, op.text());
    note(u"summary"_s, finish.summary);
    note(u"data"_s, finish.data);
    co_await pause(500);
    co_return finish.outcome == domain::Outcome::done || no(u"it failed: %1"_s.arg(finish.summary));
}

QCoro::Task<bool> Tour::handOver()
{
    m_patch = co_await ask(m_priya, u"/patch apply practice-01 shop-tls"_s);
    if (m_patch.isEmpty())
        co_return no(u"no request was made"_s);
    if (!co_await until([&] { return m_mei.workspace().approvals().waitingForMe().size() == 1; }, 10))
        co_return no(u"the other desktop's badge does not count it"_s);
    m_mei.window().showPage(ui::Page::approvals);
    co_await pause(200);
    picture(m_mei, u"badge-and-list"_s);
    // Whoever asked can look, and cannot accept.
    const session::ApprovalView own = m_priya.workspace().approvals().view(m_incident, m_patch);
    const Result<domain::FactId> refused =
        co_await m_priya.workspace().approvals().approve(m_incident, m_patch, {}, u"window"_s);
    note(u"op"_s, m_patch.text());
    note(u"what_will_run"_s, own.argv);
    note(u"effect"_s, own.effect);
    note(u"undo"_s, own.undo);
    note(u"script_hash"_s, own.fullHash);
    note(u"requester_refused"_s, refused ? QString() : refused.error().message);
    if (refused || own.whyNotMe.isEmpty())
        co_return no(u"the requester could accept it"_s);
    co_return co_await approveByDialog(m_mei, m_patch, u"dialog"_s);
}

QCoro::Task<bool> Tour::runAndVerify()
{
    if (!co_await verdict(m_patch, domain::Verdict::verified))
        co_return false;
    const Result<QJsonObject> host = co_await practice().info();
    note(u"host_says"_s, host ? host->value(u"packages"_s).toObject().value(u"shop-tls"_s) : QJsonValue());
    const domain::CommandFinished finish = *operation(m_patch)->finish;
    note(u"log"_s, finish.log.hex());
    note(u"took_ms"_s, finish.took);
    co_await pause(800);
    co_return true;
}

QCoro::Task<bool> Tour::notVerifiedAndUndo()
{
    const Result<QJsonObject> broken = co_await practice().breakPackage(u"shop-web"_s);
    if (!broken)
        co_return no(broken.error().message);
    const domain::OpId op = co_await ask(m_priya, u"/patch apply practice-01 shop-web"_s);
    if (op.isEmpty() || !co_await approveByDialog(m_mei, op, u"second-dialog"_s))
        co_return no(m_problem.isEmpty() ? u"the second patch was not asked for"_s : m_problem);
    if (!co_await verdict(op, domain::Verdict::notVerified))
        co_return false;
    co_await pause(500);
    picture(m_priya, u"not-verified"_s);
    if (!m_priya.hand->pressInRow(operationRow(m_priya, op), ui::RowAction::undo))
        co_return no(u"the card offers no undo"_s);
    if (co_await until([&] { return m_priya.hand->dialog() != nullptr; }, 5)) {
        m_priya.hand->type(m_priya.hand->dialog()->findChild<QPlainTextEdit *>(), u"the new version did not take"_s);
        co_await pause(50);
        picture(m_priya, u"undo-sheet"_s);
        m_priya.hand->press(m_priya.hand->dialog(), u"Ask"_s) || m_priya.hand->press(m_priya.hand->dialog(), u"Undo"_s);
    }
    if (!co_await until([&] { return operation(op) && !operation(op)->undoneBy.isEmpty(); }, 15))
        co_return no(u"undoing was not asked for"_s);
    const domain::OpId undo = operation(op)->undoneBy;
    note(u"undo_op"_s, undo.text());
    if (!co_await approveByDialog(m_mei, undo, u"undo-dialog"_s))
        co_return false;
    const bool undone = co_await verdict(undo, domain::Verdict::verified);
    co_await practice().mend();
    co_await pause(500);
    co_return undone;
}

QCoro::Task<bool> Tour::contain()
{
    connectors::SecurityTool *tool = m_priya.engine().tools().first();
    const QString address = u"203.0.113.99"_s;
    const QJsonObject args{{u"address"_s, address}};
    const Result<QJsonObject> before = co_await tool->perform(u"check"_s, args);
    const domain::OpId op = co_await ask(m_priya, u"/ip block 203.0.113.99 for 1m"_s);
    if (op.isEmpty() || !co_await approveByDialog(m_mei, op, u"block-dialog"_s))
        co_return no(m_problem.isEmpty() ? u"the block was not asked for"_s : m_problem);
    if (!co_await verdict(op, domain::Verdict::verified))
        co_return false;
    const Result<QJsonObject> after = co_await tool->perform(u"check"_s, args);
    note(u"before_block"_s, before ? QJsonValue(*before) : QJsonValue(before.error().message));
    note(u"after_block"_s, after ? QJsonValue(*after) : QJsonValue(after.error().message));
    m_blockUntil = m_clock.nowMs() + 62'000;
    co_await pause(300);
    const bool active = after && after->value(u"active"_s).toBool() && before && !before->value(u"active"_s).toBool();
    if (!active)
        co_return no(u"CrowdSec does not have the decision"_s);
    // The attacker itself, for the four hours of the story.
    const domain::OpId longer = co_await ask(m_priya, u"/ip block 203.0.113.7 for 4h"_s);
    if (longer.isEmpty() || !co_await approveByDialog(m_mei, longer, u"block-4h-dialog"_s))
        co_return no(m_problem.isEmpty() ? u"the four hours were not asked for"_s : m_problem);
    co_return co_await verdict(longer, domain::Verdict::verified);
}

QCoro::Task<bool> Tour::blockEnds()
{
    connectors::SecurityTool *tool = m_priya.engine().tools().first();
    const QJsonObject args{{u"address"_s, u"203.0.113.99"_s}};
    const qint64 wait = m_blockUntil - m_clock.nowMs();
    if (wait > 0)
        co_await pause(static_cast<int>(wait));
    const Result<QJsonObject> after = co_await tool->perform(u"check"_s, args);
    note(u"after_its_time"_s, after ? QJsonValue(*after) : QJsonValue(after.error().message));
    co_return (m_blockUntil > 0 && after && !after->value(u"active"_s).toBool()) ||
        no(u"the block did not end at its time"_s);
}

} // namespace wardroom::app
