// SPDX-FileCopyrightText: 2026 The Wardroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <QStringList>

#include <array>
#include <span>
#include <vector>

namespace wardroom::bot {

inline constexpr qsizetype mostLabels = 120;

//! A learnt table: how much each feature speaks for each label, in whole numbers, so that the same words weigh the same
//! on every machine. Immutable.
class Weights
{
public:
    using Sums = std::array<int, mostLabels>;

    //! From what learning wrote; without labels when it is damaged.
    explicit Weights(const QByteArray &bytes);

    const QStringList &labels() const { return m_labels; }
    double scale() const { return m_scale; } //!< what one whole step of a logarithm of odds is
    bool knows(quint32 feature) const { return find(feature) != nullptr; }
    void add(quint32 feature, Sums &sums) const
    {
        if (const Slot *slot = find(feature))
            add(*slot, sums);
    }

    //! All of \a features; what is far away in memory is fetched while others are looked at.
    void add(std::span<const quint32> features, Sums &sums) const
    {
        std::array<quint32, 64> kept; // NOLINT: filled before it is read
        for (size_t from = 0; from < features.size();) {
            size_t count = 0;
            for (; from < features.size() && count < kept.size(); ++from)
                if (may(features[from])) {
                    kept[count++] = features[from];
                    __builtin_prefetch(&m_slots[features[from] & (m_slots.size() - 1)]);
                }
            std::array<const Slot *, 64> found; // NOLINT: as well
            size_t known = 0;
            for (size_t i = 0; i < count; ++i)
                if (const Slot *slot = find(kept[i])) {
                    found[known++] = slot;
                    __builtin_prefetch(&m_weights[slot->begin]);
                }
            for (size_t i = 0; i < known; ++i)
                add(*found[i], sums);
        }
    }

private:
    struct Weight
    {
        quint8 label = 0;
        qint8 value = 0;
    };
    struct Slot
    {
        quint32 feature = 0;
        quint32 begin : 24 = 0;
        quint32 count : 8 = 0; //!< 0: free
    };

    static constexpr quint32 mayBits = (1u << 21) - 1;

    //! Most of what is seen in talk was never learnt: a bit says so without a look at the far larger table.
    bool may(quint32 feature) const
    {
        const quint32 bit = feature & mayBits;
        return (m_may[bit >> 6] >> (bit & 63) & 1) != 0;
    }

    void add(const Slot &slot, Sums &sums) const
    {
        for (quint32 k = slot.begin, end = slot.begin + slot.count; k < end; ++k)
            sums[m_weights[k].label] += m_weights[k].value;
    }
    void put(quint32 feature, quint8 count);
    const Slot *find(quint32 feature) const
    {
        const size_t mask = m_slots.size() - 1;
        for (size_t at = feature & mask; m_slots[at].count != 0; at = (at + 1) & mask)
            if (m_slots[at].feature == feature)
                return &m_slots[at];
        return nullptr;
    }

    QStringList m_labels;
    std::vector<Slot> m_slots{8};                                          //!< open addressing
    std::vector<quint64> m_may = std::vector<quint64>((mayBits + 1) / 64); //!< 256 kB
    std::vector<Weight> m_weights;
    double m_scale = 1;
};

//! Hashes of features, the same in learning and in use.
inline constexpr quint32 mixed(quint32 hash, quint32 value)
{
    quint32 made = hash * 0x9E3779B1u + value;
    made ^= made >> 15;
    made *= 0x85EBCA6Bu;
    return made ^ (made >> 13);
}
inline quint32 mixed(quint32 hash, QStringView text)
{
    for (const QChar c : text)
        hash = (hash ^ c.unicode()) * 16777619u;
    return mixed(hash, 0x2Cu);
}
inline quint32 mixed(quint32 hash, const QString &text)
{
    return mixed(hash, QStringView(text));
}
inline constexpr quint32 seedOf(char kind)
{
    return (2166136261u ^ quint32(kind)) * 16777619u;
}

} // namespace wardroom::bot
