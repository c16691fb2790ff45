// SPDX-FileCopyrightText: 2026 The Wardroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "bot/language/model.h"

#include "bot/language/learnt.h"

#include <array>
#include <cmath>

namespace wardroom::bot {

namespace {
//! A logarithm of odds; the two together are surer of talk than the one that was weighed alone.
constexpr double lessTalk = 1.25;
constexpr double nothing = 12; //!< so many steps of a logarithm behind, a reading has no share
} // namespace

const Model &Model::learnt()
{
    static const Model model(learntModel(), learntGist());
    return model;
}

Model::Model(const Network &network, const Weights &gist)
    : m_network(network)
    , m_gist(gist)
    , m_known(network.labels().begin(), network.labels().end())
{
    for (qsizetype i = 0; i < network.labels().size(); ++i)
        m_place[size_t(i)] = gist.labels().indexOf(network.labels().at(i));
}

Weights::Sums Model::asWritten(const Gist &gist) const
{
    Weights::Sums sums{};
    m_gist.add(gist.features(), sums);
    Weights::Sums said{};
    const double steps = m_network.scale() / m_gist.scale();
    for (size_t i = 0; i < size_t(m_network.labels().size()); ++i)
        said[i] = m_place[i] < 0 ? 0 : int(steps * sums[size_t(m_place[i])]);
    return said;
}

int Model::lead(const Weights::Sums &written, const QString &command, const QString &other) const
{
    const qsizetype at = m_network.labels().indexOf(command);
    const qsizetype than = m_network.labels().indexOf(other);
    return at < 0 || than < 0 ? 0 : int(100 * (written[size_t(at)] - written[size_t(than)]) / m_network.scale());
}

QList<Reading> Model::read(const Heard &heard, const Weights::Sums &written) const
{
    const QStringList &labels = m_network.labels();
    if (labels.isEmpty())
        return {};
    Weights::Sums sums = m_network.read(featuresOf(heard));
    for (size_t i = 0; i < size_t(labels.size()); ++i)
        sums[i] += written[i];
    sums[0] -= int(lessTalk * m_network.scale()); // the first label is talk
    std::array<qsizetype, 3> first{-1, -1, -1};   // the first of equals is the best of them
    for (qsizetype i = 0; i < labels.size(); ++i) {
        const auto isMore = [&](qsizetype than) { return than < 0 || sums[size_t(i)] > sums[size_t(than)]; };
        if (!isMore(first[2]))
            continue;
        const size_t rank = isMore(first[0]) ? 0 : (isMore(first[1]) ? 1 : 2);
        std::move_backward(first.begin() + rank, first.end() - 1, first.end());
        first[rank] = i;
    }
    const int most = sums[size_t(first[0])];
    const int least = most - int(nothing * m_network.scale());
    double all = 0;
    for (qsizetype i = 0; i < labels.size(); ++i)
        if (sums[size_t(i)] > least)
            all += std::exp((sums[size_t(i)] - most) / m_network.scale());
    QList<Reading> best;
    best.reserve(qsizetype(first.size()));
    for (const qsizetype i : first)
        if (i >= 0)
            best.append({labels.at(i), int(1000 * std::exp((sums[size_t(i)] - most) / m_network.scale()) / all)});
    return best;
}

} // namespace wardroom::bot
