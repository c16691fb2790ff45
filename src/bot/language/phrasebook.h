// SPDX-FileCopyrightText: 2026 The Wardroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "bot/catalogue/catalogue.h"

#include <QHash>
#include <QSet>

#include <array>
#include <mutex>
#include <span>
#include <vector>

namespace wardroom::bot {

//! One word or one argument of a phrase.
struct PhrasePart
{
    QString word;       //!< empty: an argument
    QString key;        //!< what words of one meaning share
    int argument = -1;  //!< index into the command's arguments
    bool light = false; //!< may be missing from what is said
    bool preposition = false;
};

struct Phrase
{
    const Command *command = nullptr;
    QList<PhrasePart> parts;
    QJsonObject set; //!< of an alias: arguments that are decided
    int contentWords = 0;
    QList<QString> needed; //!< keys that must all be said
};

//! Every phrase of a catalogue, taken apart once and found by its rarest word, so that what a line costs does not grow
//! with the number of commands. Immutable; safe to read from any thread.
class PhraseBook
{
public:
    static std::shared_ptr<const PhraseBook> of(const Catalogue &catalogue);

    //! Phrases all of whose content words are among \a keys, in the catalogue's order.
    QList<const Phrase *> candidates(const std::vector<const QString *> &keys) const;
    //! Whether a phrase of a command that the model has not met may be among \a words, as Gist has them.
    bool mayBeOwn(std::span<const quint32> words) const;
    //! The content word of a phrase that \a word is a slip of, or empty. Only words of five letters and more.
    QString slipOf(const QString &word) const;
    //! All phrases of one command.
    QList<const Phrase *> phrasesOf(const Command &command) const;

private:
    struct Entry
    {
        int phrase = 0;
        quint64 needed = 0; //!< a bit for each needed key: most phrases are ruled out by that alone
    };

    static constexpr size_t mayBits = 4096;
    static constexpr size_t shortenedBits = 1u << 17;
    static constexpr size_t ownBits = 1u << 17;

    void add(const Command &command, const QString &text, const QJsonObject &set);
    void index();
    void indexSlips();
    void indexOwn() const;

    QList<Plugin> m_plugins; //!< keeps the commands alive
    QList<Phrase> m_phrases;
    QHash<QString, QList<Entry>> m_byRarest;
    std::array<quint64, mayBits / 64> m_mayBeRarest{}; //!< by the key's hash: most words of talk are nobody's rarest
    QHash<const Command *, QList<int>> m_byCommand;
    mutable std::once_flag m_ownKnown; //!< what the model knows is read when the first line is
    mutable std::vector<quint64> m_mayBeOwn;
    QSet<QString> m_words;                     //!< every content word
    QHash<size_t, QList<QString>> m_shortened; //!< by the hash of a long word with at most one letter left out
    std::vector<quint64> m_mayBeShortened = std::vector<quint64>(shortenedBits / 64); //!< by that hash
};

} // namespace wardroom::bot
