// SPDX-FileCopyrightText: 2026 The Wardroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/catalogue/cataloguedelegate.h"

#include "models/cataloguemodel.h"
#include "ui/theme/badges.h"

#include <QPainter>

namespace wardroom::ui {
using namespace Qt::StringLiterals;

void CatalogueDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const Tokens &t = m_theme.tokens();
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    const QRect rect = option.rect;
    paintRowGround(*painter, option, t);
    const QRect inner = rect.adjusted(m_theme.px(14), m_theme.px(7), -m_theme.px(12), -m_theme.px(7));
    const bool usable = index.data(models::CatalogueModel::UsableRole).toBool();
    const BadgeStyle badge =
        riskBadge(static_cast<domain::Risk>(index.data(models::CatalogueModel::RiskRole).toInt()), t);
    const QSize size = badgeSize(badge.text, m_theme);
    paintBadge(*painter, QRect(QPoint(inner.right() - size.width(), inner.top() + 1), size), badge, m_theme);
    painter->setFont(m_theme.font(Face::strong));
    painter->setPen(usable ? t.text : t.muted);
    const int room = inner.width() - size.width() - m_theme.px(10);
    painter->drawText(inner, Qt::AlignLeft | Qt::AlignTop,
                      painter->fontMetrics().elidedText(index.data().toString(), Qt::ElideRight, room));
    painter->setFont(m_theme.font(Face::small));
    painter->setPen(t.muted);
    const QString summary = index.data(models::CatalogueModel::SummaryRole).toString();
    painter->drawText(inner, Qt::AlignLeft | Qt::AlignBottom,
                      painter->fontMetrics().elidedText(summary, Qt::ElideRight, inner.width()));
    painter->restore();
}

} // namespace wardroom::ui
