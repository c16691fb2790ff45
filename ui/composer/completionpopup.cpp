// SPDX-FileCopyrightText: 2026 The Wardroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/composer/completionpopup.h"

#include "ui/rooms/twolinedelegate.h"
#include "ui/theme/pieces.h"

#include <QBoxLayout>
#include <QListView>

namespace wardroom::ui {

CompletionPopup::CompletionPopup(const Theme &theme, QWidget *parent) : QFrame(parent), m_theme(theme)
{
    using namespace Qt::StringLiterals;
    setProperty("frame", u"card"_s);
    auto *column = new QVBoxLayout(this);
    setMargins(column, 4, 4, 4, 4, 0);
    m_list = new QListView;
    m_list->setModel(&m_model);
    m_list->setItemDelegate(new TwoLineDelegate(theme, Qt::DisplayRole, Qt::UserRole, m_list));
    m_list->setFocusPolicy(Qt::NoFocus);
    m_list->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_list->setMouseTracking(true);
    m_list->setAccessibleName(tr("Suggestions"));
    column->addWidget(m_list);
    connect(m_list, &QListView::clicked, this,
            [this](const QModelIndex &index) { Q_EMIT chosen(m_items.at(index.row())); });
    hide();
}

void CompletionPopup::setItems(const QList<CompletionItem> &items)
{
    m_items = items.first(std::min<qsizetype>(50, items.size()));
    m_model.clear();
    for (const CompletionItem &item : std::as_const(m_items)) {
        auto *row = new QStandardItem(item.label);
        row->setData(item.hint, Qt::UserRole);
        m_model.appendRow(row);
    }
    setVisible(!m_items.isEmpty());
    if (m_items.isEmpty())
        return;
    m_list->setCurrentIndex(m_model.index(0, 0));
    resize(width(), m_theme.px(48) * std::min(count(), 6) + 10);
    raise();
}

void CompletionPopup::moveBy(int rows)
{
    if (count() == 0)
        return;
    const int to = (m_list->currentIndex().row() + rows + count()) % count();
    m_list->setCurrentIndex(m_model.index(to, 0));
}

CompletionItem CompletionPopup::current() const
{
    return m_items.value(m_list->currentIndex().row());
}

} // namespace wardroom::ui
