// SPDX-FileCopyrightText: 2026 The Wardroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/phonequestions.h"

#include "base/plaintext.h"
#include "session/engine.h"
#include "session/playbookcards.h"

namespace wardroom::session {
using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype kCodeLength = 4;

bool isOpen(const domain::PlaybookRun &run, const domain::PlaybookStepStatus &step)
{
    return run.isRunning() && step.told.state == domain::PlaybookStepState::asking;
}

QString codeOf(const domain::PlaybookStepStatus &step)
{
    return step.question.text().first(kCodeLength).toUpper();
}

//! The option that \a words name, by its id or by what stands beside it; empty: none.
QString optionNamed(const PlaybookCard &card, const QString &words)
{
    QStringList labelled;
    for (const PlaybookChoice &choice : card.choices) {
        if (choice.id.compare(words, Qt::CaseInsensitive) == 0)
            return choice.id;
        if (choice.label.compare(words, Qt::CaseInsensitive) == 0)
            labelled << choice.id;
    }
    return labelled.size() == 1 ? labelled.first() : QString();
}

QString idsOf(const PlaybookCard &card)
{
    QStringList ids;
    for (const PlaybookChoice &choice : card.choices)
        ids << shownPlainly(choice.id, 60);
    return ids.join(u", "_s);
}

} // namespace

PhoneQuestions::PhoneQuestions(Engine &engine) : m_engine(engine) {}

std::optional<PhoneQuestions::Asked> PhoneQuestions::find(const domain::RoomId &room, const QString &code) const
{
    std::optional<Asked> found;
    for (const domain::PlaybookRun &run : m_engine.book().state(room).playbooks) {
        for (const domain::PlaybookStepStatus &step : run.steps) {
            if (!isOpen(run, step) || !step.question.text().startsWith(code, Qt::CaseInsensitive))
                continue;
            if (found)
                return {};
            found = Asked{run, step};
        }
    }
    return found;
}

QCoro::Task<Result<QList<domain::PersonId>>> PhoneQuestions::membersOf(QString group)
{
    const domain::Policy *policy = m_engine.book().workspace().policy();
    if (group.isEmpty() || !policy)
        co_return QList<domain::PersonId>();
    const domain::RoomId room = policy->roomOf(group);
    if (const QString problem = m_engine.book().groupProblem(room); !problem.isEmpty())
        co_return fail(ErrorKind::forbidden, problem);
    co_return co_await m_engine.platform().members(room);
}

QCoro::Task<QString> PhoneQuestions::choose(domain::Entry entry, PhoneChoice choice)
{
    const QPointer<PhoneQuestions> self(this);
    const domain::FactId id = phoneFactId(entry, u"decision"_s);
    if (m_engine.book().admission(entry.room).facts.contains(id))
        co_return QString();
    const std::optional<Asked> before = find(entry.room, choice.code);
    if (!before)
        co_return tr("Nothing in this room asks under the code %1.").arg(choice.code);
    const Result<QList<domain::PersonId>> members = co_await membersOf(before->step.asked.group);
    if (!self)
        co_return QString();
    if (!members)
        co_return tr("It could not be checked who may decide on this: %1").arg(members.error().message);
    const std::optional<Asked> asked = find(entry.room, choice.code); // the wait may have settled it
    const domain::Policy *policy = m_engine.book().workspace().policy();
    if (!asked || !policy || asked->step.question != before->step.question)
        co_return tr("Nothing in this room asks under the code %1.").arg(choice.code);
    const PlaybookCard card = playbookCard(m_engine, entry.room, asked->run);
    const QString option = optionNamed(card, choice.words);
    if (option.isEmpty())
        co_return tr("Choose one of: %1").arg(idsOf(card));
    if (!mayChoose(asked->run, asked->step, {entry.sender, *members, m_engine.clock().nowMs()}, *policy))
        co_return tr("This decision is not yours, or you have made it already.");
    domain::PlaybookDecided fact{asked->run.id, asked->step.question, option, choice.reason, phoneWordOf(entry)};
    domain::Intent intent{entry.room, fact, {}, {}, asked->step.question, id};
    const Result<domain::FactId> said = co_await m_engine.sender().say(intent);
    co_return said ? QString() : said.error().message;
}

void PhoneQuestions::showCards(const domain::RoomId &room)
{
    for (const domain::PlaybookRun &run : m_engine.book().state(room).playbooks) {
        for (const domain::PlaybookStepStatus &step : run.steps) {
            const bool open = isOpen(run, step);
            if (step.question.isEmpty() || (!open && !m_cards.contains(step.question)))
                continue;
            const QString card = cardFor(room, run, step);
            if (m_cards.value(step.question) == card)
                continue;
            m_cards.insert(step.question, card);
            QCoro::connect(m_engine.sender().display(room, u"question/"_s + step.question.text(), card), this,
                           [this, question = step.question](const Result<void> &shown) {
                               if (!shown)
                                   m_cards.remove(question);
                           });
            if (!open)
                m_cards.remove(step.question);
        }
    }
}

QString PhoneQuestions::cardFor(const domain::RoomId &room, const domain::PlaybookRun &run,
                                const domain::PlaybookStepStatus &step) const
{
    const PlaybookCard card = playbookCard(m_engine, room, run);
    if (!isOpen(run, step) || card.questionFact != step.question)
        return tr("%1: settled.").arg(card.title);
    QStringList lines{tr("%1 asks: %2").arg(card.title, card.question)};
    for (const PlaybookChoice &choice : card.choices)
        lines << u"• "_s + shownPlainly(choice.id, 60) + u" – "_s + choice.label;
    lines << card.asked;
    lines << tr("Reply: choose %1 %2").arg(codeOf(step), shownPlainly(card.choices.value(0).id, 60));
    return lines.join(u'\n');
}

} // namespace wardroom::session
