// SPDX-FileCopyrightText: 2026 The Wardroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "examples.h"

#include <cmath>

namespace wardroom::learn {

void Examples::take(const std::vector<quint32> &features, const QString &label, int wording)
{
    if (!m_labels.contains(label))
        m_labels << label;
    m_all.push_back({features, size_t(m_labels.indexOf(label)), wording});
}

void Examples::makeReady(int leastUses)
{
    weigh();
    number(leastUses);
}

//! In how many examples each feature is; 0 for those that all wordings of one template have to themselves.
QHash<quint32, int> Examples::uses() const
{
    struct Use
    {
        int count = 0;
        int wording = 0;
        bool elsewhere = false;
    };
    QHash<quint32, Use> met;
    for (const Example &each : m_all)
        for (const quint32 feature : each.features) {
            Use &use = met[feature];
            use.elsewhere = use.elsewhere || each.wording == 0 || (use.count > 0 && use.wording != each.wording);
            use.wording = each.wording;
            ++use.count;
        }
    QHash<quint32, int> uses;
    for (auto it = met.cbegin(); it != met.cend(); ++it)
        uses.insert(it.key(), it->elsewhere ? it->count : 0);
    return uses;
}

//! A template with forty wordings says more than one with two, but not twenty times as much.
void Examples::weigh()
{
    for (size_t first = 0, behind = 0; first < m_all.size(); first = behind) {
        for (behind = first + 1; behind < m_all.size(); ++behind)
            if (m_all[behind].wording != m_all[first].wording)
                break;
        const bool templated = m_all[first].wording != 0;
        for (size_t i = first; templated && i < behind; ++i)
            m_all[i].weight = float(2 / std::sqrt(double(behind - first)));
    }
}

//! Features that were met seldom, or in one template alone, are chance.
void Examples::number(int leastUses)
{
    const QHash<quint32, int> used = uses();
    QHash<quint32, quint32> indexes;
    for (Example &each : m_all) {
        std::vector<quint32> kept;
        for (const quint32 feature : each.features) {
            if (used.value(feature) < leastUses)
                continue;
            const auto known = indexes.constFind(feature);
            kept.push_back(known == indexes.cend() ? quint32(m_features.size()) : *known);
            if (known == indexes.cend()) {
                indexes.insert(feature, quint32(m_features.size()));
                m_features.push_back(feature);
            }
        }
        each.features = kept;
    }
}

} // namespace wardroom::learn
