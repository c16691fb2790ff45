// SPDX-FileCopyrightText: 2026 The Wardroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "ui/theme/theme.h"

#include <QFrame>
#include <QStandardItemModel>

class QListView;

namespace wardroom::ui {

struct CompletionItem
{
    QString insert; //!< replaces the word at the cursor
    QString label;
    QString hint;
};

//! What could be typed here, above the composer. Never takes the focus: the editor stays the one who is typed into.
class CompletionPopup final : public QFrame
{
    Q_OBJECT

public:
    CompletionPopup(const Theme &theme, QWidget *parent);

    void setItems(const QList<CompletionItem> &items); //!< empty hides it
    void moveBy(int rows);
    CompletionItem current() const;
    int count() const { return static_cast<int>(m_items.size()); }

Q_SIGNALS:
    void chosen(const wardroom::ui::CompletionItem &item);

private:
    QListView *m_list;
    QStandardItemModel m_model;
    QList<CompletionItem> m_items;
    const Theme &m_theme;
};

} // namespace wardroom::ui
