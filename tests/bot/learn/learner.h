// SPDX-FileCopyrightText: 2026 The Wardroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "bot/learn/examples.h"

#include <QByteArray>

namespace wardroom::learn {

//! Multinomial logistic regression with Adagrad, in a fixed order: the same examples give the same weights.
class Learner
{
public:
    //! \a hidden: how many per cent of what is seen are hidden at each look, so that nothing is relied on alone.
    Learner(int rounds, quint32 hidden) : m_rounds(rounds), m_hidden(hidden) {}

    //! \a wording: the template it was filled from, 0 for none.
    void take(const std::vector<quint32> &features, const QString &label, int wording = 0)
    {
        m_examples.take(features, label, wording);
    }
    void learn();
    //! As Weights reads it.
    QByteArray written() const;
    //! As Gate reads it: of two labels, how much more a feature speaks for the second, in \a steps of a whole.
    QByteArray margins(double steps) const;

private:
    std::vector<quint32> partOf(const Example &example);
    void step(const Example &whole);

    int m_rounds;
    quint32 m_hidden;
    quint32 m_chance = 5;
    Examples m_examples;
    std::vector<float> m_weights, m_squares;
};

} // namespace wardroom::learn
