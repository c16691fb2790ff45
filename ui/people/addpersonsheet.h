// SPDX-FileCopyrightText: 2026 The Wardroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "session/team.h"
#include "ui/incident/sheet.h"

class QComboBox;
class QLineEdit;

namespace wardroom::ui {

//! Adds somebody to a room or a group: of the workspace, or by account on the chat server, who may have only a phone.
class AddPersonSheet final : public Sheet
{
    Q_OBJECT

public:
    AddPersonSheet(const QList<session::PersonLine> &people, const QList<session::Place> &places, bool hasAccounts,
                   QWidget *parent = nullptr);
    session::PersonId person() const;
    session::RoomId place() const;

protected:
    QString missing() const override;

private:
    bool isByAccount() const;

    QComboBox *m_person;
    QLineEdit *m_account;
    QComboBox *m_place;
};

} // namespace wardroom::ui
