// SPDX-FileCopyrightText: 2026 The Wardroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "ui/theme/theme.h"

#include <QDialog>

class QPlainTextEdit;

namespace wardroom::ui {

//! What a run printed, line by line as it was printed, and the hash under which the record keeps it.
class OutputDialog final : public QDialog
{
    Q_OBJECT

public:
    OutputDialog(const Theme &theme, const QString &title, const QString &hash, QWidget *parent = nullptr);
    void setOutput(const QString &text);
    QString output() const;

private:
    QPlainTextEdit *m_text;
};

} // namespace wardroom::ui
