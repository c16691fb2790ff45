// SPDX-FileCopyrightText: 2026 The Wardroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/theme/tokens.h"

#include <algorithm>
#include <cmath>

namespace wardroom::ui {

namespace {

double channel(double value)
{
    return value <= 0.03928 ? value / 12.92 : std::pow((value + 0.055) / 1.055, 2.4);
}

double luminance(const QColor &color)
{
    return 0.2126 * channel(color.redF()) + 0.7152 * channel(color.greenF()) + 0.0722 * channel(color.blueF());
}

//! Darkens \a color until words in \a over it are readable.
QColor readableUnder(const QColor &over, QColor color)
{
    for (int i = 0; i < 30 && contrastOf(over, color) < 4.5; ++i)
        color = blended(Qt::black, color, 0.02);
    return color;
}

//! Moves \a ink towards black or white until it is readable on all of \a grounds.
QColor readableOn(const QList<QColor> &grounds, QColor ink, bool dark)
{
    const auto readable = [&] {
        return std::all_of(grounds.begin(), grounds.end(),
                           [&](const QColor &ground) { return contrastOf(ink, ground) >= 4.5; });
    };
    for (int i = 0; i < 60 && !readable(); ++i)
        ink = blended(dark ? Qt::white : Qt::black, ink, 0.02);
    return ink;
}

void derive(Tokens &t)
{
    t.onFill = Qt::white;
    t.onAmber = QColor(0x16, 0x11, 0x05);
    t.accentFill = readableUnder(t.onFill, t.accent);
    t.redFill = readableUnder(t.onFill, t.red);
    t.violetFill = readableUnder(t.onFill, QColor(0x6f, 0x4f, 0xd8));
    t.tealFill = readableUnder(t.onFill, QColor(0x2a, 0x7f, 0x99));
    t.amberFill = QColor(0xf2, 0xa3, 0x3c);
    t.chosen = blended(t.accent, t.panel, t.dark ? 0.16 : 0.085);
    t.hover = blended(t.text, t.panel, t.dark ? 0.05 : 0.04);
    const QList<QColor> grounds{t.background, t.panel, t.raised, t.chosen, t.hover};
    t.accentInk = readableOn(grounds, t.accent, t.dark);
    t.redInk = readableOn(grounds, t.red, t.dark);
    t.amberInk = readableOn(grounds, t.amber, t.dark);
    t.greenInk = readableOn(grounds, t.green, t.dark);
    t.violetInk = readableOn(grounds, t.violet, t.dark);
    t.field = t.dark ? t.background : t.raised;
}

} // namespace

Tokens Tokens::forDark()
{
    Tokens t;
    t.dark = true;
    t.background = QColor(0x0f, 0x14, 0x19);
    t.panel = QColor(0x15, 0x1b, 0x23);
    t.raised = QColor(0x1c, 0x24, 0x2e);
    t.line = QColor(0x28, 0x32, 0x3e);
    t.text = QColor(0xe6, 0xed, 0xf3);
    t.muted = QColor(0x8b, 0x98, 0xa6);
    t.accent = QColor(0x4c, 0x8d, 0xff);
    t.red = QColor(0xf0, 0x52, 0x4f);
    t.amber = QColor(0xf2, 0xa3, 0x3c);
    t.green = QColor(0x3f, 0xb9, 0x6f);
    t.violet = QColor(0xa9, 0x8b, 0xff);
    derive(t);
    return t;
}

Tokens Tokens::forLight()
{
    Tokens t;
    t.dark = false;
    t.background = QColor(0xff, 0xff, 0xff);
    t.panel = QColor(0xf6, 0xf8, 0xfa);
    t.raised = QColor(0xff, 0xff, 0xff);
    t.line = QColor(0xdd, 0xe3, 0xea);
    t.text = QColor(0x1b, 0x23, 0x2c);
    t.muted = QColor(0x5d, 0x6b, 0x7a);
    t.accent = QColor(0x1f, 0x6f, 0xeb);
    t.red = QColor(0xcf, 0x2d, 0x2a);
    t.amber = QColor(0xb2, 0x6a, 0x00);
    t.green = QColor(0x1a, 0x7f, 0x45);
    t.violet = QColor(0x6f, 0x4f, 0xd8);
    derive(t);
    return t;
}

double contrastOf(const QColor &a, const QColor &b)
{
    const double one = luminance(a), two = luminance(b);
    return (std::max(one, two) + 0.05) / (std::min(one, two) + 0.05);
}

QColor blended(const QColor &over, const QColor &under, double alpha)
{
    const auto mix = [alpha](int o, int u) { return static_cast<int>(std::lround(o * alpha + u * (1 - alpha))); };
    return QColor(mix(over.red(), under.red()), mix(over.green(), under.green()), mix(over.blue(), under.blue()));
}

} // namespace wardroom::ui
