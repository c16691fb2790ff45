// SPDX-FileCopyrightText: 2026 The Wardroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/conversation/rowbuilder.h"

#include <QCoreApplication>
#include <QRegularExpression>

namespace wardroom::ui {

using namespace Qt::StringLiterals;
using session::FieldRow;
using session::OperationCard;
using session::OperationLook;

namespace {

constexpr int mostFields = 40;
constexpr int mostRows = 60;
constexpr int mostLog = 8;
constexpr int mostColumns = 12;

QString tr(const char *text)
{
    return QCoreApplication::translate("OperationCard", text);
}

QColor stripeOf(const OperationCard &card, const Tokens &t)
{
    switch (card.look) {
    case OperationLook::asking:
    case OperationLook::running:
    case OperationLook::drifted: return card.risk == domain::Risk::read ? t.accent : t.amber;
    case OperationLook::verified: return card.risk == domain::Risk::read ? t.accent : t.green;
    case OperationLook::done: return t.accent;
    case OperationLook::notVerified:
    case OperationLook::failed:
    case OperationLook::unknown: return t.red;
    default: return t.muted;
    }
}

QColor statusColor(const OperationCard &card, const Tokens &t)
{
    switch (card.look) {
    case OperationLook::verified: return t.greenInk;
    case OperationLook::drifted: return t.amberInk;
    case OperationLook::notVerified:
    case OperationLook::failed:
    case OperationLook::unknown: return t.redInk;
    default: return t.muted;
    }
}

//! Colour never stands alone: a mark goes before the word.
QString markOf(const OperationCard &card)
{
    switch (card.look) {
    case OperationLook::verified: return u"✓ "_s;
    case OperationLook::notVerified:
    case OperationLook::failed: return u"✗ "_s;
    case OperationLook::drifted:
    case OperationLook::unknown: return u"! "_s;
    default: return {};
    }
}

QColor valueColor(const QString &tone, const Tokens &t)
{
    return tone == "good"_L1 || tone == "warn"_L1 || tone == "bad"_L1 ? toneInk(tone, t) : t.text;
}

//! What is not drawn is at least counted.
int addRemark(RowBuilder &b, const QString &text, int left, int y, int right)
{
    const int space = b.px(3);
    return y + space + b.text(text, left, y + space, b.tokens().muted, {Face::small, right - left, 8}).height();
}

int addFields(RowBuilder &b, const QList<FieldRow> &fields, qint64 more, int left, int y, int right)
{
    const Tokens &t = b.tokens();
    const int column = std::min(b.px(130), (right - left) / 3);
    bool first = true;
    for (const FieldRow &field : fields.first(std::min<qsizetype>(mostFields, fields.size()))) {
        if (!first)
            b.add(LineItem{{left, y}, {right, y}, t.line});
        first = false;
        const int top = y + b.px(4);
        const int label = b.text(field.label, left, top, t.muted, {Face::small, column - b.px(8), 2}).height();
        const Face face =
            field.tone == "code"_L1 ? Face::monoSmall : (field.tone == "bad"_L1 ? Face::smallStrong : Face::small);
        TextOptions options{face, right - left - column, 8};
        // Where a bad value names a CVE, that is what is bad; the rest explains it.
        static const QRegularExpression cve(u"CVE-\\d{4}-\\d{4,}"_s);
        const QRegularExpressionMatch named =
            field.tone == "bad"_L1 ? cve.match(field.value) : QRegularExpressionMatch();
        if (named.hasMatch()) {
            options.face = Face::small;
            options.strong = {static_cast<int>(named.capturedStart()), static_cast<int>(named.capturedLength()),
                              toneInk(field.tone, t)};
        }
        const QColor color = named.hasMatch() ? t.text : valueColor(field.tone, t);
        int value = b.text(field.value, left + column, top, color, options).height();
        if (!field.source.isEmpty())
            value += b.oneLine(field.source, left + column, top + value, t.muted, Face::tiny, right - left - column)
                         .height();
        y = top + std::max(label, value) + b.px(4);
    }
    more += std::max<qint64>(0, fields.size() - mostFields);
    return more == 0 ? y : addRemark(b, tr("%1 more values in the raw output").arg(more), left, y, right);
}

int addTable(RowBuilder &b, const session::TableBlock &table, int left, int y, int right)
{
    const Tokens &t = b.tokens();
    const int columns = static_cast<int>(table.columns.size());
    if (columns == 0)
        return y;
    if (columns > mostColumns)
        return addRemark(b, tr("A table of %1 columns: see the raw output").arg(columns), left, y, right);
    QList<int> wants(columns, 0);
    const QFontMetrics metrics(b.theme().font(Face::small));
    const auto measure = [&](const QStringList &cells) {
        for (int i = 0; i < columns && i < cells.size(); ++i)
            wants[i] =
                std::max(wants.at(i), std::min(metrics.horizontalAdvance(cells.at(i).left(80)), b.px(260)) + b.px(16));
    };
    const auto rows = table.rows.first(std::min<qsizetype>(mostRows, table.rows.size()));
    measure(table.columns);
    for (const QStringList &cells : rows)
        measure(cells);
    int sum = 0;
    for (const int want : wants)
        sum += want;
    const int space = right - left;
    if (sum > space)
        for (int &want : wants)
            want = std::max(b.px(36), want * space / sum);
    const auto put = [&](const QStringList &cells, const QColor &color, Face face) {
        int x = left, tallest = b.lineHeight(Face::small);
        for (int i = 0; i < columns && i < cells.size() && x < right; x += wants.at(i++))
            tallest = std::max(tallest, b.text(cells.at(i), x, y + b.px(3), color,
                                               {face, std::min(wants.at(i), right - x) - b.px(10), 3})
                                            .height());
        y += tallest + b.px(6);
        b.add(LineItem{{left, y}, {right, y}, t.line});
    };
    put(table.columns, t.muted, Face::smallStrong);
    for (const QStringList &cells : rows)
        put(cells, t.text, Face::small);
    b.dropLast();
    if (const qint64 more = table.rows.size() - rows.size() + table.more; more > 0)
        y = addRemark(b, tr("%1 more rows in the raw output").arg(more), left, y, right);
    return y + b.px(4);
}

int addLog(RowBuilder &b, const QStringList &lines, int left, int y, int right)
{
    if (lines.isEmpty())
        return y;
    const Tokens &t = b.tokens();
    const int pad = b.px(10);
    const qsizetype box = b.openBox(QRect(left, y, right - left, 10), {}, t.dark ? t.background : t.raised);
    int at = y + b.px(7);
    for (const QString &line : lines.last(std::min<qsizetype>(mostLog, lines.size())))
        at += b.oneLine(line, left + pad, at, t.muted, Face::monoSmall, right - left - 2 * pad).height();
    at += b.px(7);
    b.closeBox(box, at);
    return at;
}

QList<ActionSpot> actionsOf(const OperationCard &card)
{
    QList<ActionSpot> spots;
    if (card.look == OperationLook::asking && card.risk != domain::Risk::read)
        spots << ActionSpot{
            {}, RowAction::decide, card.canDecide ? tr("Review and decide…") : tr("Review…"), card.canDecide};
    if (card.canCancel)
        spots << ActionSpot{{}, RowAction::cancel, tr("Cancel request…"), false};
    if (card.canUndo)
        spots << ActionSpot{{}, RowAction::undo, tr("Undo…"), card.look == OperationLook::notVerified};
    return spots;
}

//! What helps reading an answer and asks nobody for anything; each also has a key.
QList<ActionSpot> quietActionsOf(const OperationCard &card)
{
    QList<ActionSpot> spots;
    if (card.asOf == 0)
        return spots;
    if (!card.log.isNull())
        spots << ActionSpot{{}, RowAction::raw, tr("Raw output"), false, true};
    if (!card.again.isEmpty())
        spots << ActionSpot{{}, RowAction::again, tr("Run again"), false, true};
    spots << ActionSpot{{}, RowAction::quote, tr("Quote in a note"), false, true};
    return spots;
}

int addHead(RowBuilder &b, const OperationCard &card, int left, int at, int inner)
{
    const Tokens &t = b.tokens();
    const int title = b.oneLine(card.title, left, at, t.text, Face::strong, (inner - left) * 3 / 5).width();
    const int right =
        card.shortCode.isEmpty() || card.look != OperationLook::asking
            ? inner
            : inner - b.oneLine(card.shortCode, 0, at + 1, t.muted, Face::mono, b.px(90), inner).width() - b.px(10);
    const int status = left + title + b.px(8);
    b.oneLine(markOf(card) + card.status, status, at, statusColor(card, t), Face::body, std::max(10, right - status));
    return at + b.lineHeight(Face::strong);
}

} // namespace

int addOperationCard(RowBuilder &b, const OperationCard &card, int x, int y, int right)
{
    const Tokens &t = b.tokens();
    const qsizetype box = b.openBox(QRect(x, y, right - x, 10), stripeOf(card, t));
    const int left = x + b.px(15), inner = right - b.px(13);
    int at = y + b.px(9);
    const bool answer = card.risk == domain::Risk::read &&
                        (card.look == OperationLook::done || card.look == OperationLook::verified) &&
                        (!card.fields.isEmpty() || !card.tables.isEmpty());
    if (!answer)
        at = addHead(b, card, left, at, inner);
    if (card.of > 0 && card.look == OperationLook::running) {
        const int percent = std::clamp(card.step * 100 / card.of, 0, 100);
        b.add(BarItem{QRect(left, at + b.px(8), inner - left, b.px(4)), percent, t.accent, t.line});
        at += b.px(20);
    }
    if (!card.summary.isEmpty() && !answer)
        at += b.px(3) + b.text(card.summary, left, at + b.px(3), t.muted, {Face::body, inner - left, 6}).height();
    QList<FieldRow> fields = card.fields;
    if (!card.before.isEmpty())
        fields << FieldRow{tr("Before"), card.before, u"code"_s, {}};
    if (!card.after.isEmpty())
        fields << FieldRow{tr("After"), card.after, u"code"_s, {}};
    if (!fields.isEmpty())
        at = addFields(b, fields, card.moreFields, left, at + (answer ? 0 : b.px(6)), inner);
    for (const session::TableBlock &table : card.tables)
        at = addTable(b, table, left, at + b.px(4), inner);
    if (answer && !card.summary.isEmpty())
        at += b.px(4) + b.text(card.summary, left, at + b.px(4), t.muted, {Face::small, inner - left, 6}).height();
    for (const QString &note : card.notes)
        at = addRemark(b, note, left, at, inner);
    at = addLog(b, card.logTail, left, card.logTail.isEmpty() ? at : at + b.px(4), inner);
    const QList<ActionSpot> actions = actionsOf(card);
    if (!actions.isEmpty())
        at = b.buttons(actions, left, at + b.px(9), inner);
    if (const QList<ActionSpot> quiet = quietActionsOf(card); !quiet.isEmpty())
        at = b.buttons(quiet, left - b.px(6), at + b.px(5), inner) - b.px(4);
    at += b.px(10);
    b.closeBox(box, at);
    return at;
}

} // namespace wardroom::ui
