// SPDX-FileCopyrightText: 2026 The Wardroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "bot/language/model.h"

#include <QDataStream>

#include <array>
#include <bit>
#include <cmath>

namespace wardroom::bot {

namespace {

constexpr qsizetype mostLabels = 120;
constexpr int nothing = 300; //!< this far behind, a reading has no share

const char *const learntText =
#include "bot/language/learnt.inc"
    ;

} // namespace

const Model &Model::learnt()
{
    static const Model model(QByteArray::fromBase64(learntText));
    return model;
}

Model::Model(const QByteArray &bytes)
{
    QDataStream in(bytes);
    in.setVersion(QDataStream::Qt_6_0);
    quint32 features = 0;
    QStringList labels;
    in >> labels >> m_scale >> features;
    if (in.status() != QDataStream::Ok || labels.size() > mostLabels || features > 1'000'000)
        return;
    m_slots.resize(std::bit_ceil(std::max<size_t>(8, size_t(features) * 2)));
    for (quint32 i = 0; i < features; ++i) {
        quint32 feature = 0;
        quint8 count = 0;
        in >> feature >> count;
        size_t at = feature & (m_slots.size() - 1);
        while (m_slots[at].count != 0)
            at = (at + 1) & (m_slots.size() - 1);
        m_slots[at] = {feature, quint32(m_weights.size()), count};
        for (quint8 k = 0; k < count; ++k) {
            Weight weight;
            in >> weight.label >> weight.value;
            weight.label = quint8(std::min<qsizetype>(weight.label, labels.size() - 1));
            m_weights.push_back(weight);
        }
    }
    if (in.status() == QDataStream::Ok)
        m_labels = labels;
}

const Model::Slot *Model::find(quint32 feature) const
{
    for (size_t at = feature & (m_slots.size() - 1); m_slots[at].count != 0; at = (at + 1) & (m_slots.size() - 1))
        if (m_slots[at].feature == feature)
            return &m_slots[at];
    return nullptr;
}

QList<Reading> Model::read(const Heard &heard) const
{
    if (m_labels.isEmpty())
        return {};
    std::array<int, mostLabels> sums{};
    for (const quint32 feature : featuresOf(heard))
        if (const Slot *slot = find(feature))
            for (quint32 k = 0; k < slot->count; ++k)
                sums[m_weights[slot->begin + k].label] += m_weights[slot->begin + k].value;
    const auto end = sums.begin() + m_labels.size();
    const int most = *std::max_element(sums.begin(), end);
    double all = 0;
    for (auto it = sums.begin(); it != end; ++it)
        all += *it - most > -nothing ? std::exp((*it - most) / m_scale) : 0;
    QList<Reading> best;
    for (int rank = 0; rank < 3 && rank < m_labels.size(); ++rank) {
        const auto it = std::max_element(sums.begin(), end);
        best.append({m_labels.at(it - sums.begin()), int(1000 * std::exp((*it - most) / m_scale) / all)});
        *it = -1'000'000;
    }
    return best;
}

} // namespace wardroom::bot
