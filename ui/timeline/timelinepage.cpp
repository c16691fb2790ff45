// SPDX-FileCopyrightText: 2026 The Wardroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/timeline/timelinepage.h"

#include "ui/theme/flowlayout.h"
#include "ui/theme/pieces.h"
#include "ui/timeline/timelinedelegate.h"

#include <QBoxLayout>
#include <QButtonGroup>
#include <QListView>
#include <QPainter>
#include <QScrollBar>

namespace wardroom::ui {

using models::TimelineModel;
using session::TimelineGroup;

Histogram::Histogram(const Theme &theme, const TimelineModel *model, QWidget *parent)
    : QWidget(parent)
    , m_theme(theme)
    , m_model(model)
{
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    setAccessibleName(tr("How much happened when"));
    const auto again = [this] { update(); };
    connect(model, &TimelineModel::modelReset, this, again);
    connect(model, &TimelineModel::rowsInserted, this, again);
}

void Histogram::paintEvent(QPaintEvent *)
{
    const QList<int> &bars = m_model->histogram();
    if (bars.isEmpty())
        return;
    QPainter painter(this);
    // One fact in an hour is not a peak: a quiet room shows low bars.
    const int most = std::max(4, *std::max_element(bars.begin(), bars.end()));
    const double each = (width() + 1.0) / static_cast<double>(bars.size());
    for (qsizetype i = 0; i < bars.size(); ++i) {
        const int tall = std::max(3, height() * bars.at(i) / most);
        const bool busy = bars.at(i) * 4 >= most * 3 && bars.at(i) > 0;
        const int left = static_cast<int>(each * static_cast<double>(i)),
                  right = static_cast<int>(each * static_cast<double>(i + 1)) - 1;
        painter.fillRect(QRect(left, height() - tall, right - left, tall),
                         busy ? m_theme.tokens().accent : m_theme.tokens().line);
    }
}

TimelinePage::TimelinePage(const Theme &theme, TimelineModel *model, QWidget *parent)
    : QWidget(parent)
    , m_theme(theme)
    , m_model(model)
{
    auto *column = new QVBoxLayout(this);
    setMargins(column, 0, 12, 0, 0, 10);
    column->addWidget(makeFilters());
    auto *bars = new QHBoxLayout;
    setMargins(bars, 14, 0, 14, 0, 0);
    bars->addWidget(new Histogram(theme, model));
    column->addLayout(bars);
    m_list = new QListView;
    m_list->setModel(model);
    m_list->setItemDelegate(new TimelineDelegate(theme, m_list));
    m_list->setUniformItemSizes(true);
    m_list->setAccessibleName(tr("Timeline"));
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_list->setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    m_list->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_list->setMouseTracking(true);
    column->addWidget(m_list, 1);
    m_empty = makeLabel(tr("Nothing of this kind has happened yet."), "muted");
    m_empty->setWordWrap(true);
    m_empty->setAlignment(Qt::AlignHCenter | Qt::AlignTop);
    m_empty->setContentsMargins(16, 24, 16, 0);
    column->addWidget(m_empty, 1);
    connect(m_list, &QListView::clicked, this, [this](const QModelIndex &index) { Q_EMIT lineChosen(index.row()); });
    connect(m_list, &QListView::activated, this, [this](const QModelIndex &index) { Q_EMIT lineChosen(index.row()); });
    connect(model, &TimelineModel::modelReset, this, [this] {
        refreshEmpty();
        m_list->scrollToBottom();
    });
    connect(model, &TimelineModel::rowsInserted, this, [this] {
        refreshEmpty();
        const QScrollBar *bar = m_list->verticalScrollBar();
        if (bar->value() >= bar->maximum() - bar->singleStep())
            QMetaObject::invokeMethod(m_list, &QListView::scrollToBottom, Qt::QueuedConnection);
    });
    refreshEmpty();
}

void TimelinePage::refreshEmpty()
{
    const bool empty = m_model->rowCount() == 0;
    m_list->setVisible(!empty);
    m_empty->setVisible(empty);
}

QWidget *TimelinePage::makeFilters()
{
    auto *box = new QWidget;
    auto *row = new FlowLayout(m_theme.px(6), box);
    row->setContentsMargins(14, 0, 14, 0);
    m_filters = new QButtonGroup(this);
    const auto chip = [&](const QString &text, std::optional<TimelineGroup> group) {
        auto *button = makeButton(text, "chip");
        button->setCheckable(true);
        button->setChecked(!group);
        button->setAccessibleName(tr("Show %1").arg(text));
        m_filters->addButton(button);
        row->addWidget(button);
        connect(button, &QPushButton::clicked, this, [this, group] { m_model->setGroup(group); });
    };
    chip(tr("All"), std::nullopt);
    chip(tr("Alerts"), TimelineGroup::alerts);
    chip(tr("Commands"), TimelineGroup::commands);
    chip(tr("Decisions"), TimelineGroup::decisions);
    chip(tr("Status"), TimelineGroup::status);
    chip(tr("Notes"), TimelineGroup::notes);
    QSizePolicy policy(QSizePolicy::Preferred, QSizePolicy::Minimum);
    policy.setHeightForWidth(true);
    box->setSizePolicy(policy);
    return box;
}

} // namespace wardroom::ui
