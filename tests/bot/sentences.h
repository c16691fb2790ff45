// SPDX-FileCopyrightText: 2026 The Wardroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "bot/language/understand.h"

namespace wardroom::test {

//! Where in a line the value of an argument stands.
struct Span
{
    QString name;
    qsizetype start = 0;
    qsizetype end = 0;
};

//! One line of tests/data/language: what is said, and what it should be taken for.
struct Row
{
    QString command; //!< empty: chatter
    QString text;
    QJsonObject args; //!< that must come out, as texts
    QString after;    //!< the command of the card before, if one was
    QJsonObject afterArgs;
    QList<Span> spans;
    int wording = 0; //!< the same for all that are filled from one template
};

//! \a part is "train", "test" or "heldout".
QList<Row> commandRows(const QString &part);
QList<Row> chatterRows(const QString &part);
//! Orders for a change in frames that make talk of them, or leave them orders.
QList<Row> frameRows(const QString &part);

//! The hosts and people the lines speak of.
bot::Vocabulary languageVocabulary();

//! A manifest's phrases with sample values in their slots.
QStringList filledPhrases(const bot::Command &command);

//! How a part of the lines comes out.
struct Score
{
    int asked = 0;
    int right = 0;
    int chatter = 0;
    int ignored = 0;
    QStringList wrongActions; //!< a change that nobody asked for, or another than was asked for
    QStringList mistakes;
    QMap<QString, std::pair<int, int>> byCommand; //!< right, asked
};
Score scoreOf(const QString &part, const bot::Catalogue &catalogue);

} // namespace wardroom::test
