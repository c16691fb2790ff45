// SPDX-FileCopyrightText: 2026 The Wardroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <QByteArray>
#include <QList>

namespace wardroom::bot {

struct Letters;

//! Takes secrets out of what a job prints, before anything else sees it: as they are, in base64 (at each of the three
//! places in a group it can begin, both alphabets) and in hexadecimal; each of these also with any of its letters
//! escaped by a backslash (\uXXXX, \xXX, \/) or a per cent sign, and from kTight letters on also with white space
//! between them, as where lines are broken. A stream: what could be the beginning of one is held back until more
//! comes, so a secret that comes in pieces is found too.
class Redactor
{
public:
    static constexpr qsizetype kShortest = 4; //!< a shorter secret would take ordinary words with it
    static constexpr qsizetype kTight = 8;    //!< from here on, white space in it makes no difference

    struct Range
    {
        qsizetype begin = 0;
        qsizetype end = 0;
    };
    //! What the end of a text could be the beginning of.
    struct Tail
    {
        qsizetype hold = 0; //!< from here on it is not shown yet
        qsizetype keep = 0; //!< from here on it is remembered: less than kShortest letters before a break are shown
    };

    Redactor() = default;
    explicit Redactor(const QList<QByteArray> &secrets);

    bool isEmpty() const { return m_exact.isEmpty() && m_tight.isEmpty(); }
    //! What may be shown by now.
    QByteArray take(const QByteArray &bytes);
    //! The rest; nothing follows.
    QByteArray finish();
    //! A whole text at once.
    QByteArray clean(const QByteArray &text) const;

    //! Where secrets are in \a text, in order, none over another.
    QList<Range> in(const QByteArray &text) const;
    Tail tailOf(const QByteArray &text) const;
    //! \a text from \a from to \a to without what is in \a secrets.
    static QByteArray without(const QByteArray &text, const QList<Range> &secrets, qsizetype from, qsizetype to);

private:
    void add(const QByteArray &form);

    QList<QByteArray> m_exact; //!< too short to be found with white space in it
    QList<QByteArray> m_tight; //!< without white space
    QByteArray m_rest;
    qsizetype m_shown = 0; //!< of m_rest
};

} // namespace wardroom::bot
