// SPDX-FileCopyrightText: 2026 The Wardroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/people/addpersonsheet.h"

#include <QComboBox>
#include <QLineEdit>

namespace wardroom::ui {

AddPersonSheet::AddPersonSheet(const QList<session::PersonLine> &people, const QList<session::Place> &places,
                               bool hasAccounts, QWidget *parent)
    : Sheet(tr("Add somebody"),
            tr("To a room, they read and write there. To a group, they also decide what it is asked."), tr("Add"),
            parent)
    , m_person(new QComboBox)
    , m_account(new QLineEdit)
    , m_place(new QComboBox)
{
    for (const session::PersonLine &person : people)
        if (!person.me)
            m_person->addItem(person.name, person.id.text());
    if (hasAccounts)
        m_person->addItem(tr("Somebody by account, also with only a phone…"));
    m_account->setMaxLength(255);
    m_account->setPlaceholderText(tr("@ada:example.org"));
    for (const session::Place &place : places)
        m_place->addItem(place.group ? tr("Group %1").arg(place.name) : tr("Room %1").arg(place.name),
                         place.room.text());
    addField(tr("Who"), m_person);
    addField(tr("Account"), m_account);
    addField(tr("Where"), m_place);
    const auto showAccount = [this] { showField(m_account, isByAccount()); };
    connect(m_person, &QComboBox::currentIndexChanged, this, showAccount);
    showAccount();
}

bool AddPersonSheet::isByAccount() const
{
    return m_person->currentIndex() >= 0 && !m_person->currentData().isValid();
}

session::PersonId AddPersonSheet::person() const
{
    return session::PersonId(isByAccount() ? m_account->text().trimmed() : m_person->currentData().toString());
}

session::RoomId AddPersonSheet::place() const
{
    return session::RoomId(m_place->currentData().toString());
}

QString AddPersonSheet::missing() const
{
    if (m_person->count() == 0)
        return tr("Nobody else is in this workspace yet: invite somebody first.");
    if (isByAccount() && !session::isAccountName(m_account->text().trimmed()))
        return tr("An account looks like @ada:example.org.");
    return m_place->count() == 0 ? tr("There is no room yet.") : QString();
}

} // namespace wardroom::ui
