// SPDX-FileCopyrightText: 2026 The Wardroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "bot/language/gist.h"

#include <QByteArray>

#include <vector>

namespace wardroom::bot {

//! Most talk is so plainly talk that it need not be taken apart: a sum of small numbers over a line as it is written
//! says so. What asks for something, in all that was learnt from, passes. Immutable.
class Gate
{
public:
    static constexpr quint32 places = 1u << 18; //!< features share them; that is how they were learnt

    //! What is compiled in.
    static const Gate &learnt();
    //! From what learning wrote; everything passes when it is damaged.
    explicit Gate(const QByteArray &bytes);

    static constexpr int steps = 16; //!< in one of a logarithm of odds
    //! How much speaks for its asking something.
    int asks(const Gist &gist) const
    {
        int sum = m_begin;
        for (const quint32 feature : gist.features())
            sum += m_asks[feature & (places - 1)];
        return sum;
    }
    bool isSurelyTalk(const Gist &gist) const { return asks(gist) < surelyTalk; }

    static constexpr int surelyTalk = -5 * steps / 2;

private:
    std::vector<qint8> m_asks;
    int m_begin = 0;
};

} // namespace wardroom::bot
