// SPDX-FileCopyrightText: 2026 The Wardroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <QColor>
#include <QList>

namespace wardroom::ui {

//! The colours of one theme (design.md §8). Colour means something and never stands alone: always with a word or shape.
struct Tokens
{
    bool dark = true;
    QColor background, panel, raised, line, text, muted, accent, red, amber, green, violet;
    QColor accentInk, redInk, amberInk, greenInk,
        violetInk;  //!< words in that colour: 4.5:1 on every ground a row can have
    QColor onFill;  //!< words on accentFill and redFill
    QColor onAmber; //!< words on amberFill
    QColor accentFill, redFill, amberFill, violetFill, tealFill; //!< behind words: at least 4.5:1
    QColor chosen;                                               //!< behind the chosen row
    QColor hover;                                                //!< behind the row under the pointer
    QColor field;                                                //!< behind typed text

    static Tokens forDark();
    static Tokens forLight();
};

//! WCAG 2.1 contrast of two opaque colours, 1 to 21.
double contrastOf(const QColor &a, const QColor &b);
//! \a over laid on \a under with \a alpha (0 to 1), opaque.
QColor blended(const QColor &over, const QColor &under, double alpha);

} // namespace wardroom::ui
