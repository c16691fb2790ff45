// SPDX-FileCopyrightText: 2026 The Wardroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "bot/catalogue/catalogue.h"
#include "domain/inventory.h"
#include "domain/understanding.h"
#include "domain/workspacestate.h"

namespace wardroom::bot {

//! What can be named in a sentence besides commands.
struct Vocabulary
{
    domain::Inventory inventory;
    QList<domain::Person> people;
    QString language = QStringLiteral("en"); //!< in which is asked back
};

//! A card that the room just saw: what was asked, or "alert.show" for an alert that came in.
struct Shown
{
    QString command;
    QJsonObject args;
};

//! "/command args" or a plain sentence. Pure and deterministic; anything that is not clearly meant is chatter. \a after
//! is what the room just saw, oldest first: "block it" and "and on web-02?" speak of it.
domain::Understanding understand(const QString &text, const Catalogue &catalogue, const Vocabulary &vocabulary,
                                 const QList<Shown> &after = {});

struct Completion
{
    QString insert; //!< replaces the word at the cursor
    QString label;
    QString hint; //!< summary, argument help, or the person's name
};
//! For the composer: commands after "/", their arguments, people after "@".
QList<Completion> completionsFor(const QString &text, int cursor, const Catalogue &catalogue,
                                 const Vocabulary &vocabulary, const QString &language);

//! Types and checks arguments (hosts by alias, durations, CVE ids …): canonical values, or what is wrong and what to
//! do. Optional arguments with a default are filled in; "reason" is allowed for risks that need approval.
Result<QJsonObject> typedArguments(const Command &command, const QJsonObject &given, const Vocabulary &vocabulary);

//! The "/" line that says exactly this: what a person is shown before a plain sentence becomes a request.
QString spokenForm(const Command &command, const QJsonObject &args);

} // namespace wardroom::bot
