// SPDX-FileCopyrightText: 2026 The Wardroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "models/timelinemodel.h"
#include "ui/theme/theme.h"

#include <QWidget>

class QButtonGroup;
class QLabel;
class QListView;

namespace wardroom::ui {

//! How busy which stretch of time was.
class Histogram final : public QWidget
{
    Q_OBJECT

public:
    Histogram(const Theme &theme, const models::TimelineModel *model, QWidget *parent = nullptr);
    QSize sizeHint() const override { return {200, m_theme.px(32)}; }

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    const Theme &m_theme;
    const models::TimelineModel *m_model;
};

//! The record of a room: filters, histogram and lines.
class TimelinePage final : public QWidget
{
    Q_OBJECT

public:
    TimelinePage(const Theme &theme, models::TimelineModel *model, QWidget *parent = nullptr);
    QListView *list() const { return m_list; }

Q_SIGNALS:
    void lineChosen(int row);

private:
    QWidget *makeFilters();
    void refreshEmpty();

    const Theme &m_theme;
    models::TimelineModel *m_model;
    QListView *m_list;
    QLabel *m_empty;
    QButtonGroup *m_filters;
};

} // namespace wardroom::ui
