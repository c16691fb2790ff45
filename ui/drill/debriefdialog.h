// SPDX-FileCopyrightText: 2026 The Wardroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "session/drillplay.h"

#include <QDialog>

namespace wardroom::ui {

//! After a drill: what was done and how long it took, and what was missed.
class DebriefDialog final : public QDialog
{
    Q_OBJECT

public:
    DebriefDialog(const QString &title, const QString &sentence, const QList<session::DrillLine> &lines,
                  QWidget *parent = nullptr);

Q_SIGNALS:
    void keepWanted(); //!< puts the sentence on the record
};

} // namespace wardroom::ui
