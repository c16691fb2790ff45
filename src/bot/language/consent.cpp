// SPDX-FileCopyrightText: 2026 The Wardroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "bot/language/consent.h"

#include "bot/language/learnt.h"

#include <limits>

namespace wardroom::bot {

namespace {
constexpr int none = -10000;
}

const Consent &Consent::learnt()
{
    static const Consent consent(learntConsent());
    return consent;
}

Consent::Consent(const Weights &weights) : m_weights(weights), m_change(weights.labels().indexOf(change())) {}

int Consent::given(const Gist &gist) const
{
    if (m_change < 0)
        return none;
    Weights::Sums sums{};
    m_weights.add(gist.features(), sums);
    int against = std::numeric_limits<int>::min();
    for (qsizetype i = 0; i < m_weights.labels().size(); ++i)
        against = i == m_change ? against : std::max(against, sums[size_t(i)]);
    return int(100 * (sums[size_t(m_change)] - against) / m_weights.scale());
}

} // namespace wardroom::bot
