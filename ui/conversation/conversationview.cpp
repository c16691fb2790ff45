// SPDX-FileCopyrightText: 2026 The Wardroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/conversation/conversationview.h"

#include "models/times.h"

#include <QAccessible>
#include <QDateTime>
#include <QPainter>
#include <QResizeEvent>
#include <QScrollBar>

namespace wardroom::ui {

using namespace Qt::StringLiterals;
using models::ConversationModel;

namespace {

constexpr int unitsPerRow = 64; // the bar counts entries, not pixels: the thumb never jitters
constexpr int bottomMargin = 8;
constexpr int manyRows = 400;  // no room that is read in the usual way holds so many
constexpr int moreWithin = 12; // rows from either end at which the next page is asked for

} // namespace

ConversationView::ConversationView(const Theme &theme, QWidget *parent) : QAbstractScrollArea(parent), m_theme(theme)
{
    installConversationAccessibility();
    setFrameShape(QFrame::NoFrame);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setFocusPolicy(Qt::StrongFocus);
    setAccessibleName(tr("Conversation"));
    viewport()->setMouseTracking(true);
    viewport()->setAttribute(Qt::WA_OpaquePaintEvent);
    m_timer.setSingleShot(true);
    m_timer.setInterval(0);
    connect(&m_timer, &QTimer::timeout, this, [this] {
        layOut();
        viewport()->update();
    });
    connect(&theme, &Theme::changed, this, [this] {
        m_cache.clear();
        schedule();
    });
}

void ConversationView::setModel(ConversationModel *model)
{
    if (m_model)
        m_model->disconnect(this);
    m_model = model;
    m_cache.clear();
    m_visible.clear();
    m_stick = true;
    m_current = m_selectedFrom = m_action = -1;
    m_newBelow = 0;
    if (m_model)
        connectModel();
    schedule();
}

void ConversationView::connectModel()
{
    connect(m_model, &ConversationModel::modelReset, this, [this] {
        m_cache.clear();
        m_visible.clear();
        m_stick = true;
        m_newBelow = 0;
        m_current = m_selectedFrom = m_action = -1;
        schedule();
    });
    connect(m_model, &ConversationModel::rowsInserted, this,
            [this](const QModelIndex &, int first, int last) { onInserted(first, last); });
    connect(m_model, &ConversationModel::rowsRemoved, this,
            [this](const QModelIndex &, int first, int last) { onRemoved(first, last); });
    connect(m_model, &ConversationModel::dataChanged, this, [this](const QModelIndex &first, const QModelIndex &last) {
        for (int i = first.row(); i <= last.row(); ++i)
            forget(i);
        schedule();
    });
    connect(m_model, &ConversationModel::found, this, &ConversationView::showRow);
    connect(m_model, &ConversationModel::newerCame, this, [this](int count) {
        m_newBelow += count;
        viewport()->update();
    });
}

void ConversationView::onInserted(int first, int last)
{
    const int count = last - first + 1;
    m_visible.clear();
    if (m_anchor >= first && !(m_stick && first > 0))
        m_anchor += count;
    for (int *row : {&m_current, &m_selectedFrom})
        if (*row >= first)
            *row += count;
    // One that was here before may be another now; and the next's day may have had a separator that belongs further up.
    for (int i = first; i <= last + 1; ++i)
        forget(i);
    if (!m_stick && first > m_anchor && !m_model->isLoadingNewer())
        m_newBelow += count;
    schedule();
}

void ConversationView::onRemoved(int first, int last)
{
    const int count = last - first + 1;
    m_visible.clear();
    if (m_anchor > last)
        m_anchor -= count;
    if (m_current >= first && m_current <= last)
        m_current = m_selectedFrom = m_action = -1;
    for (int *row : {&m_current, &m_selectedFrom})
        if (*row >= first)
            *row = *row > last ? *row - count : first - 1;
    forget(first);
    schedule();
}

void ConversationView::forget(int index)
{
    if (m_model && index >= 0 && index < m_model->size())
        m_cache.remove(m_model->row(index).key);
}

void ConversationView::refreshPicture(const QString &file)
{
    for (int i = 0; m_model && i < m_model->size(); ++i)
        if (const auto &of = m_model->row(i).file; of && of->key() == file)
            forget(i);
    schedule();
}

void ConversationView::schedule()
{
    m_dirty = true;
    if (!m_timer.isActive())
        m_timer.start();
}

void ConversationView::setUnread(int count)
{
    const int size = m_model ? m_model->size() : 0;
    const QString before = m_unreadKey;
    m_unreadKey = count > 0 && count <= size ? m_model->row(size - count).key : QString();
    m_cache.remove(before);
    m_cache.remove(m_unreadKey);
    schedule();
}

std::shared_ptr<const RowLayout> ConversationView::layoutOf(int index)
{
    const session::ConversationRow &row = m_model->row(index);
    if (const auto *known = m_cache.object(row.key))
        return *known;
    RowContext context;
    const qint64 now = m_now > 0 ? m_now : QDateTime::currentMSecsSinceEpoch();
    // The first loaded row gets no separator while older ones may still come: nothing would move then.
    if (index == 0 ? !m_model->hasOlder() : !models::sameDay(m_model->row(index - 1).at, row.at))
        context.day = models::dayText(row.at, now);
    if (row.file && m_pictures)
        context.picture = m_pictures(*row.file);
    context.unread = !m_unreadKey.isEmpty() && row.key == m_unreadKey;
    ++m_layoutsMade;
    auto made = std::make_shared<const RowLayout>(layOutRow(row, context, viewport()->width(), m_theme));
    m_cache.insert(row.key, new std::shared_ptr<const RowLayout>(made));
    return made;
}

void ConversationView::layOutFromBottom()
{
    m_visible = rowsAbove(viewport()->height() - bottomMargin, m_model->size(), [this](int i) { return layoutOf(i); });
}

void ConversationView::layOutFrom(int index, int top)
{
    const int height = viewport()->height();
    m_visible = rowsAround(index, top, m_model->size(), height, [this](int i) { return layoutOf(i); });
}

//! Nothing may be scrolled past either end. True: the rows were placed anew.
bool ConversationView::clampEnds()
{
    if (m_visible.isEmpty()) {
        layOutFromBottom();
        m_stick = !m_model->hasNewer();
        return true;
    }
    const VisibleRow &last = m_visible.last();
    if (last.index == m_model->size() - 1 && last.bottom() <= viewport()->height() - bottomMargin) {
        m_stick = !m_model->hasNewer();
        layOutFromBottom();
        return true;
    }
    if (m_visible.first().index == 0 && m_visible.first().top > 0) {
        layOutFrom(0, 0);
        return true;
    }
    return false;
}

void ConversationView::layOut()
{
    m_timer.stop();
    m_dirty = false;
    const bool wasAtBottom = m_stick;
    if (!m_model || m_model->size() == 0 || viewport()->width() < 40) {
        m_visible.clear();
        syncScrollBar();
        return;
    }
    if (m_stick) {
        layOutFromBottom();
    } else {
        layOutFrom(std::clamp(m_anchor, 0, m_model->size() - 1), m_offset);
        if (clampEnds() && !m_stick)
            clampEnds();
    }
    for (const VisibleRow &row : std::as_const(m_visible)) {
        if (row.bottom() <= 0)
            continue;
        m_anchor = row.index;
        m_offset = row.top;
        break;
    }
    if (m_stick) {
        m_newBelow = 0;
        if (!wasAtBottom)
            Q_EMIT reachedBottom();
    }
    askForMore();
    syncScrollBar();
}

//! Not within the layout: rows come and go by it.
void ConversationView::askForMore()
{
    if (m_anchor < moreWithin && m_model->hasOlder())
        QTimer::singleShot(0, m_model, &ConversationModel::loadOlder);
    const int last = m_visible.isEmpty() ? 0 : m_visible.last().index;
    if (last + moreWithin >= m_model->size() && m_model->hasNewer())
        QTimer::singleShot(0, m_model, &ConversationModel::loadNewer);
    if (m_model->size() < manyRows || m_lookSoon)
        return;
    m_lookSoon = true;
    QTimer::singleShot(0, this, [this] {
        m_lookSoon = false;
        if (m_model && !m_dirty && !m_visible.isEmpty())
            m_model->lookAt(m_visible.first().index, m_visible.last().index);
    });
}

void ConversationView::syncScrollBar()
{
    QScrollBar *bar = verticalScrollBar();
    if (bar->isSliderDown())
        return;
    const int rows = m_model ? m_model->size() : 0;
    const QSignalBlocker quiet(bar);
    if (m_visible.isEmpty() || (m_visible.first().index == 0 && m_visible.first().top >= 0 && m_stick)) {
        bar->setRange(0, 0);
        return;
    }
    const auto layout = layoutOf(m_anchor);
    const int fraction = std::clamp(-m_offset * unitsPerRow / std::max(1, layout->height), 0, unitsPerRow - 1);
    const int value = m_anchor * unitsPerRow + fraction;
    const int page = std::max<int>(1, static_cast<int>(m_visible.size()) - 1) * unitsPerRow;
    const int maximum = m_stick ? value : std::max(value + 1, rows * unitsPerRow - page);
    bar->setRange(0, maximum);
    bar->setPageStep(page);
    bar->setSingleStep(unitsPerRow / 2);
    bar->setValue(value);
}

void ConversationView::scrollContentsBy(int, int)
{
    if (!m_model || m_model->size() == 0)
        return;
    const QScrollBar *bar = verticalScrollBar();
    m_stick = bar->value() >= bar->maximum() && !m_model->hasNewer();
    m_anchor = std::clamp(bar->value() / unitsPerRow, 0, m_model->size() - 1);
    m_offset = -(bar->value() % unitsPerRow) * layoutOf(m_anchor)->height / unitsPerRow;
    layOut();
    viewport()->update();
}

void ConversationView::scrollBy(int pixels)
{
    if (!m_model || m_model->size() == 0 || pixels == 0)
        return;
    if (m_dirty)
        layOut();
    if (pixels > 0 && m_stick)
        return;
    m_stick = false;
    m_offset -= pixels;
    layOut();
    viewport()->update();
}

void ConversationView::scrollToBottom()
{
    if (m_model && m_model->hasNewer()) {
        m_model->showNewest();
        return;
    }
    m_stick = true;
    layOut();
    viewport()->update();
}

void ConversationView::showRow(int index)
{
    if (!m_model || index < 0 || index >= m_model->size())
        return;
    m_current = m_selectedFrom = index;
    m_action = -1;
    m_stick = false;
    m_anchor = index;
    m_offset = viewport()->height() / 3;
    layOut();
    viewport()->update();
}

const QList<VisibleRow> &ConversationView::visibleRows()
{
    if (m_dirty)
        layOut();
    return m_visible;
}

QRect ConversationView::actionRect(int index, RowAction action)
{
    for (const VisibleRow &row : visibleRows())
        if (row.index == index)
            for (const ActionSpot &spot : row.layout->actions)
                if (spot.action == action)
                    return spot.rect.translated(0, row.top);
    return {};
}

void ConversationView::resizeEvent(QResizeEvent *event)
{
    QAbstractScrollArea::resizeEvent(event);
    if (event->size().width() != event->oldSize().width())
        m_cache.clear();
    layOut();
}

bool ConversationView::isSelected(int index) const
{
    return m_current >= 0 && m_selectedFrom >= 0 && m_selectedFrom != m_current &&
           index >= std::min(m_current, m_selectedFrom) && index <= std::max(m_current, m_selectedFrom);
}

void ConversationView::paintVisible(QPainter &painter, const VisibleRow &row)
{
    const Tokens &t = m_theme.tokens();
    const QRect area(4, row.top, viewport()->width() - 8, row.layout->height);
    if (isSelected(row.index))
        painter.fillRect(area, blended(t.accent, t.background, 0.15));
    const bool current = row.index == m_current && hasFocus();
    if (current && m_action < 0) {
        painter.setRenderHint(QPainter::Antialiasing);
        painter.setPen(QPen(t.accent, 2));
        painter.setBrush(Qt::NoBrush);
        painter.drawRoundedRect(area.adjusted(1, 1, -1, -1), 6, 6);
    }
    paintRow(painter, *row.layout, {0, row.top}, current ? m_action : -1,
             row.index == m_hovered.index ? m_hovered.action : -1, m_theme);
}

void ConversationView::paintEvent(QPaintEvent *event)
{
    QPainter painter(viewport());
    const Tokens &t = m_theme.tokens();
    painter.fillRect(event->rect(), t.background);
    for (const VisibleRow &row : visibleRows())
        if (event->rect().intersects(QRect(0, row.top, viewport()->width(), row.layout->height)))
            paintVisible(painter, row);
    if (m_newBelow > 0) {
        const BadgeStyle pill{m_newBelow == 1 ? tr("1 new below") : tr("%n new below", nullptr, m_newBelow),
                              t.accentFill, t.onFill};
        const QSize size = badgeSize(pill.text, m_theme) + QSize(8, 4);
        paintBadge(
            painter,
            QRect(QPoint((viewport()->width() - size.width()) / 2, viewport()->height() - size.height() - 6), size),
            pill, m_theme);
    }
    if (!m_model || m_model->size() == 0) {
        painter.setPen(t.muted);
        painter.setFont(m_theme.font());
        painter.drawText(viewport()->rect().adjusted(24, 24, -24, -24), Qt::AlignCenter | Qt::TextWordWrap,
                         tr("Nothing has been said here yet. Write a message, or type / for what you can ask for."));
    }
}

} // namespace wardroom::ui
