// SPDX-FileCopyrightText: 2026 The Wardroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/conversation/conversationview.h"

#include <QAccessibleWidget>
#include <QHash>
#include <QScrollBar>

//! Screen readers see the visible rows as list items, and each row's buttons inside it.
namespace wardroom::ui {

using namespace Qt::StringLiterals;

namespace {

class ViewAccessible;

//! A row, or with an action a button in it. Both are found anew on every call: rows come and go.
class PartAccessible final : public QAccessibleInterface, public QAccessibleActionInterface
{
public:
    PartAccessible(ConversationView *view, QString key, int action)
        : m_view(view)
        , m_key(std::move(key))
        , m_action(action)
    {}
    ~PartAccessible() override
    {
        for (const QAccessible::Id id : std::as_const(m_buttons))
            QAccessible::deleteAccessibleInterface(id);
    }

    bool isValid() const override { return m_view && row() >= 0; }
    QObject *object() const override { return nullptr; }
    QAccessibleInterface *childAt(int, int) const override { return nullptr; }
    QAccessibleInterface *parent() const override;
    QAccessibleInterface *child(int index) const override;
    int childCount() const override
    {
        const auto *place = visible();
        return m_action < 0 && place ? static_cast<int>(place->layout->actions.size()) : 0;
    }
    int indexOfChild(const QAccessibleInterface *child) const override
    {
        const auto *part = dynamic_cast<const PartAccessible *>(child);
        return part ? part->m_action : -1;
    }
    QString text(QAccessible::Text which) const override
    {
        if (!m_view)
            return {};
        if (m_action >= 0)
            return which == QAccessible::Name && spot() ? spot()->label : QString();
        if (which == QAccessible::Name)
            return m_view->textOf(row());
        if (which == QAccessible::Description)
            return ConversationView::tr("%1 of %2").arg(row() + 1).arg(m_view->model() ? m_view->model()->size() : 0);
        return {};
    }
    void setText(QAccessible::Text, const QString &) override {}
    QRect rect() const override
    {
        const auto *place = visible();
        if (!place)
            return {};
        const QRect inside = m_action >= 0 && spot()
                                 ? spot()->rect.translated(0, place->top)
                                 : QRect(0, place->top, m_view->viewport()->width(), place->layout->height);
        return inside.translated(m_view->viewport()->mapToGlobal(QPoint()));
    }
    QAccessible::Role role() const override { return m_action >= 0 ? QAccessible::Button : QAccessible::ListItem; }
    QAccessible::State state() const override
    {
        QAccessible::State state;
        state.focusable = state.selectable = true;
        state.focused = m_view && m_view->hasFocus() && m_view->currentRow() == row();
        state.readOnly = true;
        return state;
    }
    void *interface_cast(QAccessible::InterfaceType type) override
    {
        return type == QAccessible::ActionInterface && m_action >= 0 ? static_cast<QAccessibleActionInterface *>(this)
                                                                     : nullptr;
    }
    QStringList actionNames() const override { return {pressAction()}; }
    void doAction(const QString &name) override
    {
        if (m_view && name == pressAction())
            m_view->press(row(), m_action);
    }
    QStringList keyBindingsForAction(const QString &) const override { return {}; }
    const QString &key() const { return m_key; }

private:
    int row() const { return m_view && m_view->model() ? m_view->model()->indexOfKey(m_key) : -1; }
    const VisibleRow *visible() const
    {
        if (!m_view)
            return nullptr;
        for (const auto &each : m_view->visibleRows())
            if (m_view->model()->row(each.index).key == m_key)
                return &each;
        return nullptr;
    }
    const ActionSpot *spot() const
    {
        const auto *place = visible();
        return place && m_action < place->layout->actions.size() ? &place->layout->actions.at(m_action) : nullptr;
    }

    QPointer<ConversationView> m_view;
    QString m_key;
    int m_action;
    mutable QHash<int, QAccessible::Id> m_buttons;
};

class ViewAccessible final : public QAccessibleWidget
{
public:
    explicit ViewAccessible(ConversationView *view) : QAccessibleWidget(view, QAccessible::List), m_view(view) {}
    ~ViewAccessible() override
    {
        for (const QAccessible::Id id : std::as_const(m_rows))
            QAccessible::deleteAccessibleInterface(id);
    }

    int childCount() const override { return m_view ? static_cast<int>(m_view->visibleRows().size()) : 0; }
    QAccessibleInterface *child(int index) const override
    {
        if (index < 0 || index >= childCount())
            return nullptr;
        const QString key = m_view->model()->row(m_view->visibleRows().at(index).index).key;
        if (m_rows.size() > 400)
            dropRows();
        auto known = m_rows.find(key);
        if (known == m_rows.end())
            known = m_rows.insert(key, QAccessible::registerAccessibleInterface(new PartAccessible(m_view, key, -1)));
        return QAccessible::accessibleInterface(*known);
    }
    int indexOfChild(const QAccessibleInterface *child) const override
    {
        const auto *part = dynamic_cast<const PartAccessible *>(child);
        for (int i = 0; part && i < childCount(); ++i)
            if (m_view->model()->row(m_view->visibleRows().at(i).index).key == part->key())
                return i;
        return -1;
    }

private:
    void dropRows() const
    {
        for (const QAccessible::Id id : std::as_const(m_rows))
            QAccessible::deleteAccessibleInterface(id);
        m_rows.clear();
    }

    QPointer<ConversationView> m_view;
    mutable QHash<QString, QAccessible::Id> m_rows;
};

QAccessibleInterface *PartAccessible::parent() const
{
    QAccessibleInterface *list = QAccessible::queryAccessibleInterface(m_view);
    return m_action < 0 || !list ? list : list->child(list->indexOfChild(this));
}

QAccessibleInterface *PartAccessible::child(int index) const
{
    if (index < 0 || index >= childCount())
        return nullptr;
    auto known = m_buttons.find(index);
    if (known == m_buttons.end())
        known =
            m_buttons.insert(index, QAccessible::registerAccessibleInterface(new PartAccessible(m_view, m_key, index)));
    return QAccessible::accessibleInterface(*known);
}

QAccessibleInterface *makeInterface(const QString &, QObject *object)
{
    auto *view = qobject_cast<ConversationView *>(object);
    return view ? new ViewAccessible(view) : nullptr;
}

} // namespace

void installConversationAccessibility()
{
    static const bool once = [] {
        QAccessible::installFactory(makeInterface);
        return true;
    }();
    Q_UNUSED(once)
}

} // namespace wardroom::ui
