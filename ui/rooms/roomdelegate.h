// SPDX-FileCopyrightText: 2026 The Wardroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "ui/theme/theme.h"

#include <QStyledItemDelegate>

namespace wardroom::ui {

//! Draws headings and rooms of a RoomListModel.
class RoomDelegate final : public QStyledItemDelegate
{
    Q_OBJECT

public:
    explicit RoomDelegate(const Theme &theme, QObject *parent = nullptr) : QStyledItemDelegate(parent), m_theme(theme)
    {}
    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;

private:
    void paintHeading(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const;
    int paintLead(QPainter *painter, const QRect &rect, const QModelIndex &index) const;
    int paintTrail(QPainter *painter, const QRect &rect, const QModelIndex &index) const;

    const Theme &m_theme;
};

} // namespace wardroom::ui
