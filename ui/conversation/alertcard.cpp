// SPDX-FileCopyrightText: 2026 The Wardroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/times.h"
#include "ui/conversation/rowbuilder.h"

#include <QCoreApplication>

namespace wardroom::ui {

using namespace Qt::StringLiterals;
using session::AlertCard;

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("AlertCard", text);
}

QString countOf(const AlertCard &card)
{
    if (card.count <= 1)
        return {};
    const qint64 span = card.last - card.first;
    return span < 60'000 ? tr("×%1 within a minute").arg(card.count)
                         : tr("×%1 in %2").arg(QString::number(card.count), models::durationText(span));
}

QColor stripeOf(const AlertCard &card, const Tokens &t)
{
    switch (card.severity) {
    case domain::AlertSeverity::critical:
    case domain::AlertSeverity::high: return t.red;
    case domain::AlertSeverity::medium: return t.amber;
    default: return t.muted;
    }
}

QList<ActionSpot> actionsOf(const AlertCard &card)
{
    QList<ActionSpot> spots;
    if (card.canClaim)
        spots << ActionSpot{{}, RowAction::thatWasMe, tr("That was me…"), false};
    if (card.canAcknowledge)
        spots << ActionSpot{{}, RowAction::acknowledge, tr("Acknowledge"), false};
    if (card.canResolve && !card.canAcknowledge)
        spots << ActionSpot{{}, RowAction::resolve, tr("Resolve…"), false};
    spots << (card.incident.isEmpty() ? ActionSpot{{}, RowAction::openIncident, tr("Open incident room"), true}
                                      : ActionSpot{{}, RowAction::goToIncident, tr("Go to incident room"), false});
    return spots;
}

} // namespace

int addAlertCard(RowBuilder &b, const AlertCard &card, int x, int y, int right)
{
    const Tokens &t = b.tokens();
    const qsizetype box = b.openBox(QRect(x, y, right - x, 10), stripeOf(card, t));
    const int left = x + b.px(15), inner = right - b.px(13);
    int at = y + b.px(10);
    const BadgeStyle badge = alertBadge(card.severity, t);
    const QSize size = badgeSize(badge.text, b.theme());
    const int line = std::max(size.height(), b.lineHeight(Face::strong));
    b.add(BadgeItem{QRect(QPoint(left, at + (line - size.height()) / 2), size), badge});
    const QString count = countOf(card);
    const int counted =
        count.isEmpty() ? 0 : b.oneLine(count, 0, at + 1, t.muted, Face::body, (inner - left) / 3, inner).width();
    const int title = left + size.width() + b.px(8);
    at += std::max(
        line, b.text(card.title, title, at, t.text, {Face::strong, inner - title - counted - b.px(12), 3}).height());
    if (!card.detail.isEmpty())
        at += b.px(3) + b.text(card.detail, left, at + b.px(3), t.muted, {Face::body, inner - left, 6}).height();
    QStringList origin;
    for (const QString &part :
         {card.target, card.first > 0 ? tr("first %1").arg(models::clockSeconds(card.first)) : QString(),
          card.count > 1 ? tr("last %1").arg(models::clockSeconds(card.last)) : QString()})
        if (!part.isEmpty())
            origin << part;
    if (!origin.isEmpty())
        at +=
            b.px(2) + b.oneLine(origin.join(u" · "_s), left, at + b.px(2), t.muted, Face::small, inner - left).height();
    if (!card.standing.isEmpty())
        at += b.px(4) +
              b.text(u"✓ "_s + card.standing, left, at + b.px(4), t.greenInk, {Face::body, inner - left, 3}).height();
    at = b.buttons(actionsOf(card), left, at + b.px(9), inner) + b.px(11);
    b.closeBox(box, at);
    return at;
}

} // namespace wardroom::ui
