// SPDX-FileCopyrightText: 2026 The Wardroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "session/team.h"
#include "ui/incident/sheet.h"

class QComboBox;

namespace wardroom::ui {

//! Adds somebody of the workspace to a room or a group.
class AddPersonSheet final : public Sheet
{
    Q_OBJECT

public:
    AddPersonSheet(const QList<session::PersonLine> &people, const QList<session::Place> &places,
                   QWidget *parent = nullptr);
    session::PersonId person() const;
    session::RoomId place() const;

protected:
    QString missing() const override;

private:
    QComboBox *m_person;
    QComboBox *m_place;
};

} // namespace wardroom::ui
