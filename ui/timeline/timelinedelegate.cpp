// SPDX-FileCopyrightText: 2026 The Wardroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/timeline/timelinedelegate.h"

#include "base/plaintext.h"
#include "models/timelinemodel.h"
#include "models/times.h"
#include "ui/theme/badges.h"

namespace wardroom::ui {

using namespace Qt::StringLiterals;
using models::TimelineModel;

void TimelineDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const Tokens &t = m_theme.tokens();
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    const QRect rect = option.rect;
    paintRowGround(*painter, option, t);
    const int top = rect.top() + m_theme.px(4);
    const int thread = rect.left() + m_theme.px(67);
    const int dot = m_theme.px(8);
    const int middle = top + m_theme.px(9);
    painter->setPen(QPen(t.line, 1));
    painter->drawLine(thread, index.row() == 0 ? middle : rect.top(), thread, rect.bottom());
    painter->setPen(Qt::NoPen);
    painter->setBrush(option.state.testFlag(QStyle::State_Selected) ? t.chosen : t.panel);
    painter->drawEllipse(QPoint(thread, middle), dot / 2 + 3, dot / 2 + 3);
    painter->setBrush(toneColor(index.data(TimelineModel::ToneRole).toString(), t));
    painter->drawEllipse(QPointF(thread + 0.5, middle), dot / 2.0, dot / 2.0);
    painter->setFont(m_theme.font(Face::small));
    painter->setPen(t.muted);
    painter->drawText(QRect(rect.left() + m_theme.px(20), top, m_theme.px(40), m_theme.px(18)),
                      Qt::AlignLeft | Qt::AlignVCenter,
                      models::clockText(index.data(TimelineModel::AtRole).toLongLong()));
    const int left = thread + m_theme.px(16), wide = rect.right() - m_theme.px(12) - left;
    const QString flag = index.data(TimelineModel::FlagRole).toString();
    const auto line = [&](const QString &words, Face face, const QColor &color, int y, int height) {
        painter->setFont(m_theme.font(face));
        painter->setPen(color);
        const QString plain = shownPlainly(words, 300).trimmed().replace(u'\n', u" · "_s);
        painter->drawText(QRect(left, y, wide, height), Qt::AlignLeft | Qt::AlignVCenter,
                          painter->fontMetrics().elidedText(plain, Qt::ElideRight, wide));
    };
    line(index.data(TimelineModel::SummaryRole).toString(), Face::body, flag.isEmpty() ? t.text : t.muted, top,
         m_theme.px(18));
    const QString detail = index.data(TimelineModel::DetailRole).toString();
    line(flag.isEmpty() ? detail : u"! %1 · %2"_s.arg(flag, detail), Face::tiny, flag.isEmpty() ? t.muted : t.redInk,
         top + m_theme.px(19), m_theme.px(15));
    painter->restore();
}

} // namespace wardroom::ui
