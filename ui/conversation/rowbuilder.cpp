// SPDX-FileCopyrightText: 2026 The Wardroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/conversation/rowbuilder.h"

#include "base/plaintext.h"

#include <QFontMetrics>
#include <cmath>

namespace wardroom::ui {

using namespace Qt::StringLiterals;

namespace {

//! More than this of one message is never laid out: the rest is in the record and in the export.
constexpr qsizetype longestShown = 8000;

int placeLines(QTextLayout &layout, int width, int *natural)
{
    qreal y = 0, widest = 0;
    layout.beginLayout();
    for (QTextLine line = layout.createLine(); line.isValid(); line = layout.createLine()) {
        line.setLineWidth(width);
        line.setPosition({0, y});
        y += std::ceil(line.height() * 1.16);
        widest = std::max(widest, line.naturalTextWidth());
    }
    layout.endLayout();
    *natural = static_cast<int>(std::ceil(widest));
    return static_cast<int>(std::ceil(y));
}

} // namespace

QSize RowBuilder::text(const QString &words, int x, int y, const QColor &color, const TextOptions &options)
{
    const QFont font = m_theme.font(options.face);
    const int width = std::max(20, options.width);
    QString shown = shownPlainly(words, longestShown);
    shown.replace(u'\n', QChar(QChar::LineSeparator));
    auto layout = std::make_shared<QTextLayout>(shown, font);
    QTextOption wrap;
    wrap.setWrapMode(QTextOption::WrapAtWordBoundaryOrAnywhere);
    layout->setTextOption(wrap);
    layout->setCacheEnabled(true);
    if (options.strong.length > 0) {
        QTextLayout::FormatRange range;
        range.start = options.strong.start;
        range.length = options.strong.length;
        range.format.setFontWeight(QFont::DemiBold);
        range.format.setForeground(options.strong.color);
        layout->setFormats({range});
    }
    int natural = 0;
    int height = placeLines(*layout, width, &natural);
    if (options.mostLines > 0 && layout->lineCount() > options.mostLines) {
        const int start = layout->lineAt(options.mostLines - 1).textStart();
        const QString rest = shown.mid(start, 1000).replace(QChar(QChar::LineSeparator), u' ');
        layout->setText(shown.first(start) + QFontMetrics(font).elidedText(rest, Qt::ElideRight, width - 2));
        height = placeLines(*layout, width, &natural);
    }
    add(TextItem{{x, y}, layout, color});
    return {natural, height};
}

QSize RowBuilder::oneLine(const QString &words, int x, int y, const QColor &color, Face face, int width, int right)
{
    const QFont font = m_theme.font(face);
    QString shown = shownPlainly(words, 500);
    shown.replace(u'\n', u' ');
    const QFontMetrics metrics(font);
    shown = metrics.elidedText(shown, Qt::ElideRight, width);
    const int taken = metrics.horizontalAdvance(shown);
    text(shown, right > 0 ? right - taken - 1 : x, y, color, {face, taken + 8, 1});
    return {taken, lineHeight(face)};
}

int RowBuilder::lineHeight(Face face) const
{
    return static_cast<int>(std::ceil(QFontMetricsF(m_theme.font(face)).height() * 1.16));
}

int RowBuilder::buttons(const QList<ActionSpot> &wanted, int x, int y, int right)
{
    if (wanted.isEmpty())
        return y;
    const bool quiet = wanted.first().quiet;
    QFont font = quiet ? m_theme.font(Face::small) : m_theme.font();
    if (!quiet)
        font.setWeight(QFont::Medium);
    const QFontMetrics metrics(font);
    const int height = quiet ? px(22) : px(29), gap = quiet ? px(4) : px(7);
    int at = x;
    for (ActionSpot spot : wanted) {
        const int width = metrics.horizontalAdvance(spot.label) + (quiet ? px(12) : px(24));
        if (at > x && at + width > right) {
            at = x;
            y += height + gap;
        }
        spot.rect = QRect(at, y, width, height);
        m_layout.actions << spot;
        at += width + gap;
    }
    return y + height;
}

qsizetype RowBuilder::openBox(const QRect &rect, const QColor &stripe, const QColor &fill)
{
    add(BoxItem{rect, fill.isValid() ? fill : m_t.raised, m_t.line, stripe, 6});
    return m_layout.items.size() - 1;
}

void RowBuilder::closeBox(qsizetype index, int bottom)
{
    std::get<BoxItem>(m_layout.items[index]).rect.setBottom(bottom - 1);
}

RowLayout RowBuilder::take(int height)
{
    m_layout.height = height;
    return std::move(m_layout);
}

} // namespace wardroom::ui
