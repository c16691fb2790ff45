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

void Learner::learn()
{
    m_examples.makeReady(leastUses);
    m_weights.assign(m_examples.features().size() * size_t(m_examples.labels().size()), 0);
    m_squares.assign(m_weights.size(), 1e-2f);
    for (int round = 0; round < m_rounds; ++round)
        for (size_t i = 0; i < m_examples.size(); ++i)
            step(m_examples.at(i, 7919));
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
    const size_t labels = size_t(m_examples.labels().size());
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
    const size_t labels = size_t(m_examples.labels().size());
    QByteArray rows;
    QDataStream out(&rows, QIODevice::WriteOnly);
    quint32 count = 0;
    for (size_t f = 0; f < m_examples.features().size(); ++f) {
        std::vector<std::pair<quint8, qint8>> kept;
        for (size_t l = 0; l < labels; ++l) {
            const int value = int(std::lround(std::clamp(double(m_weights[f * labels + l]) * scale, -127.0, 127.0)));
            if (std::abs(value) >= leastWeight)
                kept.push_back({quint8(l), qint8(value)});
        }
        if (kept.empty())
            continue;
        ++count;
        out << m_examples.features()[f] << quint8(kept.size());
        for (const auto &[label, value] : kept)
            out << label << value;
    }
    QByteArray head;
    QDataStream begin(&head, QIODevice::WriteOnly);
    begin.setVersion(QDataStream::Qt_6_0);
    begin << m_examples.labels() << scale << count;
    return head + rows;
}

QByteArray Learner::margins(double steps) const
{
    QByteArray rows;
    QDataStream out(&rows, QIODevice::WriteOnly);
    quint32 count = 0;
    for (size_t f = 0; f < m_examples.features().size(); ++f) {
        const double margin = double(m_weights[f * 2 + 1]) - double(m_weights[f * 2]);
        const int value = int(std::lround(std::clamp(margin * steps, -127.0, 127.0)));
        if (value == 0)
            continue;
        ++count;
        out << m_examples.features()[f] << qint8(value);
    }
    QByteArray head;
    QDataStream begin(&head, QIODevice::WriteOnly);
    begin << count;
    return head + rows;
}

} // namespace wardroom::learn
