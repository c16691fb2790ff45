// SPDX-FileCopyrightText: 2026 The Wardroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "learner.h"

#include <QDataStream>
#include <QIODevice>

#include <algorithm>
#include <cmath>

namespace wardroom::learn {

namespace {
constexpr float rate = 0.25f;
constexpr float decay = 2e-6f;
constexpr double scale = 24;
constexpr int leastUses = 2;
constexpr int leastWeight = 2;
} // namespace

void Learner::take(const std::vector<quint32> &features, const QString &label, int wording)
{
    if (!m_labels.contains(label))
        m_labels << label;
    m_examples.push_back({features, size_t(m_labels.indexOf(label)), wording});
}

//! In how many examples each feature is; 0 for those that all wordings of one template have to themselves.
QHash<quint32, int> Learner::uses() const
{
    struct Use
    {
        int count = 0;
        int wording = 0;
        bool elsewhere = false;
    };
    QHash<quint32, Use> met;
    for (const Example &each : m_examples)
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
void Learner::weigh()
{
    for (size_t first = 0, behind = 0; first < m_examples.size(); first = behind) {
        for (behind = first + 1; behind < m_examples.size(); ++behind)
            if (m_examples[behind].wording != m_examples[first].wording)
                break;
        const bool templated = m_examples[first].wording != 0;
        for (size_t i = first; templated && i < behind; ++i)
            m_examples[i].weight = float(2 / std::sqrt(double(behind - first)));
    }
}

//! Features that were met once, or in one template alone, are chance.
void Learner::number()
{
    const QHash<quint32, int> used = uses();
    QHash<quint32, quint32> indexes;
    for (Example &each : m_examples) {
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
    m_weights.assign(m_features.size() * size_t(m_labels.size()), 0);
    m_squares.assign(m_weights.size(), 1e-2f);
}

void Learner::learn()
{
    weigh();
    number();
    for (int round = 0; round < m_rounds; ++round)
        for (size_t i = 0; i < m_examples.size(); ++i)
            step(m_examples[(i * 7919) % m_examples.size()]);
}

std::vector<quint32> Learner::partOf(const Example &example)
{
    std::vector<quint32> kept;
    for (const quint32 feature : example.features) {
        m_chance = m_chance * 1664525u + 1013904223u;
        if ((m_chance >> 16) % 100 >= m_hidden)
            kept.push_back(feature);
    }
    return kept;
}

void Learner::step(const Example &whole)
{
    const std::vector<quint32> features = partOf(whole);
    const size_t labels = size_t(m_labels.size());
    std::vector<float> slopes(labels, 0);
    for (const quint32 feature : features)
        for (size_t l = 0; l < labels; ++l)
            slopes[l] += m_weights[feature * labels + l];
    const float most = *std::max_element(slopes.begin(), slopes.end());
    float all = 0;
    for (float &slope : slopes)
        all += slope = std::exp(slope - most);
    for (size_t l = 0; l < labels; ++l)
        slopes[l] = whole.weight * (slopes[l] / all - (l == whole.label ? 1.0f : 0.0f));
    const float kept = decay * float(m_examples.size());
    for (const quint32 feature : features) {
        float *weights = &m_weights[feature * labels];
        float *squares = &m_squares[feature * labels];
        for (size_t l = 0; l < labels; ++l) {
            const float change = slopes[l] + kept * weights[l];
            squares[l] += change * change;
            weights[l] -= rate * change / std::sqrt(squares[l]);
        }
    }
}

QByteArray Learner::written() const
{
    const size_t labels = size_t(m_labels.size());
    QByteArray rows;
    QDataStream out(&rows, QIODevice::WriteOnly);
    quint32 count = 0;
    for (size_t f = 0; f < m_features.size(); ++f) {
        std::vector<std::pair<quint8, qint8>> kept;
        for (size_t l = 0; l < labels; ++l) {
            const int value = int(std::lround(std::clamp(double(m_weights[f * labels + l]) * scale, -127.0, 127.0)));
            if (std::abs(value) >= leastWeight)
                kept.push_back({quint8(l), qint8(value)});
        }
        if (kept.empty())
            continue;
        ++count;
        out << m_features[f] << quint8(kept.size());
        for (const auto &[label, value] : kept)
            out << label << value;
    }
    QByteArray head;
    QDataStream begin(&head, QIODevice::WriteOnly);
    begin.setVersion(QDataStream::Qt_6_0);
    begin << m_labels << scale << count;
    return head + rows;
}

} // namespace wardroom::learn
