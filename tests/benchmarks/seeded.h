// SPDX-FileCopyrightText: 2026 The Wardroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "domain/entry.h"
#include "support/roombuilder.h"

#include <random>

namespace wardroom::bench {

//! Data that is the same in every run and on every machine: a generator with a seed, and no distribution of the
//! standard library, which may differ.
class Seeded
{
public:
    explicit Seeded(quint64 seed) : m_engine(seed) {}

    int below(int limit) { return static_cast<int>(m_engine() % static_cast<quint64>(limit)); }
    //! A word of a large vocabulary; few are said often, most are rare.
    QString word();
    //! A few Chinese characters of a small set.
    QString chinese();
    //! One message of about 400 bytes; each fifth has Chinese in it.
    QString message();
    //! \a count messages of \a room behind \a before others, a minute apart, said by five people.
    QList<domain::Entry> messages(const domain::RoomId &room, int count, int before);
    //! The same with really signed facts at each \a oneIn -th place; 1: nothing else.
    //! \a people: two that are enrolled.
    void fill(test::RoomBuilder &builder, const domain::RoomId &room, int count, int oneIn,
              const std::pair<QString, QString> &people = {QStringLiteral("lina"), QStringLiteral("tom")});

private:
    domain::Fact fact();

    std::mt19937_64 m_engine;
    QList<domain::FactId> m_alerts;
    qint64 m_sightings = 0;
};

} // namespace wardroom::bench
