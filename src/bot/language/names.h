// SPDX-FileCopyrightText: 2026 The Wardroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "bot/language/understand.h"

#include <QHash>

#include <array>

namespace wardroom::bot {

//! Hosts and people found by name without going through all of them. Immutable; safe to read from any thread.
class Names
{
public:
    //! Made once for a vocabulary and kept by the thread that asked last, for as long as the lists are the same.
    static std::shared_ptr<const Names> of(const Vocabulary &vocabulary);

    //! By name or alias; \a folded is in small letters. nullptr when unknown.
    const domain::Host *host(const QString &folded) const { return may(folded) ? m_hosts.value(folded) : nullptr; }
    //! By first name, full name with or without its space, or id; nullptr when nobody or more than one is meant.
    const domain::Person *person(const QString &folded) const { return may(folded) ? m_people.value(folded) : nullptr; }

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
    //! Hardly a word of talk is a name: how it begins, how it ends and how long it is says so.
    static size_t outlineOf(const QString &name)
    {
        return name.isEmpty()
                   ? 0
                   : (name.front().unicode() * 37u + name.back().unicode() * 11u + size_t(name.size())) % 1024;
    }
    bool may(const QString &name) const { return (m_may[outlineOf(name) / 64] >> (outlineOf(name) % 64) & 1) != 0; }
    void keepLong(const QString &folded, bool isPerson);

    QList<domain::Host> m_hostList; //!< keep what the tables point to
    QList<domain::Person> m_peopleList;
    QHash<QString, const domain::Host *> m_hosts;
    QHash<QString, const domain::Person *> m_people;
    QHash<QChar, QList<Long>> m_long;
    std::array<quint64, 16> m_may{};
};

} // namespace wardroom::bot
