// SPDX-FileCopyrightText: 2026 The Wardroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "ui/conversation/rowlayout.h"

#include <QList>
#include <functional>
#include <memory>

namespace wardroom::ui {

//! A row that is seen, and where: pixels of the viewport.
struct VisibleRow
{
    int index = 0;
    int top = 0;
    std::shared_ptr<const RowLayout> layout;
    int bottom() const { return top + layout->height; }
};

//! Asked for each row that has to be placed, and for no other.
using LayoutOf = std::function<std::shared_ptr<const RowLayout>(int index)>;

//! The last of \a count rows ends at \a bottom, and above it stand as many others as are seen.
QList<VisibleRow> rowsAbove(int bottom, int count, const LayoutOf &layoutOf);

//! Row \a index of \a count begins at \a top, and above and below it stand as many others as are seen in \a height.
QList<VisibleRow> rowsAround(int index, int top, int count, int height, const LayoutOf &layoutOf);

} // namespace wardroom::ui
