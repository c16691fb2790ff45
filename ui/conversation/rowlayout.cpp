// SPDX-FileCopyrightText: 2026 The Wardroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/conversationmodel.h"
#include "models/times.h"
#include "ui/conversation/rowbuilder.h"

#include <QCoreApplication>

namespace wardroom::ui {

using namespace Qt::StringLiterals;
using session::AuthorKind;
using session::ConversationRow;

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("Conversation", text);
}

int addSeparators(RowBuilder &b, const RowContext &context)
{
    const Tokens &t = b.tokens();
    int y = 0;
    const auto separator = [&](const QString &words, const QColor &color, const QColor &line) {
        const int height = b.px(30), middle = y + height / 2, text = b.lineHeight(Face::tiny);
        const int width = QFontMetrics(b.theme().font(Face::tiny)).horizontalAdvance(words);
        const int left = (b.width() - width) / 2;
        b.add(LineItem{{b.px(20), middle}, {left - b.px(12), middle}, line});
        b.add(LineItem{{left + width + b.px(12), middle}, {b.width() - b.px(20), middle}, line});
        b.oneLine(words, left, middle - text / 2, color, Face::tiny, width + 4);
        y += height + b.px(4);
    };
    if (!context.day.isEmpty())
        separator(context.day, t.muted, t.line);
    if (context.unread)
        separator(tr("New"), t.redInk, t.red);
    return y;
}

AvatarItem avatarOf(const ConversationRow &row, const QRect &rect, const Tokens &t)
{
    switch (row.authorKind) {
    case AuthorKind::tool: return {rect, {}, u"flag"_s, t.violetFill};
    case AuthorKind::bot: return {rect, {}, u"wardroom"_s, t.accentFill};
    case AuthorKind::person: break;
    }
    return {rect, initialsOf(row.author), {}, t.tealFill};
}

QString bylineOf(const ConversationRow &row)
{
    QStringList parts;
    if (row.authorKind == AuthorKind::tool)
        parts << tr("security tool");
    if (const auto *card = std::get_if<session::OperationCard>(&row.content); card && !card->byline.isEmpty())
        parts << card->byline
              << (card->asOf > 0 ? tr("as of %1").arg(models::clockText(card->asOf)) : models::clockText(row.at));
    else if (const auto *run = std::get_if<session::PlaybookCard>(&row.content))
        parts << run->byline;
    else
        parts << models::clockText(row.at);
    if (row.edited)
        parts << tr("edited");
    return parts.join(u" · "_s);
}

int addNotice(RowBuilder &b, const ConversationRow &row, const session::Notice &notice, int y)
{
    const Tokens &t = b.tokens();
    const int dot = b.px(8), x = b.px(60), line = b.lineHeight(Face::small);
    b.add(AvatarItem{QRect(b.px(35) - dot / 2, y + (line - dot) / 2, dot, dot), {}, {}, toneColor(notice.tone, t)});
    const QString words = tr("%1 · %2").arg(notice.text, models::clockText(row.at));
    return y + b.text(words, x, y, t.muted, {Face::small, b.width() - x - b.px(30), 0}).height();
}

int addSendState(RowBuilder &b, const ConversationRow &row, int x, int y, int right)
{
    using store::SendState;
    const Tokens &t = b.tokens();
    const QString problem = row.problem.isEmpty() ? QString() : u" "_s + row.problem;
    if (row.suspect) {
        const QString words = tr("Suspect: kept and shown, but it changes nothing.") + problem;
        return y + b.text(words, x, y + 2, t.redInk, {Face::small, right - x, 0}).height() + 2;
    }
    if (row.send == SendState::sent)
        return y;
    if (row.send == SendState::queued || row.send == SendState::sending)
        return y + b.oneLine(tr("Waiting to be sent…"), x, y + 2, t.muted, Face::small, right - x).height() + 2;
    const QString words = row.send == SendState::failed ? tr("Not sent.") + problem
                                                        : tr("It is not known whether the room has this.") + problem;
    const bool isFact = std::holds_alternative<session::Notice>(row.content);
    const QString kept =
        isFact ? u" "_s + tr("It is signed and has its place in the record, so it cannot be discarded.") : QString();
    y += b.text(words + kept, x, y + 2, t.redInk, {Face::small, right - x, 0}).height() + b.px(6);
    QList<ActionSpot> buttons{{{}, RowAction::retry, tr("Retry"), false}};
    if (!isFact)
        buttons.append({{}, RowAction::discard, tr("Discard"), false});
    return b.buttons(buttons, x, y, right);
}

