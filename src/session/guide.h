// SPDX-FileCopyrightText: 2026 The Wardroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "session/views.h"

#include <QJsonObject>

namespace wardroom::bot {
struct Command;
struct Plugin;
} // namespace wardroom::bot

namespace wardroom::session {

class Engine;

//! What this person may use here, and what comes after what. Reads, and changes nothing.
class Guide
{
public:
    explicit Guide(const Engine &engine) : m_engine(engine) {}

    //! Why this person cannot even ask for it here and now, and who can change that; empty: she can.
    QString whyNot(const bot::Command &command) const;
    //! "runs by itself", "goes on the record", "waits for 1 of IT: Bo, Cy": what happens to it once it is asked for.
    QString permission(const bot::Command &command) const;
    //! Who decides in \a group: names, without this person and without programs.
    QStringList deciders(const QString &group) const;
    //! An example with this workspace's own hosts and people in it.
    QString exampleOf(const bot::Command &command) const;
    //! The same in plain words; empty where they cannot say it.
    QString spokenExampleOf(const bot::Command &command) const;
    //! All that its manifest gives, with hosts and people of this workspace; how it is said where it gives none.
    QStringList examplesOf(const bot::Command &command) const;
    //! What is likely asked after \a command was run with \a args: at most three, and only what may be used.
    QList<Suggestion> after(const QString &command, const QJsonObject &args) const;
    //! After \a operation failed or was not read back as it should be: what shows why, and the same once more.
    QList<Suggestion> afterTrouble(const domain::OperationState &operation) const;
    //! What could be asked about an alert from \a source about \a target, and about what stands in its \a text.
    QList<Suggestion> leadsOfAlert(const QString &source, const QString &target, const QString &text) const;
    //! What could be asked about the addresses, CVEs and hashes that stand in \a text, the first of each first.
    //! \a host: the one that the text is about, where it is about one.
    QList<Suggestion> leads(const QString &text, const QString &host = {}) const;
    //! What the command of \a line is for, in a sentence; empty: it is none.
    QString summaryOf(const QString &line) const;
    //! "/note add …" with \a text quoted in one line.
    QString noteOf(const QString &text) const;
    //! How else it could have been said: typed, where \a words were plain, and in plain words where they were typed.
    QString otherWording(const bot::Command &command, const QJsonObject &args, const QString &words) const;

private:
    QString adminNames() const;
    QStringList onEachHost(const bot::Command &command, const QJsonObject &args) const;
    const bot::Command *commandOf(const QString &line) const;
    std::optional<Suggestion> suggestion(const QString &line) const;

    const Engine &m_engine;
};

} // namespace wardroom::session
