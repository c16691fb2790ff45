// SPDX-FileCopyrightText: 2026 The Wardroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <QHash>
#include <QStringList>

#include <vector>

namespace wardroom::learn {

struct Example
{
    std::vector<quint32> features; //!< indexes, once made ready
    size_t label = 0;
    int wording = 0;
    float weight = 1;
};

//! What is learnt from: features with what they stand for.
class Examples
{
public:
    //! \a wording: the template it was filled from, 0 for none.
    void take(const std::vector<quint32> &features, const QString &label, int wording);
    //! Weighs templates by the root of their wordings and leaves out what fewer than \a leastUses examples or one
    //! template alone have.
    void makeReady(int leastUses);

    const QStringList &labels() const { return m_labels; }
    const std::vector<quint32> &features() const { return m_features; }
    size_t size() const { return m_all.size(); }
    //! In an order that mixes them, the same for the same \a step; a prime.
    const Example &at(size_t i, size_t step) const { return m_all[(i * step) % m_all.size()]; }

private:
    QHash<quint32, int> uses() const;
    void weigh();
    void number(int leastUses);

    QStringList m_labels{QString()};
    std::vector<quint32> m_features;
    std::vector<Example> m_all;
};

//! Numbers that look random and are the same every time.
class Chance
{
public:
    explicit Chance(quint32 seed) : m_at(seed) {}
    quint32 next()
    {
        m_at = m_at * 1664525u + 1013904223u;
        return m_at >> 8;
    }
    //! About so many per cent of the times.
    bool happens(quint32 percent) { return next() % 100 < percent; }

private:
    quint32 m_at;
};

} // namespace wardroom::learn
