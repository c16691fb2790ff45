// SPDX-FileCopyrightText: 2026 The Wardroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/theme/codelabel.h"

#include <QFontMetrics>

namespace wardroom::ui {

CodeLabel::CodeLabel(const QString &code, const QFont &font, QWidget *parent) : QLabel(parent), m_code(code)
{
    setTextFormat(Qt::PlainText);
    setFont(font);
    setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    QSizePolicy policy(QSizePolicy::Expanding, QSizePolicy::Minimum);
    policy.setHeightForWidth(true);
    setSizePolicy(policy);
    setText(code);
}

QStringList CodeLabel::broken(const QString &code, int columns)
{
    const qsizetype most = std::max(8, columns);
    QStringList lines;
    for (const QString &part : code.split(QLatin1Char('\n'))) {
        QString rest = part;
        while (rest.size() > most) {
            const qsizetype space = rest.lastIndexOf(QLatin1Char(' '), most);
            const qsizetype end = space > 0 ? space + 1 : most;
            lines << rest.first(end);
            rest.remove(0, end);
        }
        lines << rest;
    }
    return lines;
}

int CodeLabel::columnsIn(int width) const
{
    const QMargins margins = contentsMargins();
    // A character's width is no whole number of pixels: rounded, the end of a long line would be cut off.
    constexpr int sample = 100;
    const qreal each = QFontMetricsF(font()).horizontalAdvance(QString(sample, QLatin1Char('m'))) / sample;
    return static_cast<int>((width - margins.left() - margins.right() - 4) / std::max(1.0, each));
}

int CodeLabel::heightForWidth(int width) const
{
    const QMargins margins = contentsMargins();
    const auto lines = static_cast<int>(broken(m_code, columnsIn(width)).size());
    return lines * QFontMetrics(font()).lineSpacing() + margins.top() + margins.bottom();
}

QSize CodeLabel::sizeHint() const
{
    return {400, heightForWidth(400)};
}

QSize CodeLabel::minimumSizeHint() const
{
    return {120, QFontMetrics(font()).lineSpacing()};
}

void CodeLabel::resizeEvent(QResizeEvent *event)
{
    QLabel::resizeEvent(event);
    const QString lines = broken(m_code, columnsIn(width())).join(QLatin1Char('\n'));
    if (lines != text())
        setText(lines);
}

} // namespace wardroom::ui
