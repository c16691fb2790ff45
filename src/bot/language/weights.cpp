// SPDX-FileCopyrightText: 2026 The Wardroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "bot/language/weights.h"

#include <QDataStream>
#include <QHash>

#include <bit>

namespace wardroom::bot {
using namespace Qt::StringLiterals;

namespace {

constexpr quint32 mostFeatures = 1'000'000;

} // namespace

Weights::Weights(const QByteArray &bytes)
{
    QDataStream in(bytes);
    in.setVersion(QDataStream::Qt_6_0);
    quint32 features = 0;
    QStringList labels;
    in >> labels >> m_scale >> features;
    if (in.status() != QDataStream::Ok || labels.size() > mostLabels || features > mostFeatures)
        return;
    m_slots.resize(std::bit_ceil(std::max<size_t>(8, size_t(features) * 2)));
    for (quint32 i = 0; i < features; ++i) {
        quint32 feature = 0;
        quint8 count = 0;
        in >> feature >> count;
        put(feature, count);
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

void Weights::put(quint32 feature, quint8 count)
{
    m_may[(feature & mayBits) >> 6] |= quint64(1) << (feature & 63);
    size_t at = feature & (m_slots.size() - 1);
    while (m_slots[at].count != 0)
        at = (at + 1) & (m_slots.size() - 1);
    m_slots[at].feature = feature;
    m_slots[at].begin = quint32(m_weights.size()) & 0xFFFFFFu;
    m_slots[at].count = count;
}

} // namespace wardroom::bot
