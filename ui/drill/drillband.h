// SPDX-FileCopyrightText: 2026 The Wardroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "session/drillplay.h"

#include <QWidget>

class QLabel;
class QProgressBar;
class QPushButton;

namespace wardroom::ui {

//! The step of a drill that is in front: what happened, what to do, how far it is.
class DrillBand final : public QWidget
{
    Q_OBJECT

public:
    explicit DrillBand(QWidget *parent = nullptr);
    void showStep(const QString &title, const QList<session::DrillLine> &lines, int current);

Q_SIGNALS:
    void skipWanted();
    void leaveWanted();
    //! What happens now, in words: for those who do not look here.
    void stepShown(const QString &words);

private:
    QLabel *m_step;
    QLabel *m_words;
    QLabel *m_goal;
    QProgressBar *m_progress;
    QPushButton *m_skip;
    QPushButton *m_leave;
    QString m_said;
};

} // namespace wardroom::ui
