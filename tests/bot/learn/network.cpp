// SPDX-FileCopyrightText: 2026 The Wardroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "network.h"

#include "bot/language/network.h"

#include <QDataStream>
#include <QIODevice>

#include <algorithm>
#include <array>
#include <cmath>

namespace wardroom::learn {

namespace {

constexpr int leastUses = 3;
constexpr float firstRows = 0.02f;
constexpr float firstOut = 0.3f;
constexpr double rowSteps = 64;        //!< whole steps in one
constexpr int leastRow = 2;            //!< rows with less say nothing
constexpr double outSteps = 100;       //!< as well
constexpr double talkIsCommoner = 3.5; //!< in a room, than among our examples; a logarithm of odds
constexpr std::array<size_t, 4> orders{7919, 104729, 15485863, 32452843};

void scatter(std::vector<float> &values, float most, Chance &chance)
{
    for (float &each : values)
        each = (float(chance.next() % 20001) / 10000 - 1) * most;
}

int whole(double value, double steps, int most)
{
    return int(std::lround(std::clamp(value * steps, double(-most), double(most))));
}

} // namespace

void Network::Learnt::move(size_t at, float slope, float rate)
{
    squares[at] += slope * slope;
    values[at] -= rate * slope / std::sqrt(squares[at]);
}

Network::Network(const Examples &examples, const Manner &manner, quint32 seed, size_t step)
    : m_examples(examples)
    , m_manner(manner)
    , m_chance(seed)
    , m_step(step)
    , m_units(manner.units)
    , m_labels(size_t(examples.labels().size()))
    , m_rows(examples.features().size() * manner.units)
    , m_start(manner.units)
    , m_out(manner.units * m_labels)
    , m_begin(m_labels)
    , m_unitSlopes(manner.units)
{
    scatter(m_rows.values, firstRows, m_chance);
    scatter(m_out.values, firstOut, m_chance);
}

void Network::learn()
{
    for (int round = 0; round < m_manner.rounds; ++round)
        for (size_t i = 0; i < m_examples.size(); ++i)
            look(m_examples.at(i, m_step));
}

void Network::look(const Example &whole)
{
    see(whole);
    answer(whole);
    correct();
}

//! Part of what is there, with part of the units.
void Network::see(const Example &whole)
{
    m_seen.clear();
    for (const quint32 feature : whole.features)
        if (!m_chance.happens(m_manner.unseen))
            m_seen.push_back(feature);
    m_hidden = m_start.values;
    for (const quint32 feature : m_seen) {
        const float *const row = &m_rows.values[feature * m_units];
        for (size_t k = 0; k < m_units; ++k)
            m_hidden[k] += row[k];
    }
    for (float &each : m_hidden)
        each = m_chance.happens(m_manner.asleep) ? 0 : std::max(0.0f, each);
}

//! What it says, and how far that is from what is right.
void Network::answer(const Example &whole)
{
    m_slopes = m_begin.values;
    for (size_t k = 0; k < m_units; ++k)
        for (size_t l = 0; m_hidden[k] > 0 && l < m_labels; ++l)
            m_slopes[l] += m_hidden[k] * m_out.values[k * m_labels + l];
    const float most = *std::max_element(m_slopes.begin(), m_slopes.end());
    float all = 0;
    for (float &each : m_slopes)
        all += each = std::exp(each - most);
    for (size_t l = 0; l < m_labels; ++l)
        m_slopes[l] = whole.weight * (m_slopes[l] / all - (l == whole.label ? 1.0f : 0.0f));
}

void Network::correct()
{
    for (size_t k = 0; k < m_units; ++k) {
        m_unitSlopes[k] = 0;
        for (size_t l = 0; m_hidden[k] > 0 && l < m_labels; ++l)
            m_unitSlopes[k] += m_slopes[l] * m_out.values[k * m_labels + l];
    }
    for (size_t k = 0; k < m_units; ++k)
        for (size_t l = 0; m_hidden[k] > 0 && l < m_labels; ++l)
            m_out.move(k * m_labels + l, m_slopes[l] * m_hidden[k], m_manner.rate);
    for (size_t l = 0; l < m_labels; ++l)
        m_begin.move(l, m_slopes[l], m_manner.rate);
    for (size_t k = 0; k < m_units; ++k)
        m_start.move(k, m_unitSlopes[k], m_manner.rate);
    const float kept = m_manner.decay * float(m_examples.size());
    for (const quint32 feature : m_seen)
        for (size_t k = 0, at = feature * m_units; k < m_units; ++k, ++at)
            m_rows.move(at, m_unitSlopes[k] + kept * m_rows.values[at], m_manner.rate);
}

void Networks::learn()
{
    m_examples.makeReady(leastUses);
    std::vector<Network> all;
    for (qsizetype i = 0; i < m_manners.size(); ++i) {
        all.emplace_back(m_examples, m_manners.at(i), quint32(5 + i), orders[size_t(i) % orders.size()]);
        all.back().learn();
    }
    write(all);
}

//! Beside each other: their units as one layer, of which each says its part.
void Networks::write(const std::vector<Network> &all)
{
    constexpr size_t width = bot::Network::width;
    const size_t labels = size_t(m_examples.labels().size());
    std::array<int, width> start{};
    std::vector<int> begin(labels), out(width * labels);
    std::vector<std::array<qint8, width>> rows(m_examples.features().size());
    size_t first = 0;
    for (const Network &each : all) {
        const size_t units = each.start().size();
        for (size_t k = 0; k < units; ++k) {
            start[first + k] = whole(double(each.start()[k]), rowSteps, 1 << 15);
            for (size_t l = 0; l < labels; ++l)
                out[(first + k) * labels + l] =
                    whole(double(each.out()[k * labels + l]) / double(all.size()), outSteps, bot::Network::mostOut);
            for (size_t f = 0; f < rows.size(); ++f)
                rows[f][first + k] =
                    qint8(whole(double(each.rows()[f * units + k]), rowSteps, bot::Network::mostInRow));
        }
        for (size_t l = 0; l < labels; ++l)
            begin[l] += whole(double(each.begin()[l]) / double(all.size()), rowSteps * outSteps, 1 << 24);
        first += units;
    }
    begin[0] += int(talkIsCommoner * rowSteps * outSteps); // the first label is talk
    QByteArray body;
    QDataStream behind(&body, QIODevice::WriteOnly);
    quint32 count = 0;
    for (size_t f = 0; f < rows.size(); ++f) {
        if (std::all_of(rows[f].begin(), rows[f].end(), [](qint8 each) { return std::abs(each) < leastRow; }))
            continue;
        ++count;
        behind << m_examples.features()[f];
        behind.writeRawData(reinterpret_cast<const char *>(rows[f].data()), int(width));
    }
    QByteArray head;
    QDataStream to(&head, QIODevice::WriteOnly);
    to.setVersion(QDataStream::Qt_6_0);
    to << m_examples.labels() << rowSteps * outSteps << quint32(width) << count;
    for (const int each : start)
        to << each;
    for (const int each : begin)
        to << each;
    for (const int each : out)
        to << qint16(each);
    m_written = head + body;
}

} // namespace wardroom::learn
