// SPDX-FileCopyrightText: 2026 The Wardroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "base/hash.h"
#include "domain/words.h"

#include <QJsonObject>
#include <QMap>
#include <QStringList>
#include <optional>

namespace wardroom::bot {

enum class ArgumentType { host, package, cve, address, duration, person, text, word, number, severity, hash, time };

//! A text in the languages a manifest gives; English always exists.
class Wording
{
public:
    Wording() = default;
    explicit Wording(QMap<QString, QString> byLanguage) : m_texts(std::move(byLanguage)) {}
    QString in(const QString &language) const { return m_texts.value(language, m_texts.value(QStringLiteral("en"))); }

private:
    QMap<QString, QString> m_texts;
};

struct Argument
{
    QString name;
    ArgumentType type = ArgumentType::text;
    bool required = true;
    QString keyword; //!< said before it: "for" in "for 4h"; empty: positional
    QString fallback;
    Wording help;
};

//! A call that needs no script. The host is as the manifest writes it; {argument} may stand in path, query and body.
struct HttpCall
{
    QString method;
    QString url;
    QMap<QString, QString> headers;
    QJsonValue body; //!< a template; undefined: none
    QString secret;  //!< by name; sent in the header \a secretHeader where that says {secret}
    QString secretHeader;
    QString summary;                       //!< {argument} and {path.in.the.answer}
    QList<QPair<QString, QString>> fields; //!< label, path in the answer
};

enum class StepKind { none, script, tool, room, http };

//! One of run, rehearse, verify, undo: a script's argv, a security tool's action, a fact in the room, an HTTP call.
struct Step
{
    StepKind kind = StepKind::none;
    QStringList argv;
    QString tool;
    QString action;
    std::optional<HttpCall> http = {};
    QStringList onHost = {}; //!< argv of the script that does it where the command names a host
};

//! A secret that a script reads from a file descriptor. Its name is of this plugin alone: plugin.PLUGIN.NAME.
struct SecretNeed
{
    QString name;
    int descriptor = 3;
};

//! A place outside that a script may speak to, through the sandbox's own proxy. Everything else stays out of reach.
struct NetworkNeed
{
    QString host; //!< a name in small letters, or an address
    int port = 443;
    bool isPrivate = false; //!< may be in a network of one's own; this machine itself only where \a host is it
};

enum class SandboxKind { isolated, observe };
enum class HostAccess { none, read, write };

struct Limits
{
    int seconds = 60;
    int memoryMb = 512;
    int processes = 64;
    int outputKb = 1024;
};

struct PluginTest
{
    QString name;
    QString step;
    QJsonObject args;
    QString fixture;
    QJsonObject expect;
};

//! Another way to say a command, with some of its arguments already decided; whoever says it cannot change those.
struct Alias
{
    QJsonObject set;
    QMap<QString, QStringList> phrases; //!< by language
};

//! One command of a plugin's manifest.
struct Command
{
    QString id; //!< "patch.apply"
    domain::Risk risk = domain::Risk::change;
    Wording summary;
    Wording help;
    Wording title;
    Wording danger;
    QList<Argument> arguments;
    QMap<QString, QStringList> phrases; //!< by language, "{host}" marks arguments
    QList<Alias> aliases;
    QStringList examples;
    QStringList next; //!< what is likely asked afterwards, as typed: "/host logins {host}"
    SandboxKind sandbox = SandboxKind::isolated;
    HostAccess hostAccess = HostAccess::none;
    bool usesRecord = false;
    QList<SecretNeed> secrets;
    QStringList readOnly;       //!< folders and files of this machine that it may read
    QList<NetworkNeed> network; //!< whom its scripts may speak to; empty: nobody
    bool netfilter = false; //!< may load firewall rules into the sandbox's own network, to have the kernel check them
    bool usesRoom = false;  //!< the script is given what the room holds
    Step rehearse, run, verify, undo, verifyUndo;
    Limits limits;
    QList<PluginTest> tests;
};

struct Plugin
{
    QString folder;
    QString name;
    QString version;
    QString author;
    Wording summary;
    Sha256 hash; //!< of the whole folder
    QList<Command> commands;
};

} // namespace wardroom::bot
