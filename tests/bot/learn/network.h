// SPDX-FileCopyrightText: 2026 The Wardroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "bot/learn/examples.h"

#include <QByteArray>

namespace wardroom::learn {

//! How one network is learnt.
struct Manner
{
    size_t units = 32;
    int rounds = 8;
    quint32 unseen = 50; //!< per cent of the features that are hidden at each look, so that nothing is relied on alone
    quint32 asleep = 20; //!< the same of the units
    float rate = 0.025f;
    float decay = 1e-6f;
};

//! A network with one hidden layer, learnt with Adagrad in a fixed order: the same examples give the same rows.
class Network
{
public:
    Network(const Examples &examples, const Manner &manner, quint32 seed, size_t step);

    void learn();
    //! For each feature, with what is there before any, what it adds to each unit.
    const std::vector<float> &rows() const { return m_rows.values; }
    const std::vector<float> &start() const { return m_start.values; }
    //! By unit, then by label.
    const std::vector<float> &out() const { return m_out.values; }
    const std::vector<float> &begin() const { return m_begin.values; }

private:
    //! Numbers that are learnt, each with how much it was moved.
    struct Learnt
    {
        explicit Learnt(size_t count) : values(count), squares(count, 1e-3f) {}
        void move(size_t at, float slope, float rate);

        std::vector<float> values, squares;
    };

    void look(const Example &whole);
    void see(const Example &whole);
    void answer(const Example &whole);
    void correct();

    const Examples &m_examples;
    Manner m_manner;
    Chance m_chance;
    size_t m_step, m_units, m_labels;
    Learnt m_rows, m_start, m_out, m_begin;
    std::vector<quint32> m_seen;                         //!< of the example that is looked at
    std::vector<float> m_hidden, m_slopes, m_unitSlopes; //!< as well
};

//! Several small ones, learnt apart, beside each other as one: what they say together is steadier.
class Networks
{
public:
    explicit Networks(const QList<Manner> &manners) : m_manners(manners) {}

    void take(const std::vector<quint32> &features, const QString &label, int wording = 0)
    {
        m_examples.take(features, label, wording);
    }
    void learn();
    //! As bot::Network reads it.
    QByteArray written() const { return m_written; }

private:
    void write(const std::vector<Network> &all);

    QList<Manner> m_manners;
    Examples m_examples;
    QByteArray m_written;
};

} // namespace wardroom::learn
