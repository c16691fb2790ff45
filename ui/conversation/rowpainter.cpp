// SPDX-FileCopyrightText: 2026 The Wardroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/conversation/rowlayout.h"

#include <QPainterPath>

namespace wardroom::ui {

namespace {

class ItemPainter
{
public:
    ItemPainter(QPainter &painter, const Theme &theme) : m_painter(painter), m_theme(theme) {}

    void operator()(const TextItem &item)
    {
        m_painter.setPen(item.color);
        item.layout->draw(&m_painter, item.at);
    }

    void operator()(const BoxItem &item)
    {
        QPainterPath outline;
        outline.addRoundedRect(QRectF(item.rect).adjusted(0.5, 0.5, -0.5, -0.5), item.radius, item.radius);
        m_painter.setPen(Qt::NoPen);
        m_painter.fillPath(outline, item.fill);
        m_painter.strokePath(outline, QPen(item.border, 1));
        if (!item.stripe.isValid())
            return;
        m_painter.save();
        m_painter.setClipRect(QRect(item.rect.topLeft(), QSize(3, item.rect.height())));
        QPainterPath whole;
        whole.addRoundedRect(QRectF(item.rect), item.radius, item.radius);
        m_painter.fillPath(whole, item.stripe);
        m_painter.restore();
    }

    void operator()(const BadgeItem &item) { paintBadge(m_painter, item.rect, item.style, m_theme); }

    void operator()(const BarItem &item)
    {
        const double radius = item.rect.height() / 2.0;
        m_painter.setPen(Qt::NoPen);
        m_painter.setBrush(item.ground);
        m_painter.drawRoundedRect(item.rect, radius, radius);
        QRect done = item.rect;
        done.setWidth(std::max(item.rect.height(), item.rect.width() * item.percent / 100));
        m_painter.setBrush(item.fill);
        m_painter.drawRoundedRect(done, radius, radius);
    }

    void operator()(const AvatarItem &item)
    {
        const bool dot = item.initials.isEmpty() && item.icon.isEmpty();
        const double radius = dot ? item.rect.width() / 2.0 : 6;
        m_painter.setPen(Qt::NoPen);
        m_painter.setBrush(item.fill);
        m_painter.drawRoundedRect(item.rect, radius, radius);
        m_painter.setPen(m_theme.tokens().onFill);
        if (!item.icon.isEmpty()) {
            const int size = item.rect.width() * 9 / 16;
            const QPoint corner = item.rect.center() - QPoint(size / 2 - 1, size / 2 - 1);
            m_painter.drawPixmap(corner, m_theme.pixmap(item.icon, m_theme.tokens().onFill, size,
                                                        m_painter.device()->devicePixelRatioF()));
            return;
        }
        m_painter.setFont(m_theme.font(Face::smallStrong));
        m_painter.drawText(item.rect, Qt::AlignCenter, item.initials);
    }

    void operator()(const PictureItem &item)
    {
        m_painter.setRenderHint(QPainter::SmoothPixmapTransform);
        m_painter.drawImage(item.rect, item.picture);
    }

    void operator()(const LineItem &item)
    {
        m_painter.setPen(item.color);
        m_painter.drawLine(item.from, item.to);
    }

private:
    QPainter &m_painter;
    const Theme &m_theme;
};

void paintAction(QPainter &painter, const ActionSpot &spot, bool focused, bool hovered, const Theme &theme)
{
    const Tokens &t = theme.tokens();
    const QColor fill = spot.primary ? t.accentFill : (t.dark ? t.background : t.raised);
    const QColor border = spot.primary ? (hovered ? t.accent : t.accentFill) : (hovered ? t.muted : t.line);
    painter.setBrush(spot.quiet ? QBrush(Qt::NoBrush) : QBrush(fill));
    painter.setPen(QPen(spot.quiet ? QColor(Qt::transparent) : border, 1));
    painter.drawRoundedRect(QRectF(spot.rect).adjusted(0.5, 0.5, -0.5, -0.5), 6, 6);
    if (focused) {
        painter.setBrush(Qt::NoBrush);
        painter.setPen(QPen(spot.primary ? t.text : t.accent, 2));
        painter.drawRoundedRect(QRectF(spot.rect).adjusted(1, 1, -1, -1), 6, 6);
    }
    QFont font = spot.quiet ? theme.font(Face::small) : theme.font();
    if (!spot.quiet)
        font.setWeight(QFont::Medium);
    font.setUnderline(spot.quiet && hovered);
    painter.setFont(font);
    painter.setPen(spot.primary                         ? t.onFill
                   : spot.link                          ? t.accentInk
                   : spot.quiet && !hovered && !focused ? t.muted
                                                        : t.text);
    painter.drawText(spot.rect, Qt::AlignCenter, spot.label);
}

} // namespace

void paintRow(QPainter &painter, const RowLayout &layout, const QPoint &at, int focusedAction, int hoveredAction,
              const Theme &theme)
{
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.translate(at);
    ItemPainter each(painter, theme);
    for (const RowItem &item : layout.items)
        std::visit(each, item);
    for (int i = 0; i < layout.actions.size(); ++i)
        paintAction(painter, layout.actions.at(i), i == focusedAction, i == hoveredAction, theme);
    painter.restore();
}

} // namespace wardroom::ui
