// SPDX-FileCopyrightText: 2026 The Wardroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "session/commandstanding.h"
#include "ui/incident/sheet.h"

class QComboBox;
class QLineEdit;
class QPlainTextEdit;

namespace wardroom::ui {

//! Another level for one command, or for the workspace.
class LevelSheet final : public Sheet
{
    Q_OBJECT

public:
    //! \a needed: other admins who have to agree.
    LevelSheet(const session::CommandStanding &command, qint64 needed, QWidget *parent = nullptr);
    qint64 level() const;
    QString reason() const;

protected:
    QString missing() const override;

private:
    session::CommandStanding m_command;
    QComboBox *m_level;
    QLineEdit *m_reason;
};

//! The whole policy as text.
class PolicySheet final : public Sheet
{
    Q_OBJECT

public:
    PolicySheet(const QString &json, qint64 needed, const Theme &theme, QWidget *parent = nullptr);
    QByteArray text() const;
    QString reason() const;

protected:
    QString missing() const override;

private:
    QString m_before;
    QPlainTextEdit *m_text;
    QLineEdit *m_reason;
};

} // namespace wardroom::ui
