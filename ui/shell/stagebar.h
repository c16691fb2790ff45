// SPDX-FileCopyrightText: 2026 The Wardroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "session/views.h"
#include "ui/theme/theme.h"

#include <QWidget>

namespace wardroom::ui {

//! The six stages of an incident, done, current and to come, each with when it was reached.
class StageBar final : public QWidget
{
    Q_OBJECT

public:
    explicit StageBar(const Theme &theme, QWidget *parent = nullptr);
    void setStages(domain::IncidentStatus current, const QMap<domain::IncidentStatus, qint64> &reached, bool closed);
    static QString nameOf(domain::IncidentStatus status);
    QSize sizeHint() const override;

Q_SIGNALS:
    void stageWanted(wardroom::domain::IncidentStatus status); //!< double-clicked

protected:
    void paintEvent(QPaintEvent *event) override;
    void mouseDoubleClickEvent(QMouseEvent *event) override;

private:
    const Theme &m_theme;
    domain::IncidentStatus m_current = domain::IncidentStatus::detected;
    QMap<domain::IncidentStatus, qint64> m_reached;
    bool m_closed = false;
};

} // namespace wardroom::ui