//! What stood there: nobody can make others forget what they have read.
int addBefore(RowBuilder &b, const ConversationRow &row, int x, int y, int right)
{
    for (const QString &words : row.before)
        y += b.text(tr("Before: %1").arg(words), x, y + 2, b.tokens().muted, {Face::small, right - x, 4}).height() + 2;
    return y;
}

//! A quiet line that leads to the thread; cut where there is no room for all of it.
int addThreadLine(RowBuilder &b, const QString &words, bool link, int x, int y, int right)
{
    const QFontMetrics metrics(b.theme().font(Face::small));
    const QString shown = metrics.elidedText(words, Qt::ElideRight, right - x - b.px(12));
    const QList<ActionSpot> line{ActionSpot{{}, RowAction::thread, shown, false, true, link}};
    return b.buttons(line, x - b.px(6), y, right);
}

int addThread(RowBuilder &b, const ConversationRow &row, int x, int y, int right)
{
    if (row.replies.replies == 0)
        return y;
    return addThreadLine(b, models::ConversationModel::repliesText(row.replies), true, x, y + b.px(2), right);
}

int addContent(RowBuilder &b, const ConversationRow &row, const QImage &picture, int x, int y, int right)
{
    const Tokens &t = b.tokens();
    if (!row.inThread.isEmpty())
        y = addThreadLine(b, tr("in thread: %1").arg(row.inThread), false, x, y, right);
    if (!row.quoted.isEmpty())
        y += b.oneLine(tr("↩ %1").arg(row.quoted), x, y, t.muted, Face::small, right - x).height() + b.px(2);
    if (row.deleted) {
        y += b.oneLine(tr("This message was deleted."), x, y, t.muted, Face::body, right - x).height();
        return addBefore(b, row, x, y, right);
    }
    if (const auto *alert = std::get_if<session::AlertCard>(&row.content))
        return addAlertCard(b, *alert, x, y + b.px(4), right);
    if (const auto *operation = std::get_if<session::OperationCard>(&row.content))
        return addOperationCard(b, *operation, x, y + b.px(4), right);
    if (const auto *run = std::get_if<session::PlaybookCard>(&row.content))
        return addPlaybookCard(b, *run, x, y + b.px(4), right);
    const QString words = std::get<session::Words>(row.content).text;
    const Face face = words.startsWith(u'/') ? Face::mono : Face::body;
    const bool pending = row.send != store::SendState::sent;
    if (!words.isEmpty())
        y += b.text(words, x, y, pending ? t.muted : t.text, {face, right - x, 0}).height();
    if (row.file)
        y = addFileBox(b, *row.file, picture, x, y + b.px(4), right);
    return addBefore(b, row, x, y, right);
}

int addReactions(RowBuilder &b, const ConversationRow &row, int x, int y, int right)
{
    if (row.reactions.isEmpty())
        return y;
    return y + b.oneLine(row.reactions, x, y + 2, b.tokens().muted, Face::small, right - x).height() + 2;
}

} // namespace

RowLayout layOutRow(const ConversationRow &row, const RowContext &context, int width, const Theme &theme)
{
    RowBuilder b(width, theme);
    const Tokens &t = theme.tokens();
    int y = addSeparators(b, context) + b.px(6);
    const int x = b.px(60);
    const int right = width - (width > b.px(620) ? b.px(48) : b.px(16));
    if (const auto *notice = std::get_if<session::Notice>(&row.content)) {
        y = addNotice(b, row, *notice, y);
        if (row.file)
            y = addFileBox(b, *row.file, context.picture, x, y + b.px(4), right);
        y = addThread(b, row, x, y, right);
        if (row.suspect || row.send != store::SendState::sent)
            y = addSendState(b, row, x, y, right);
        return b.take(y + b.px(6));
    }
    b.add(avatarOf(row, QRect(b.px(20), y + 1, b.px(30), b.px(30)), t));
    const int name = b.oneLine(row.author, x, y, t.text, Face::strong, (right - x) * 2 / 3).width();
    const int head = b.lineHeight(Face::strong), small = b.lineHeight(Face::tiny);
    b.oneLine(bylineOf(row), x + name + b.px(8), y + head - small - 1, t.muted, Face::tiny, right - x - name - b.px(8));
    y += head;
    y = addContent(b, row, context.picture, x, y, right);
    y = addReactions(b, row, x, y, right);
    y = addThread(b, row, x, y, right);
    y = addSendState(b, row, x, y, right);
    return b.take(y + b.px(8));
}

} // namespace wardroom::ui
