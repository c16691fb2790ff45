// SPDX-FileCopyrightText: 2026 The Wardroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/conversation/conversationview.h"

#include <QAccessible>
#include <QClipboard>
#include <QContextMenuEvent>
#include <QGuiApplication>
#include <QKeyEvent>
#include <QMenu>
#include <QMouseEvent>
#include <QScrollBar>

//! What people do in a conversation with mouse and keyboard.
namespace wardroom::ui {

using namespace Qt::StringLiterals;

namespace {

constexpr int mostCopied = 1000; // rows

//! Stands in the room as somebody's: can be answered and quoted.
bool isSaid(const session::ConversationRow &row)
{
    return row.send == store::SendState::sent && !row.deleted && !std::holds_alternative<session::Notice>(row.content);
}

} // namespace

ConversationView::Spot ConversationView::spotAt(const QPoint &point)
{
    for (const VisibleRow &row : visibleRows()) {
        if (point.y() < row.top || point.y() >= row.top + row.layout->height)
            continue;
        for (int i = 0; i < row.layout->actions.size(); ++i)
            if (row.layout->actions.at(i).rect.translated(0, row.top).contains(point))
                return {row.index, i};
        return {row.index, -1};
    }
    return {};
}

void ConversationView::press(int index, int action)
{
    if (!m_model || index < 0 || index >= m_model->size())
        return;
    const auto layout = layoutOf(index);
    if (action < 0 || action >= layout->actions.size())
        return;
    const session::ConversationRow row = m_model->row(index);
    Q_EMIT actionWanted(row, layout->actions.at(action).action);
}

void ConversationView::wheelEvent(QWheelEvent *event)
{
    const int pixels = event->pixelDelta().isNull() ? event->angleDelta().y() : event->pixelDelta().y();
    scrollBy(-pixels);
    event->accept();
}

void ConversationView::mousePressEvent(QMouseEvent *event)
{
    if (event->button() != Qt::LeftButton)
        return;
    if (m_newBelow > 0 && event->pos().y() > viewport()->height() - 34 &&
        std::abs(event->pos().x() - viewport()->width() / 2) < 60) {
        scrollToBottom();
        return;
    }
    m_pressed = spotAt(event->pos());
    if (m_pressed.index < 0)
        return;
    m_action = m_pressed.action;
    // What is under the pointer stays there: scrolled into full view, its button would be gone before it is let go.
    makeCurrent(m_pressed.index, event->modifiers().testFlag(Qt::ShiftModifier));
    m_action = m_pressed.action;
    sayCurrent();
}

void ConversationView::mouseReleaseEvent(QMouseEvent *event)
{
    const Spot pressed = std::exchange(m_pressed, {});
    if (event->button() == Qt::LeftButton && pressed.action >= 0 && pressed == spotAt(event->pos()))
        press(pressed.index, pressed.action);
}

void ConversationView::mouseMoveEvent(QMouseEvent *event)
{
    const Spot now = spotAt(event->pos());
    viewport()->setCursor(now.action >= 0 ? Qt::PointingHandCursor : Qt::ArrowCursor);
    if (now == m_hovered)
        return;
    m_hovered = now;
    viewport()->update();
}

void ConversationView::leaveEvent(QEvent *event)
{
    QAbstractScrollArea::leaveEvent(event);
    m_hovered = {};
    viewport()->update();
}

void ConversationView::makeCurrent(int to, bool extend)
{
    m_current = std::clamp(to, 0, m_model->size() - 1);
    m_action = -1;
    if (!extend)
        m_selectedFrom = m_current;
}

void ConversationView::moveCurrent(int to, bool extend)
{
    if (!m_model || m_model->size() == 0)
        return;
    makeCurrent(to, extend);
    const auto place = [this]() -> const VisibleRow * {
        for (const VisibleRow &row : visibleRows())
            if (row.index == m_current)
                return &row;
        return nullptr;
    };
    if (const VisibleRow *row = place(); !row) {
        m_stick = false;
        m_offset = m_current < m_anchor ? 0 : viewport()->height() / 3;
        m_anchor = m_current;
        layOut();
    } else if (row->top < 0) {
        scrollBy(row->top);
    } else if (const int over = row->top + row->layout->height - viewport()->height(); over > 0) {
        scrollBy(std::min(over, row->top));
    }
    sayCurrent();
}

void ConversationView::sayCurrent()
{
    viewport()->update();
    QAccessibleEvent focus(this, QAccessible::Focus);
    for (int i = 0; i < m_visible.size(); ++i)
        if (m_visible.at(i).index == m_current)
            focus.setChild(i);
    QAccessible::updateAccessibility(&focus);
}

bool ConversationView::keyScroll(int key)
{
    const int page = viewport()->height() * 9 / 10;
    switch (key) {
    case Qt::Key_PageUp: scrollBy(-page); return true;
    case Qt::Key_PageDown: scrollBy(page); return true;
    case Qt::Key_End: scrollToBottom(); return true;
    case Qt::Key_Home:
        m_stick = false;
        m_anchor = m_offset = 0;
        layOut();
        viewport()->update();
        return true;
    default: return false;
    }
}

//! What is offered for rows without a button for it.
bool ConversationView::mayDo(RowAction action, const session::ConversationRow &row) const
{
    switch (action) {
    case RowAction::quote:
    case RowAction::answer: return isSaid(row);
    case RowAction::thread: return m_abilities.threads && isSaid(row) && !row.entry.isEmpty();
    case RowAction::edit: return m_abilities.edits && row.plain && row.mine && isSaid(row);
    case RowAction::remove: return m_abilities.deletes && row.plain && row.mine && isSaid(row);
    default: return false;
    }
}

//! A button of the row that has the focus, by its key.
bool ConversationView::askFor(RowAction action)
{
    if (!m_model || m_current < 0 || m_current >= m_model->size())
        return false;
    const session::ConversationRow row = m_model->row(m_current);
    const QList<ActionSpot> actions = layoutOf(m_current)->actions;
    const bool offered =
        std::any_of(actions.begin(), actions.end(), [&](const ActionSpot &spot) { return spot.action == action; });
    if (!offered && !mayDo(action, row))
        return false;
    Q_EMIT actionWanted(row, action);
    return true;
}

//! A answers it, T shows its thread or begins one, E changes it, Delete takes it away, R runs it again, Q quotes it in
//! a note, O opens the raw output, B blocks the address in it.
bool ConversationView::keyAct(const QKeyEvent &event)
{
    if (event.modifiers() != Qt::NoModifier)
        return false;
    switch (event.key()) {
    case Qt::Key_A: return askFor(RowAction::answer);
    case Qt::Key_T: return askFor(RowAction::thread);
    case Qt::Key_E: return askFor(RowAction::edit);
    case Qt::Key_Delete: return askFor(RowAction::remove);
    case Qt::Key_R: return askFor(RowAction::again);
    case Qt::Key_Q: return askFor(RowAction::quote);
    case Qt::Key_O: return askFor(RowAction::raw);
    case Qt::Key_B: break;
    default: return false;
    }
    if (!m_leads || !m_model || m_current < 0 || m_current >= m_model->size())
        return false;
    const QList<session::Suggestion> leads = m_leads(m_model->row(m_current));
    const auto block =
        std::find_if(leads.begin(), leads.end(), [](const auto &lead) { return lead.line.startsWith(u"/ip block "); });
    if (block == leads.end())
        return false;
    Q_EMIT lineWanted(block->line);
    return true;
}

void ConversationView::addLeads(QMenu *menu, const session::ConversationRow &row)
{
    const QList<session::Suggestion> leads = m_leads ? m_leads(row) : QList<session::Suggestion>();
    if (!leads.isEmpty())
        menu->addSeparator();
    for (const session::Suggestion &lead : leads)
        connect(menu->addAction(QString(lead.line).replace(u'&', u"&&"_s)), &QAction::triggered, this,
                [this, line = lead.line] { Q_EMIT lineWanted(line); });
}

void ConversationView::addChanges(QMenu *menu, const session::ConversationRow &row)
{
    if (m_abilities.reactions && !row.entry.isEmpty()) {
        QMenu *reactions = menu->addMenu(tr("React"));
        for (const QString &key : {u"👍"_s, u"✅"_s, u"👀"_s, u"🎉"_s, u"❌"_s})
            connect(reactions->addAction(key), &QAction::triggered, this,
                    [this, row, key] { Q_EMIT reactionWanted(row, key); });
    }
    const auto offer = [&](RowAction action, const QString &words, const QKeySequence &shortcut) {
        if (!mayDo(action, row))
            return;
        QAction *entry = menu->addAction(words);
        entry->setShortcut(shortcut);
        connect(entry, &QAction::triggered, this, [this, row, action] { Q_EMIT actionWanted(row, action); });
    };
    offer(RowAction::edit, tr("Edit"), Qt::Key_E);
    offer(RowAction::remove, tr("Delete…"), Qt::Key_Delete);
}

void ConversationView::keyPressEvent(QKeyEvent *event)
{
    const bool shift = event->modifiers().testFlag(Qt::ShiftModifier);
    const int actions = m_current >= 0 && m_model && m_current < m_model->size()
                            ? static_cast<int>(layoutOf(m_current)->actions.size())
                            : 0;
    if (event->matches(QKeySequence::Copy)) {
        copySelection();
    } else if (event->key() == Qt::Key_Up) {
        moveCurrent(m_current < 0 ? INT_MAX : m_current - 1, shift);
    } else if (event->key() == Qt::Key_Down) {
        moveCurrent(m_current < 0 ? INT_MAX : m_current + 1, shift);
    } else if (event->key() == Qt::Key_Right && m_action + 1 < actions) {
        ++m_action;
    } else if (event->key() == Qt::Key_Left && m_action >= 0) {
        --m_action;
    } else if ((event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter || event->key() == Qt::Key_Space) &&
               actions > 0) {
        press(m_current, m_action);
    } else if (keyAct(*event)) {
        event->accept();
        return;
    } else if (!keyScroll(event->key())) {
        QAbstractScrollArea::keyPressEvent(event);
        return;
    }
    event->accept();
    viewport()->update();
}

bool ConversationView::focusNextPrevChild(bool next)
{
    if (m_model && m_current >= 0 && m_current < m_model->size()) {
        const int actions = static_cast<int>(layoutOf(m_current)->actions.size());
        const int to = m_action + (next ? 1 : -1);
        if (to >= -1 && to < actions) {
            m_action = to;
            viewport()->update();
            return true;
        }
    }
    return QAbstractScrollArea::focusNextPrevChild(next);
}

void ConversationView::focusInEvent(QFocusEvent *event)
{
    QAbstractScrollArea::focusInEvent(event);
    if (m_current < 0 && event->reason() != Qt::MouseFocusReason)
        moveCurrent(INT_MAX, false);
    viewport()->update();
}

void ConversationView::focusOutEvent(QFocusEvent *event)
{
    QAbstractScrollArea::focusOutEvent(event);
    viewport()->update();
}

QString ConversationView::textOf(int index) const
{
    return m_model && index >= 0 && index < m_model->size() ? models::ConversationModel::spoken(m_model->row(index))
                                                            : QString();
}

void ConversationView::copySelection() const
{
    if (m_current < 0)
        return;
    const int from = m_selectedFrom < 0 ? m_current : m_selectedFrom;
    QStringList lines;
    for (int i = std::min(from, m_current); i <= std::max(from, m_current) && lines.size() < mostCopied; ++i)
        lines << textOf(i);
    QGuiApplication::clipboard()->setText(lines.join(u'\n'));
}

void ConversationView::contextMenuEvent(QContextMenuEvent *event)
{
    const bool byMouse = event->reason() == QContextMenuEvent::Mouse;
    if (const Spot spot = spotAt(event->pos()); byMouse && spot.index >= 0 && !isSelected(spot.index)) {
        makeCurrent(spot.index, false);
        sayCurrent();
    }
    if (m_current < 0)
        return;
    auto *menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    QAction *copy = menu->addAction(tr("Copy"));
    copy->setShortcut(QKeySequence::Copy);
    connect(copy, &QAction::triggered, this, &ConversationView::copySelection);
    const int row = m_current;
    const QList<ActionSpot> actions = layoutOf(row)->actions;
    if (!actions.isEmpty())
        menu->addSeparator();
    for (int i = 0; i < actions.size(); ++i)
        connect(menu->addAction(actions.at(i).label), &QAction::triggered, this, [this, row, i] { press(row, i); });
    const session::ConversationRow said = m_model->row(row);
    const bool quotes = std::any_of(actions.begin(), actions.end(),
                                    [](const ActionSpot &spot) { return spot.action == RowAction::quote; });
    if (isSaid(said)) {
        const auto offer = [&](const QString &words, RowAction action) {
            connect(menu->addAction(words), &QAction::triggered, this,
                    [this, said, action] { Q_EMIT actionWanted(said, action); });
        };
        offer(tr("Answer"), RowAction::answer);
        if (mayDo(RowAction::thread, said) && said.thread.isEmpty() && said.replies.replies == 0)
            offer(tr("Answer in a thread"), RowAction::thread);
        if (!quotes)
            offer(tr("Quote in a note"), RowAction::quote);
        addChanges(menu, said);
    }
    addLeads(menu, said);
    menu->popup(byMouse ? event->globalPos() : viewport()->mapToGlobal(viewport()->rect().center()));
}

} // namespace wardroom::ui
