// SPDX-FileCopyrightText: 2026 The Wardroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "ui/theme/theme.h"

#include <QDialog>

class QFormLayout;
class QLabel;
class QPushButton;
class QVBoxLayout;

namespace wardroom::ui {

//! A small form that asks for one thing. Opened with open(); closes only when the caller says it worked.
class Sheet : public QDialog
{
    Q_OBJECT

public:
    Sheet(const QString &title, const QString &sentence, const QString &go, QWidget *parent = nullptr);
    //! It did not work: says why and lets people try again.
    void setProblem(const QString &sentence);
    //! It was done, and something is left to be known: says it, and leaves nothing but to close.
    void setDone(const QString &sentence);

Q_SIGNALS:
    void confirmed(); //!< everything needed is there

protected:
    void addField(const QString &label, QWidget *field);
    void showField(QWidget *field, bool visible);
    //! Empty when the form is complete; else what is missing.
    virtual QString missing() const = 0;
    bool event(QEvent *event) override;

private:
    void tryConfirm();

    QFormLayout *m_form;
    QLabel *m_problem;
    QPushButton *m_cancel;
    QPushButton *m_go;
    QWidget *m_lastField = nullptr;
};

} // namespace wardroom::ui
