// SPDX-FileCopyrightText: 2026 The Wardroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <QStringView>

#include <array>
#include <span>

namespace wardroom::bot {

//! A line as it is written, before it is taken apart: its words, values by their shape, with their neighbours. It knows
//! of no word list, so that what is learnt from it errs elsewhere than what is learnt from what was heard.
class Gist
{
public:
    static constexpr size_t longest = 64; //!< words; what stands behind them is not read

    explicit Gist(QStringView line);

    //! Hashes of the words in small letters, of shapes, and of Chinese characters one by one.
    std::span<const quint32> words() const { return {m_words.data() + 2, m_count - 2}; }
    std::span<const quint32> features() const { return {m_found.data(), m_features}; }

private:
    class Scanner;

    quint32 manner() const;
    void put(quint32 feature) { m_found[m_features++] = feature; }

    std::array<quint32, longest + 3> m_words;     // NOLINT: filled before it is read; an edge at both ends
    std::array<quint32, longest * 5 + 8> m_found; // NOLINT: as well
    size_t m_count = 2;
    size_t m_features = 0;
};

} // namespace wardroom::bot
