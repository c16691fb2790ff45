// SPDX-FileCopyrightText: 2026 The Wardroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/rooms/twolinedelegate.h"

#include "base/plaintext.h"
#include "ui/theme/badges.h"

#include <QPainter>

namespace wardroom::ui {

using namespace Qt::StringLiterals;

void TwoLineDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const Tokens &t = m_theme.tokens();
    painter->save();
    const QRect rect = option.rect;
    paintRowGround(*painter, option, t);
    const QRect inner = rect.adjusted(m_theme.px(14), m_theme.px(5), -m_theme.px(12), -m_theme.px(5));
    const auto line = [&](int role, Face face, const QColor &color, Qt::Alignment where) {
        painter->setFont(m_theme.font(face));
        painter->setPen(color);
        const QString words = shownPlainly(index.data(role).toString(), 300).replace(u'\n', u' ');
        painter->drawText(inner, Qt::AlignLeft | where,
                          painter->fontMetrics().elidedText(words, Qt::ElideRight, inner.width()));
    };
    line(m_upper, Face::body, t.text, Qt::AlignTop);
    line(m_lower, Face::small, t.muted, Qt::AlignBottom);
    painter->restore();
}

} // namespace wardroom::ui
