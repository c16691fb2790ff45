// SPDX-FileCopyrightText: 2026 The Wardroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <QByteArray>
#include <QList>

namespace wardroom::bot {

//! Takes secrets out of what a job prints, before anything else sees it: as they are, in base64 (at each of the three
//! places in a group it can begin, both alphabets), in hexadecimal, percent-encoded and escaped for JSON. A stream:
//! what could be the beginning of one is held back until more comes, so a secret that comes in pieces is found too.
class Redactor
{
public:
    static constexpr qsizetype kShortest = 4; //!< a shorter secret would take ordinary words with it

    Redactor() = default;
    explicit Redactor(const QList<QByteArray> &secrets);

    bool isEmpty() const { return m_forms.isEmpty(); }
    //! What may be shown by now.
    QByteArray take(const QByteArray &bytes);
    //! The rest; nothing follows.
    QByteArray finish();
    //! A whole text at once.
    QByteArray clean(QByteArray text) const;

private:
    std::pair<qsizetype, qsizetype> firstIn(const QByteArray &text, qsizetype from) const;
    qsizetype heldBack(const QByteArray &text) const;

    QList<QByteArray> m_forms; //!< the longest first
    QByteArray m_rest;
};

} // namespace wardroom::bot
