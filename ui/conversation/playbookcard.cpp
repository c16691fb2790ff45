// SPDX-FileCopyrightText: 2026 The Wardroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/playbookcards.h"
#include "ui/conversation/rowbuilder.h"

#include <QCoreApplication>

namespace wardroom::ui {

using session::PlaybookCard;
using session::PlaybookLook;
using session::PlaybookStepLine;
using session::PlaybookStepLook;

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("PlaybookCard", text);
}

QColor stripeOf(const PlaybookCard &card, const Tokens &t)
{
    switch (card.look) {
    case PlaybookLook::running: return t.accent;
    case PlaybookLook::asking: return t.amber;
    case PlaybookLook::done: return t.green;
    case PlaybookLook::failed: return t.red;
    case PlaybookLook::stopped: break;
    }
    return t.muted;
}

QColor statusInk(const PlaybookCard &card, const Tokens &t)
{
    switch (card.look) {
    case PlaybookLook::done: return t.greenInk;
    case PlaybookLook::failed: return t.redInk;
    default: return t.muted;
    }
}

QColor inkOf(PlaybookStepLook look, const Tokens &t)
{
    switch (look) {
    case PlaybookStepLook::done: return t.greenInk;
    case PlaybookStepLook::failed: return t.redInk;
    case PlaybookStepLook::approval:
    case PlaybookStepLook::asking: return t.amberInk;
    case PlaybookStepLook::running: return t.text;
    default: return t.muted;
    }
}

int addStep(RowBuilder &b, const PlaybookStepLine &step, int left, int y, int right)
{
    const Tokens &t = b.tokens();
    const QColor ink = inkOf(step.look, t);
    const int words = left + b.px(22);
    b.oneLine(session::playbookStepSign(step.look), left + b.px(2), y, ink, Face::strong, b.px(20));
    const int state =
        b.oneLine(session::playbookStepWords(step.look), 0, y + 1, ink, Face::small, b.px(150), right).width();
    const bool isQuiet = step.look == PlaybookStepLook::ahead || step.look == PlaybookStepLook::skipped;
    y += b.text(step.title, words, y, isQuiet ? t.muted : t.text, {Face::body, right - words - state - b.px(12), 2})
             .height();
    if (!step.note.isEmpty())
        y += b.text(step.note, words, y, t.muted, {Face::small, right - words, 3}).height();
    return y + b.px(4);
}

//! What is asked stands apart from the steps, with its buttons below it.
int addQuestion(RowBuilder &b, const PlaybookCard &card, int left, int y, int right)
{
    const Tokens &t = b.tokens();
    const int pad = b.px(10);
    const qsizetype box = b.openBox(QRect(left, y, right - left, 10), t.amber, t.dark ? t.background : t.panel);
    int at = y + b.px(8);
    at += b.text(card.question, left + pad + b.px(4), at, t.text, {Face::strong, right - left - 2 * pad, 4}).height() +
          b.px(2);
    at += b.text(card.asked, left + pad + b.px(4), at, t.muted, {Face::small, right - left - 2 * pad, 2}).height();
    QList<ActionSpot> choices;
    for (qsizetype i = 0; i < card.choices.size() && i < mostChoices && card.canChoose; ++i)
        choices << ActionSpot{{}, RowAction(int(RowAction::choose0) + int(i)), card.choices.at(i).label, false};
    if (!choices.isEmpty())
        at = b.buttons(choices, left + pad + b.px(4), at + b.px(8), right - pad);
    at += b.px(10);
    b.closeBox(box, at);
    return at;
}

QList<ActionSpot> actionsOf(const PlaybookCard &card)
{
    QList<ActionSpot> spots;
    const auto mine = [](const PlaybookStepLine &step) { return step.canDecide; };
    if (std::any_of(card.steps.begin(), card.steps.end(), mine))
        spots << ActionSpot{{}, RowAction::decide, tr("Review and decide…"), true};
    if (card.canStop)
        spots << ActionSpot{{}, RowAction::stopPlaybook, tr("Stop the playbook…"), false};
    return spots;
}

} // namespace

int addPlaybookCard(RowBuilder &b, const PlaybookCard &card, int x, int y, int right)
{
    const Tokens &t = b.tokens();
    const qsizetype box = b.openBox(QRect(x, y, right - x, 10), stripeOf(card, t));
    const int left = x + b.px(15), inner = right - b.px(13);
    int at = y + b.px(9);
    at += b.text(card.title, left, at, t.text, {Face::strong, inner - left, 2}).height();
    at += b.text(card.status, left, at + b.px(1), statusInk(card, t), {Face::body, inner - left, 3}).height() + b.px(8);
    for (const PlaybookStepLine &step : card.steps)
        at = addStep(b, step, left, at, inner);
    if (!card.questionFact.isEmpty())
        at = addQuestion(b, card, left, at + b.px(6), inner);
    const QList<ActionSpot> actions = actionsOf(card);
    if (!actions.isEmpty())
        at = b.buttons(actions, left, at + b.px(9), inner);
    at += b.px(10);
    b.closeBox(box, at);
    return at;
}

} // namespace wardroom::ui
