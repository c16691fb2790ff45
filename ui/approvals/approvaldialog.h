// SPDX-FileCopyrightText: 2026 The Wardroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "base/clock.h"
#include "session/views.h"
#include "ui/theme/theme.h"

#include <QDialog>
#include <QTimer>

class QGridLayout;
class QLabel;
class QLineEdit;
class QPushButton;
class QScrollArea;
class QVBoxLayout;

namespace wardroom::ui {

class BadgeLabel;

//! Exactly what will run, and the decision. Everything shown comes from the request itself. Opened with open(); stays
//! until the caller says how the decision went.
class ApprovalDialog final : public QDialog
{
    Q_OBJECT

public:
    //! \a clock outlives the dialog.
    ApprovalDialog(const Theme &theme, const Clock &clock, QWidget *parent = nullptr);

    void setView(const session::ApprovalView &view);
    const session::ApprovalView &view() const { return m_view; }
    //! The decision was not taken: says why and lets people try again.
    void setProblem(const QString &sentence);

Q_SIGNALS:
    void acceptWanted(const QString &reason);
    void declineWanted(const QString &reason);
    void questionWanted();

protected:
    void showEvent(QShowEvent *event) override;

private:
    void makeHead(QVBoxLayout *column);
    void makeFoot(QVBoxLayout *column);
    void fillRows();
    void addRow(const QString &label, QWidget *value);
    QWidget *codeBox(const QString &text, bool muted);
    QWidget *plainRow(const QString &text, bool mono);
    QWidget *decisionsRow();
    QWidget *changesRow();
    QString introWords() const;
    QWidget *scriptRow();
    void decide(bool accept);
    void fitHeight();
    void tick();

    const Theme &m_theme;
    const Clock &m_clock;
    session::ApprovalView m_view;
    BadgeLabel *m_badge;
    QLabel *m_title;
    QLabel *m_expires;
    QLabel *m_intro;
    QScrollArea *m_scroll = nullptr;
    QGridLayout *m_rows;
    QWidget *m_danger;
    QLabel *m_dangerText;
    QLineEdit *m_reason;
    QLabel *m_reasonLabel;
    QLabel *m_note;
    QPushButton *m_ask;
    QPushButton *m_decline;
    QPushButton *m_accept;
    QTimer m_timer;
    bool m_expired = false;
};

} // namespace wardroom::ui
