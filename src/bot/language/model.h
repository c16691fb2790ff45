// SPDX-FileCopyrightText: 2026 The Wardroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "bot/language/features.h"

#include <QStringList>

namespace wardroom::bot {

//! How likely one reading of a sentence is, in thousandths.
struct Reading
{
    QString command; //!< empty: chatter
    int share = 0;
};

//! Learnt from our own phrases and chatter (LANGUAGE.md): whole numbers, so the same words weigh the same on every
//! machine. Immutable; safe to read from any thread.
class Model
{
public:
    //! What is compiled in.
    static const Model &learnt();
    //! From what learning wrote; empty when it is damaged.
    explicit Model(const QByteArray &bytes);

    //! The three likeliest, best first.
    QList<Reading> read(const Heard &heard) const;
    bool knows(const QString &command) const { return m_labels.contains(command); }

private:
    struct Weight
    {
        quint8 label = 0;
        qint8 value = 0;
    };
    struct Slot
    {
        quint32 feature = 0;
        quint32 begin = 0;
        quint32 count = 0;
    };

    const Slot *find(quint32 feature) const;

    QStringList m_labels; //!< the first is chatter, ""
    std::vector<Slot> m_slots; //!< open addressing; a count of 0 is free
    std::vector<Weight> m_weights;
    double m_scale = 1;
};

} // namespace wardroom::bot
