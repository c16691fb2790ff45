// SPDX-FileCopyrightText: 2026 The Wardroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/playbookcards.h"

#include "session/engine.h"
#include "session/playbookcardmaker.h"

namespace wardroom::session {
using namespace Qt::StringLiterals;

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("PlaybookCards", text);
}

} // namespace

QString playbookStepWords(PlaybookStepLook look)
{
    switch (look) {
    case PlaybookStepLook::ahead: return tr("to come");
    case PlaybookStepLook::running: return tr("running");
    case PlaybookStepLook::approval: return tr("waits for approval");
    case PlaybookStepLook::asking: return tr("waits for a decision");
    case PlaybookStepLook::waiting: return tr("waits");
    case PlaybookStepLook::skipped: return tr("left out");
    case PlaybookStepLook::done: return tr("done");
    case PlaybookStepLook::failed: return tr("failed");
    }
    return {};
}

QString playbookStepSign(PlaybookStepLook look)
{
    switch (look) {
    case PlaybookStepLook::ahead: return u"○"_s;
    case PlaybookStepLook::running: return u"▶"_s;
    case PlaybookStepLook::approval:
    case PlaybookStepLook::asking: return u"?"_s;
    case PlaybookStepLook::waiting: return u"…"_s;
    case PlaybookStepLook::skipped: return u"–"_s;
    case PlaybookStepLook::done: return u"✓"_s;
    case PlaybookStepLook::failed: return u"✗"_s;
    }
    return {};
}

QString playbookSpoken(const PlaybookCard &card)
{
    QStringList parts{card.title, card.byline, card.status, card.question, card.asked};
    for (const PlaybookStepLine &step : card.steps)
        parts << step.title + u", "_s + playbookStepWords(step.look) +
                     (step.note.isEmpty() ? QString() : u", "_s + step.note);
    parts.removeAll(QString());
    return parts.join(u'\n');
}

PlaybookCard playbookCard(const Engine &engine, const RoomId &room, const domain::PlaybookRun &run)
{
    return PlaybookCardMaker(engine, room, run).make();
}

QStringList playbookLines(const PlaybookCard &card)
{
    QStringList lines{card.title, card.byline, card.status};
    for (const PlaybookStepLine &step : card.steps)
        lines << u"  "_s + playbookStepSign(step.look) + u' ' + step.title +
                     (step.note.isEmpty() ? QString() : u" · "_s + step.note);
    if (card.questionFact.isEmpty())
        return lines;
    QStringList choices;
    for (const PlaybookChoice &choice : card.choices)
        choices << choice.id + u" ("_s + choice.label + u')';
    return lines << card.question << choices.join(u", "_s) << card.asked;
}

bool mayChoose(const domain::PlaybookRun &run, const domain::PlaybookStepStatus &step, const Chooser &chooser,
               const domain::Policy &policy)
{
    const PersonId &person = chooser.person;
    const bool isAsked = step.asked.who.isEmpty() || step.asked.who.contains(person);
    const bool isMember = step.asked.group.isEmpty() || chooser.members.contains(person);
    const auto before = [&](const domain::PlaybookDecision &d) {
        return d.said.by == person && d.counts && d.decided.question == step.question;
    };
    return run.isRunning() && isAsked && isMember && !policy.bots.contains(person) &&
           chooser.nowMs <= step.asked.until && std::none_of(run.decisions.begin(), run.decisions.end(), before);
}

bool mayChoose(const Engine &engine, const domain::PlaybookRun &run, const domain::PlaybookStepStatus &step)
{
    const domain::Policy *policy = engine.book().workspace().policy();
    return policy &&
           mayChoose(run, step,
                     {engine.me(), engine.lastMembers(policy->roomOf(step.asked.group)), engine.clock().nowMs()},
                     *policy);
}

} // namespace wardroom::session
