// SPDX-FileCopyrightText: 2026 The Wardroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/theme/codelabel.h"

#include <QFontMetrics>
#include <algorithm>

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

namespace {

//! How much of \a text fits: counted while every character is as wide as the next, else measured, since other scripts
//! come from fonts of other widths.
qsizetype fitting(QStringView text, qsizetype columns, qreal width, const QFontMetricsF &metrics)
{
    const auto isPlain = [](QChar c) { return c >= u' ' && c <= u'~'; };
    const QStringView most = text.first(std::min(text.size(), columns));
    if (std::all_of(most.begin(), most.end(), isPlain))
        return most.size();
    qsizetype fits = 1, tooMany = most.size() + 1;
    while (tooMany - fits > 1) {
        const qsizetype middle = (fits + tooMany) / 2;
        (metrics.horizontalAdvance(text.first(middle).toString()) <= width ? fits : tooMany) = middle;
    }
    return text.size() > fits && text.at(fits - 1).isHighSurrogate() ? std::max<qsizetype>(2, fits - 1) : fits;
}

} // namespace

QStringList CodeLabel::broken(const QString &code, const QFont &font, qreal width)
{
    const QFontMetricsF metrics(font);
    // A character's width is no whole number of pixels: rounded, the end of a long line would be cut off.
    constexpr int sample = 100;
    const qreal each = metrics.horizontalAdvance(QString(sample, QLatin1Char('m'))) / sample;
    const auto columns = static_cast<qsizetype>(std::max(8.0, width / std::max(1.0, each)));
    QStringList lines;
    for (const QString &part : code.split(QLatin1Char('\n'))) {
        QStringView rest = part;
        for (;;) {
            const qsizetype fits = rest.isEmpty() ? 0 : fitting(rest, columns, width, metrics);
            if (fits == rest.size())
                break;
            const qsizetype space = rest.lastIndexOf(QLatin1Char(' '), fits);
            const qsizetype end = space > 0 ? space + 1 : fits;
            lines << rest.first(end).toString();
            rest = rest.sliced(end);
        }
        lines << rest.toString();
    }
    return lines;
}

qreal CodeLabel::place(int width) const
{
    const QMargins margins = contentsMargins();
    return width - margins.left() - margins.right() - 4;
}

int CodeLabel::heightForWidth(int width) const
{
    const QMargins margins = contentsMargins();
    const auto lines = static_cast<int>(broken(m_code, font(), place(width)).size());
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
    const QString lines = broken(m_code, font(), place(width())).join(QLatin1Char('\n'));
    if (lines != text())
        setText(lines);
}

} // namespace wardroom::ui
