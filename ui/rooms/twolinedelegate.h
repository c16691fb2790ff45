// SPDX-FileCopyrightText: 2026 The Wardroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "ui/theme/theme.h"

#include <QStyledItemDelegate>

namespace wardroom::ui {

//! Two lines: what was said, and by whom and where below it. \a upper and \a lower are the roles to read.
class TwoLineDelegate final : public QStyledItemDelegate
{
    Q_OBJECT

public:
    TwoLineDelegate(const Theme &theme, int upper, int lower, QObject *parent = nullptr)
        : QStyledItemDelegate(parent)
        , m_theme(theme)
        , m_upper(upper)
        , m_lower(lower)
    {}
    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    QSize sizeHint(const QStyleOptionViewItem &, const QModelIndex &) const override { return {160, m_theme.px(48)}; }

private:
    const Theme &m_theme;
    int m_upper, m_lower;
};

} // namespace wardroom::ui
