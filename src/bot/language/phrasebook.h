// SPDX-FileCopyrightText: 2026 The Wardroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "bot/catalogue/catalogue.h"

#include <QHash>

namespace wardroom::bot {

//! One word or one argument of a phrase.
struct PhrasePart
{
    QString word;       //!< empty: an argument
    int argument = -1;  //!< index into the command's arguments
    bool light = false; //!< may be missing from what is said
};

struct Phrase
{
    const Command *command = nullptr;
    QList<PhrasePart> parts;
    int contentWords = 0;
    int neededWords = 0; //!< different content words
};

//! Every phrase of a catalogue, taken apart once and found by its words. Immutable; safe to read from any thread.
class PhraseBook
{
public:
    static std::shared_ptr<const PhraseBook> of(const Catalogue &catalogue);

    //! Phrases that share a content word with \a words, or one that differs by a slip of the finger.
    QList<const Phrase *> candidates(const QStringList &words) const;
    //! The content word of a phrase that \a word is a slip of, or empty. Only words of five letters and more.
    QString slipOf(const QString &word) const;

private:
    void add(const Command &command, const QString &text);

    QList<Plugin> m_plugins; //!< keeps the commands alive
    QList<Phrase> m_phrases;
    QHash<QString, QList<int>> m_byWord;
    //! A word that can be slipped in, with the set of its letters: most words are told apart by that alone.
    struct LongWord
    {
        QString word;
        quint64 letters = 0;
    };
    QList<LongWord> m_longWords; //!< sorted by word
};

} // namespace wardroom::bot
