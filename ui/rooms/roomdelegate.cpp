// SPDX-FileCopyrightText: 2026 The Wardroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/rooms/roomdelegate.h"

#include "base/plaintext.h"
#include "models/roomlistmodel.h"
#include "ui/theme/badges.h"

namespace wardroom::ui {

using namespace Qt::StringLiterals;
using models::RoomListModel;

void RoomDelegate::paintHeading(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    QFont font = m_theme.font(Face::tiny);
    font.setWeight(QFont::DemiBold);
    font.setLetterSpacing(QFont::AbsoluteSpacing, 0.5);
    painter->setFont(font);
    painter->setPen(m_theme.tokens().muted);
    painter->drawText(option.rect.adjusted(m_theme.px(16), 0, -8, -m_theme.px(6)), Qt::AlignLeft | Qt::AlignBottom,
                      index.data().toString());
}

//! What stands before the name; answers the x after it.
int RoomDelegate::paintLead(QPainter *painter, const QRect &rect, const QModelIndex &index) const
{
    const Tokens &t = m_theme.tokens();
    const int x = rect.left() + m_theme.px(16);
    if (const qint64 severity = index.data(RoomListModel::SeverityRole).toLongLong(); severity > 0) {
        const BadgeStyle badge = severityBadge(severity, t);
        const QSize size = badgeSize(badge.text, m_theme);
        paintBadge(*painter, QRect(QPoint(x, rect.center().y() - size.height() / 2 + 1), size), badge, m_theme);
        return x + size.width() + m_theme.px(7);
    }
    if (static_cast<session::Purpose>(index.data(RoomListModel::PurposeRole).toInt()) == session::Purpose::direct) {
        const int size = m_theme.px(9);
        painter->setPen(Qt::NoPen);
        painter->setBrush(t.muted);
        painter->drawEllipse(QRect(x + 1, rect.center().y() - size / 2 + 1, size, size));
        return x + m_theme.px(20);
    }
    painter->setPen(t.muted);
    painter->setFont(m_theme.font());
    painter->drawText(QRect(x, rect.top(), m_theme.px(14), rect.height()), Qt::AlignLeft | Qt::AlignVCenter, u"#"_s);
    return x + m_theme.px(17);
}

//! Unread count or age; answers the x before it.
int RoomDelegate::paintTrail(QPainter *painter, const QRect &rect, const QModelIndex &index) const
{
    const int right = rect.right() - m_theme.px(12);
    if (const qint64 unread = index.data(RoomListModel::UnreadRole).toLongLong(); unread > 0) {
        const int height = m_theme.px(16),
                  width = unread > 99 ? m_theme.px(30) : (unread > 9 ? m_theme.px(22) : height);
        paintCount(*painter, QRect(right - width, rect.center().y() - height / 2 + 1, width, height), unread, m_theme);
        return right - width - m_theme.px(8);
    }
    const QString age = index.data(RoomListModel::AgeRole).toString();
    painter->setFont(m_theme.font(Face::tiny));
    painter->setPen(m_theme.tokens().muted);
    painter->drawText(QRect(rect.left(), rect.top(), right - rect.left(), rect.height()),
                      Qt::AlignRight | Qt::AlignVCenter, age);
    return right - QFontMetrics(m_theme.font(Face::tiny)).horizontalAdvance(age) - m_theme.px(8);
}

void RoomDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    if (index.data(RoomListModel::IsHeadingRole).toBool()) {
        paintHeading(painter, option, index);
        painter->restore();
        return;
    }
    const Tokens &t = m_theme.tokens();
    const QRect rect = option.rect;
    const bool chosen = option.state.testFlag(QStyle::State_Selected);
    if (chosen) {
        painter->fillRect(rect, t.chosen);
        painter->fillRect(QRect(rect.left(), rect.top(), 2, rect.height()), t.accent);
    } else if (option.state.testFlag(QStyle::State_MouseOver)) {
        painter->fillRect(rect, t.hover);
    }
    if (option.state.testFlag(QStyle::State_HasFocus)) {
        painter->setPen(QPen(t.accent, 2));
        painter->setBrush(Qt::NoBrush);
        painter->drawRect(rect.adjusted(1, 1, -1, -1));
    }
    const int left = paintLead(painter, rect, index);
    const int right = paintTrail(painter, rect, index);
    const bool strong = index.data(RoomListModel::UnreadRole).toLongLong() > 0 ||
                        index.data(RoomListModel::SeverityRole).toLongLong() > 0;
    painter->setFont(m_theme.font(strong ? Face::strong : Face::body));
    painter->setPen(index.data(RoomListModel::ClosedRole).toBool() ? t.muted : t.text);
    const QString name = shownPlainly(index.data().toString(), 200).replace(u'\n', u' ');
    painter->drawText(QRect(left, rect.top(), right - left, rect.height()), Qt::AlignLeft | Qt::AlignVCenter,
                      painter->fontMetrics().elidedText(name, Qt::ElideRight, right - left));
    painter->restore();
}

QSize RoomDelegate::sizeHint(const QStyleOptionViewItem &, const QModelIndex &index) const
{
    return {120, m_theme.px(index.data(RoomListModel::IsHeadingRole).toBool() ? 35 : 33)};
}

} // namespace wardroom::ui
