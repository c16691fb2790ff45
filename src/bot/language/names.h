// SPDX-FileCopyrightText: 2026 The Wardroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "bot/language/understand.h"

#include <QHash>

namespace wardroom::bot {

//! Hosts and people found by name without going through all of them. Immutable; safe to read from any thread.
class Names
{
public:
    //! Made once for a vocabulary and kept by the thread that asked last, for as long as the lists are the same.
    static std::shared_ptr<const Names> of(const Vocabulary &vocabulary);

    //! By name or alias; \a folded is in small letters. nullptr when unknown.
    const domain::Host *host(const QString &folded) const { return m_hosts.value(folded); }
    //! By first name, full name with or without its space, or id; nullptr when nobody or more than one is meant.
    const domain::Person *person(const QString &folded) const { return m_people.value(folded); }

    //! A name that is several words, or several Chinese characters.
    struct Long
    {
        QString folded;  //!< as host() and person() know it
        QString compact; //!< without spaces
        bool isPerson = false;
    };
    //! Those that begin with \a first, longest first.
    const QList<Long> &longNames(QChar first) const;

    explicit Names(const Vocabulary &vocabulary);

private:
    void keepLong(const QString &folded, bool isPerson);

    QList<domain::Host> m_hostList; //!< keep what the tables point to
    QList<domain::Person> m_peopleList;
    QHash<QString, const domain::Host *> m_hosts;
    QHash<QString, const domain::Person *> m_people;
    QHash<QChar, QList<Long>> m_long;
};

} // namespace wardroom::bot
