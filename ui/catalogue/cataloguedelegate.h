// SPDX-FileCopyrightText: 2026 The Wardroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "ui/theme/theme.h"

#include <QStyledItemDelegate>

namespace wardroom::ui {

//! A command in the list: how it is typed, its risk as a badge, and what it does; paler where it is not for this
//! person.
class CatalogueDelegate final : public QStyledItemDelegate
{
    Q_OBJECT

public:
    explicit CatalogueDelegate(const Theme &theme, QObject *parent = nullptr)
        : QStyledItemDelegate(parent)
        , m_theme(theme)
    {}
    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    QSize sizeHint(const QStyleOptionViewItem &, const QModelIndex &) const override { return {200, m_theme.px(52)}; }

private:
    const Theme &m_theme;
};

} // namespace wardroom::ui
