// SPDX-FileCopyrightText: 2026 The Wardroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/conversation/visiblerows.h"

namespace wardroom::ui {

namespace {

//! Row \a last ends at \a bottom.
QList<VisibleRow> upwards(int last, int bottom, const LayoutOf &layoutOf)
{
    QList<VisibleRow> rows;
    int top = bottom;
    for (int i = last; i >= 0 && top > 0; --i) {
        auto layout = layoutOf(i);
        top -= layout->height;
        rows.prepend({i, top, std::move(layout)});
    }
    return rows;
}

} // namespace

QList<VisibleRow> rowsAbove(int bottom, int count, const LayoutOf &layoutOf)
{
    return upwards(count - 1, bottom, layoutOf);
}

QList<VisibleRow> rowsAround(int index, int top, int count, int height, const LayoutOf &layoutOf)
{
    QList<VisibleRow> rows = upwards(index - 1, top, layoutOf);
    int below = top;
    for (int i = index; i < count && below < height; ++i) {
        VisibleRow row{i, below, layoutOf(i)};
        below = row.bottom();
        if (below > 0 || i == count - 1)
            rows.append(std::move(row));
    }
    return rows;
}

} // namespace wardroom::ui
