// SPDX-FileCopyrightText: 2026 The Wardroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/stagebar.h"

#include "models/times.h"

#include <QMouseEvent>
#include <QPainter>

namespace wardroom::ui {

using namespace Qt::StringLiterals;
using domain::IncidentStatus;

namespace {

constexpr int stages = 6;

} // namespace

StageBar::StageBar(const Theme &theme, QWidget *parent) : QWidget(parent), m_theme(theme)
{
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    setToolTip(tr("Double-click a stage to set it"));
}

QString StageBar::nameOf(IncidentStatus status)
{
    switch (status) {
    case IncidentStatus::detected: return tr("Detected");
    case IncidentStatus::triaged: return tr("Triaged");
    case IncidentStatus::containing: return tr("Containing");
    case IncidentStatus::eradicated: return tr("Eradicated");
    case IncidentStatus::recovered: return tr("Recovered");
    case IncidentStatus::reviewed: break;
    }
    return tr("Reviewed");
}

void StageBar::setStages(IncidentStatus current, const QMap<IncidentStatus, qint64> &reached, bool closed)
{
    m_current = current;
    m_reached = reached;
    m_closed = closed;
    setAccessibleName(tr("Stage: %1, %2 of 6").arg(nameOf(current)).arg(static_cast<int>(current) + 1));
    update();
}

QSize StageBar::sizeHint() const
{
    return {360, m_theme.px(23)};
}

void StageBar::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const Tokens &t = m_theme.tokens();
    const int gap = 6;
    for (int i = 0; i < stages; ++i) {
        const auto status = static_cast<IncidentStatus>(i);
        const bool done = i < static_cast<int>(m_current) || (m_closed && status == m_current);
        const bool now = status == m_current && !m_closed;
        const int x = i * (width() + gap) / stages;
        const int each = (i + 1) * (width() + gap) / stages - gap - x;
        painter.fillRect(QRect(x, 0, each, 3), done ? t.green : (now ? t.accent : t.line));
        QString words = nameOf(status);
        if (done && m_reached.contains(status))
            words += u' ' + models::clockText(m_reached.value(status));
        QFont font = m_theme.font(Face::tiny);
        font.setWeight(now ? QFont::DemiBold : QFont::Normal);
        painter.setFont(font);
        painter.setPen(now ? t.text : t.muted);
        painter.drawText(QRect(x, 3, each, height() - 3), Qt::AlignLeft | Qt::AlignBottom,
                         painter.fontMetrics().elidedText(words, Qt::ElideRight, each));
    }
}

void StageBar::mouseDoubleClickEvent(QMouseEvent *event)
{
    const int at = std::clamp(static_cast<int>(event->position().x()) * stages / std::max(1, width()), 0, stages - 1);
    Q_EMIT stageWanted(static_cast<IncidentStatus>(at));
}

} // namespace wardroom::ui
