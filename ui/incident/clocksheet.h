// SPDX-FileCopyrightText: 2026 The Wardroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "session/deadlines.h"
#include "ui/incident/sheet.h"

class QCheckBox;
class QComboBox;
class QDateTimeEdit;
class QLineEdit;

namespace wardroom::ui {

//! Starts the legal clocks of one law: since when, and why; or records that nothing is reported, and why.
class ClockSheet final : public Sheet
{
    Q_OBJECT

public:
    ClockSheet(const QList<session::RegimeChoice> &regimes, qint64 now, QWidget *parent = nullptr); //!< now in ms
    QString regime() const;
    qint64 since() const; //!< ms
    QString reason() const;
    bool isReported() const;

protected:
    QString missing() const override;

private:
    void refresh();

    QList<session::RegimeChoice> m_regimes;
    qint64 m_now;
    QComboBox *m_regime;
    QDateTimeEdit *m_since;
    QLineEdit *m_reason;
    QCheckBox *m_noReport;
    QLabel *m_words;
};

} // namespace wardroom::ui
