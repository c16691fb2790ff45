// SPDX-FileCopyrightText: 2026 The Wardroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "bot/language/network.h"

#include <QDataStream>

#include <bit>

#ifdef Q_OS_LINUX
#include <sys/mman.h>
#endif

namespace wardroom::bot {

namespace {

constexpr quint32 mostFeatures = 1'000'000;
constexpr size_t atOnce = 128;  //!< rows that are fetched from memory together
constexpr size_t inShort = 960; //!< rows whose sum fits into 16 bits
constexpr size_t together = 4;  //!< rows whose sum fits into 8

using Row = std::array<qint8, Network::width>;
using Short = std::array<qint16, Network::width>;
constexpr Row nothing{};

//! A sum apart from everything else in memory, so that the compiler may keep it in registers. \a count: of fours.
Short sumOf(const std::array<const Row *, atOnce> &rows, size_t count)
{
    Short sums{};
    for (size_t i = 0; i < count; i += together) {
        const qint8 *const a = rows[i]->data(), *const b = rows[i + 1]->data();
        const qint8 *const c = rows[i + 2]->data(), *const d = rows[i + 3]->data();
        Row some; // NOLINT: filled before it is read
        for (size_t k = 0; k < Network::width; ++k)
            some[k] = qint8(a[k] + b[k] + c[k] + d[k]);
        for (size_t k = 0; k < Network::width; ++k)
            sums[k] = qint16(sums[k] + some[k]);
    }
    return sums;
}

using Hidden = std::array<qint16, Network::width>;

//! What all units say of each label: at most 64 times 1023 times 255.
[[gnu::always_inline]] inline void addSaid(const Hidden &hidden, const qint16 *out, size_t labels, int *sums)
{
    for (size_t label = 0; label < labels; ++label, out += Network::width) {
        int sum = 0;
        for (size_t unit = 0; unit < Network::width; ++unit)
            sum += hidden[unit] * out[unit];
        sums[label] += sum;
    }
}

#if defined(__x86_64__) && defined(__GNUC__)
//! The same numbers, with adds twice as wide where the processor has them.
[[gnu::target("avx2")]] void addSaidWide(const Hidden &hidden, const qint16 *out, size_t labels, int *sums)
{
    addSaid(hidden, out, labels, sums);
}
void say(const Hidden &hidden, const qint16 *out, size_t labels, int *sums)
{
    static const bool wide = __builtin_cpu_supports("avx2") != 0;
    if (wide)
        addSaidWide(hidden, out, labels, sums);
    else
        addSaid(hidden, out, labels, sums);
}
#else
void say(const Hidden &hidden, const qint16 *out, size_t labels, int *sums)
{
    addSaid(hidden, out, labels, sums);
}
#endif

//! Room for so many, in pages of two megabytes where the system has them: a sentence looks at a hundred places all
//! over, and finding each one's page would take longer than the look.
template <typename Each> void makeRoom(std::vector<Each> &list, size_t count)
{
    list.clear();
    list.reserve(count);
#ifdef Q_OS_LINUX
    constexpr quintptr page = quintptr(1) << 21;
    const quintptr from = (quintptr(list.data()) + page - 1) & ~(page - 1);
    const quintptr end = quintptr(list.data() + count) & ~(page - 1);
    if (end > from) // no more than a wish: where it is not heard, all is as it was
        (void)madvise(reinterpret_cast<void *>(from), end - from, MADV_HUGEPAGE);
#endif
    list.resize(count);
}

int numberIn(QDataStream &in, int most)
{
    qint16 number = 0;
    in >> number;
    return std::clamp<int>(number, -most, most);
}

} // namespace

Network::Network(const QByteArray &bytes)
{
    QDataStream in(bytes);
    in.setVersion(QDataStream::Qt_6_0);
    quint32 features = 0;
    quint32 wide = 0;
    QStringList labels;
    in >> labels >> m_scale >> wide >> features;
    if (in.status() != QDataStream::Ok || labels.size() > qsizetype(labelled) || features > mostFeatures ||
        wide != width)
        return;
    for (int &each : m_start)
        in >> each;
    for (qsizetype i = 0; i < labels.size(); ++i)
        in >> m_begin[size_t(i)];
    for (size_t unit = 0; unit < width; ++unit)
        for (qsizetype i = 0; i < labels.size(); ++i)
            m_out[size_t(i) * width + unit] = qint16(numberIn(in, mostOut));
    makeRoom(m_slots, std::bit_ceil(std::max<size_t>(8, size_t(features) * 2)));
    makeRoom(m_rows, features);
    for (quint32 i = 0; i < features; ++i) {
        quint32 feature = 0;
        in >> feature;
        in.readRawData(reinterpret_cast<char *>(m_rows[i].data()), int(width));
        for (qint8 &each : m_rows[i])
            each = std::clamp<qint8>(each, -mostInRow, mostInRow);
        put(feature, qsizetype(i));
    }
    if (in.status() == QDataStream::Ok)
        m_labels = labels;
}

void Network::put(quint32 feature, qsizetype row)
{
    m_may[(feature & mayBits) >> 6] |= quint64(1) << (feature & 63);
    size_t at = feature & (m_slots.size() - 1);
    while (m_slots[at].row != 0)
        at = (at + 1) & (m_slots.size() - 1);
    m_slots[at] = {feature, quint32(row) + 1};
}

//! The row of a feature, -1 where it was not learnt.
qsizetype Network::find(quint32 feature) const
{
    const size_t mask = m_slots.size() - 1;
    for (size_t at = feature & mask; m_slots[at].row != 0; at = (at + 1) & mask)
        if (m_slots[at].feature == feature)
            return qsizetype(m_slots[at].row) - 1;
    return -1;
}

Network::Layer Network::hiddenOf(const std::vector<quint32> &features) const
{
    static_assert(atOnce < inShort && atOnce % together == 0);
    Layer sums = m_start;
    std::array<quint32, atOnce> kept;     // NOLINT: filled before it is read
    std::array<const Row *, atOnce> rows; // NOLINT: as well
    for (size_t from = 0; from < features.size(); from += atOnce) {
        const size_t end = std::min(features.size(), from + atOnce);
        // No branch for what is there by chance: the processor would guess it wrong every other time.
        size_t count = 0;
        for (size_t i = from; i < end; ++i) {
            kept[count] = features[i];
            count += may(features[i]) ? 1 : 0;
        }
        for (size_t i = 0; i < count; ++i)
            __builtin_prefetch(&m_slots[kept[i] & (m_slots.size() - 1)]);
        size_t known = 0;
        for (size_t i = 0; i < count; ++i)
            if (const qsizetype row = find(kept[i]); row >= 0) {
                rows[known++] = &m_rows[size_t(row)];
                __builtin_prefetch(rows[known - 1]);
            }
        while (known % together != 0)
            rows[known++] = &nothing;
        const Short some = sumOf(rows, known);
        for (size_t k = 0; k < width; ++k)
            sums[k] += some[k];
    }
    return sums;
}

Weights::Sums Network::read(const std::vector<quint32> &features) const
{
    Weights::Sums sums = m_begin;
    if (m_labels.isEmpty())
        return sums;
    const Layer hidden = hiddenOf(features);
    Hidden awake; // NOLINT: filled before it is read
    for (size_t unit = 0; unit < width; ++unit)
        awake[unit] = qint16(std::clamp(hidden[unit], 0, mostHidden));
    say(awake, m_out.data(), size_t(m_labels.size()), sums.data());
    return sums;
}

} // namespace wardroom::bot
