// SPDX-FileCopyrightText: 2026 The Wardroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/people/addpersonsheet.h"

#include <QComboBox>

namespace wardroom::ui {

AddPersonSheet::AddPersonSheet(const QList<session::PersonLine> &people, const QList<session::Place> &places,
                               QWidget *parent)
    : Sheet(tr("Add somebody"),
            tr("To a room, they read and write there. To a group, they also decide what it is asked."), tr("Add"),
            parent)
    , m_person(new QComboBox)
    , m_place(new QComboBox)
{
    for (const session::PersonLine &person : people)
        if (!person.me)
            m_person->addItem(person.name, person.id.text());
    for (const session::Place &place : places)
        m_place->addItem(place.group ? tr("Group %1").arg(place.name) : tr("Room %1").arg(place.name),
                         place.room.text());
    addField(tr("Who"), m_person);
    addField(tr("Where"), m_place);
}

session::PersonId AddPersonSheet::person() const
{
    return session::PersonId(m_person->currentData().toString());
}

session::RoomId AddPersonSheet::place() const
{
    return session::RoomId(m_place->currentData().toString());
}

QString AddPersonSheet::missing() const
{
    return m_person->count() == 0 ? tr("Nobody else is in this workspace yet: invite somebody first.") : QString();
}

} // namespace wardroom::ui
