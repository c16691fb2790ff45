// SPDX-FileCopyrightText: 2026 The Wardroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "bot/language/weights.h"

namespace wardroom::bot {

//! A learnt network: each feature has a row of small whole numbers, their sum without what is below nothing is what a
//! sentence is like, and that says how likely each label is. In whole numbers, so that the same words weigh the same on
//! every machine. Immutable.
class Network
{
public:
    static constexpr size_t width = 64; //!< a row fills a line of the processor's cache
    //! Limits that keep every sum exact, however it is summed.
    static constexpr qint8 mostInRow = 31;
    static constexpr int mostHidden = 1023;
    static constexpr int mostOut = 255;

    static constexpr size_t labelled = 64; //!< labels there is room for

    //! From what learning wrote; without labels when it is damaged.
    explicit Network(const QByteArray &bytes);

    const QStringList &labels() const { return m_labels; }
    double scale() const { return m_scale; } //!< what one whole step of a logarithm of odds is
    //! What \a features say for each label.
    Weights::Sums read(const std::vector<quint32> &features) const;

private:
    using Row = std::array<qint8, width>;
    using Layer = std::array<int, width>;
    struct Slot
    {
        quint32 feature = 0;
        quint32 row = 0; //!< and one; 0: free
    };

    static constexpr quint32 mayBits = (1u << 21) - 1;

    void put(quint32 feature, qsizetype row);
    qsizetype find(quint32 feature) const;
    Layer hiddenOf(const std::vector<quint32> &features) const;
    //! Most of what is seen in talk was never learnt: a bit says so without a look at the far larger table.
    bool may(quint32 feature) const
    {
        const quint32 bit = feature & mayBits;
        return (m_may[bit >> 6] >> (bit & 63) & 1) != 0;
    }

    QStringList m_labels;
    double m_scale = 1;
    std::vector<Slot> m_slots{1};                                          //!< open addressing
    std::vector<quint64> m_may = std::vector<quint64>((mayBits + 1) / 64); //!< 256 kB
    std::vector<Row> m_rows;
    Layer m_start{};                              //!< what is there before any feature
    std::array<qint16, labelled * width> m_out{}; //!< by label, then by hidden unit
    Weights::Sums m_begin{};
};

} // namespace wardroom::bot
