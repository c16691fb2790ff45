// SPDX-FileCopyrightText: 2026 The Wardroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "ui/conversation/rowlayout.h"

namespace wardroom::ui {

struct TextOptions
{
    Face face = Face::body;
    int width = 400;
    int mostLines = 0; //!< 0: as many as it takes
    struct Strong
    {
        int start = 0, length = 0;
        QColor color;
    } strong = {}; //!< a stretch of it set off
};

//! Puts the pieces of one row in place, from top to bottom.
class RowBuilder
{
public:
    RowBuilder(int width, const Theme &theme) : m_theme(theme), m_t(theme.tokens()), m_width(width) {}

    //! Adds plain text with its top left corner at (x, y); answers the size it takes.
    QSize text(const QString &words, int x, int y, const QColor &color, const TextOptions &options);
    //! One line, cut with "…" at \a width, and right-aligned to \a right when that is not 0.
    QSize oneLine(const QString &words, int x, int y, const QColor &color, Face face, int width, int right = 0);
    int lineHeight(Face face) const;
    //! A row of buttons that wraps, all quiet or none; answers the y below.
    int buttons(const QList<ActionSpot> &wanted, int x, int y, int right);
    void add(RowItem item) { m_layout.items << std::move(item); }
    //! A box whose height is only known once what is in it was placed.
    qsizetype openBox(const QRect &rect, const QColor &stripe, const QColor &fill = {});
    void closeBox(qsizetype index, int bottom);
    void dropLast() { m_layout.items.removeLast(); }
    RowLayout take(int height);

    const Theme &theme() const { return m_theme; }
    const Tokens &tokens() const { return m_t; }
    int width() const { return m_width; }
    int px(int length) const { return m_theme.px(length); }

private:
    const Theme &m_theme;
    const Tokens &m_t;
    int m_width;
    RowLayout m_layout;
};

//! The cards; each answers the y below it.
int addAlertCard(RowBuilder &builder, const session::AlertCard &card, int x, int y, int right);
int addOperationCard(RowBuilder &builder, const session::OperationCard &card, int x, int y, int right);
//! A file: what it is, how far fetching it is, and what can be done with it.
int addFileBox(RowBuilder &builder, const session::FileLine &file, const QImage &picture, int x, int y, int right);
int addPlaybookCard(RowBuilder &builder, const session::PlaybookCard &card, int x, int y, int right);

} // namespace wardroom::ui
