// SPDX-FileCopyrightText: 2026 The Wardroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "base/error.h"

#include <QDateTime>
#include <QMap>
#include <QStringList>

namespace wardroom::session {

//! What kind of thing the bot says. Only the first five may have a tone; the rest is said in one way, always.
enum class Saying {
    help,
    nothingFound,
    lesson,
    tip,
    next,
    answer,
    question,
    approval,
    refusal,
    failure,
    outcome,
    alert,
    incident,
    deadline,
    record
};
constexpr int kSayings = static_cast<int>(Saying::record) + 1;

bool mayHaveTone(Saying saying);

//! A way of talking, from resources/tones.
struct TonePack
{
    QString id;
    QMap<QString, QString> names;                   //!< by language
    QMap<Saying, QMap<QString, QStringList>> lines; //!< by language; each in its turn
};

//! Every pack of \a folder. An error names the file and the line, also where a pack has words for what may have no
//! tone.
Result<QList<TonePack>> loadTones(const QString &folder);

//! How the bot talks to one person, and when it keeps quiet unless asked.
struct Manners
{
    QString tone = QStringLiteral("plain");
    int silentFrom = -1; //!< minutes of the local day; equal, or below 0: never silent
    int silentUntil = -1;
    bool isSilent(const QTime &local) const;
    friend bool operator==(const Manners &, const Manners &) = default;
};
Manners mannersFrom(const QByteArray &setting);
QByteArray toSetting(const Manners &manners);

//! The bot's voice: plain words, or the chosen pack's where a tone is allowed.
class Character
{
public:
    Character(QList<TonePack> packs, QString language) : m_packs(std::move(packs)), m_language(std::move(language)) {}

    void setManners(const Manners &manners) { m_manners = manners; }
    const Manners &manners() const { return m_manners; }
    const QList<TonePack> &packs() const { return m_packs; }
    //! \a plain, or the pack's words for it with \a thing put in. \a urgent: something is burning, so plain.
    QString say(Saying saying, const QString &plain, bool urgent, const QString &thing = {});

private:
    QList<TonePack> m_packs;
    QString m_language;
    Manners m_manners;
    QMap<Saying, int> m_turn;
};

} // namespace wardroom::session
