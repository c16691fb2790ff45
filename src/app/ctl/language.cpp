// SPDX-FileCopyrightText: 2026 The Wardroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "control/sentences.h"
#include "localcalls.h"
#include "session/documents.h"
#include "session/resources.h"
#include "terminal.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>

namespace wardroom::ctl {
using namespace Qt::StringLiterals;

namespace {

constexpr qint64 kLongestLine = 256 * 1024;
constexpr qint64 kMostForARoom = 400 * 1024; // handed over in one piece

QString tr(const char *text)
{
    return QCoreApplication::translate("Language", text);
}

//! One line of the input: what was said, and what the room had just seen.
struct Asked
{
    QString text;
    QList<bot::Shown> after;
};

//! A plain line, or a JSON one with "text" and "after". Nothing where a JSON line is none.
std::optional<Asked> askedIn(const QByteArray &line)
{
    if (!line.startsWith('{'))
        return Asked{QString::fromUtf8(line), {}};
    const QJsonObject json = QJsonDocument::fromJson(line).object();
    if (!json.value(u"text"_s).isString())
        return std::nullopt;
    Asked asked{json.value(u"text"_s).toString(), {}};
    const QJsonArray after = json.value(u"after"_s).toArray();
    for (const QJsonValue &each : after)
        asked.after.append({each[u"command"_s].toString(), each[u"args"_s].toObject()});
    return asked;
}

QJsonObject answerTo(const Asked &asked, const bot::Catalogue &catalogue, const bot::Vocabulary &vocabulary)
{
    return control::understandingJson(asked.text, bot::understand(asked.text, catalogue, vocabulary, asked.after));
}

//! As the room itself understands it, with what its last cards spoke of: by the program that has the room.
QCoro::Task<Answer> understandInRoom(Call call)
{
    Result<QByteArray> lines = readInput(call, call.words.isEmpty() ? u"-"_s : call.word(0), kMostForARoom);
    if (!lines)
        co_return Answer::wrongUsage(lines.error().message);
    QStringList arguments{u"understand"_s, u"--room"_s, call.option(u"room"_s)};
    if (call.has(u"workspace"_s))
        arguments = QStringList{u"--workspace"_s, call.option(u"workspace"_s)} + arguments;
    call.words.clear();
    call.secret = *lines;
    call.line = [](const QJsonValue &json, const QString &) { print(json, {}, true); };
    co_return co_await inWorkspace(call, arguments);
}

} // namespace

QCoro::Task<Result<bot::Vocabulary>> vocabularyFor(Call call)
{
    if (call.has(u"inventory"_s)) {
        const Result<QByteArray> file = readInput(call, call.option(u"inventory"_s), 4 * 1024 * 1024);
        if (!file)
            co_return tl::unexpected(file.error());
        co_return session::vocabularyFrom(*file, call.option(u"inventory"_s));
    }
    const std::optional<Result<QByteArray>> said = askedInWorkspace(call, {u"inventory"_s, u"vocabulary"_s});
    if (said && *said)
        co_return session::vocabularyFrom(**said, tr("the profile's inventory"));
    if (said)
        note(tr("The profile's inventory could not be read, so no host is known: %1").arg(said->error().message));
    co_return bot::Vocabulary();
}

QCoro::Task<Answer> understand(Call call)
{
    if (call.has(u"room"_s))
        co_return co_await understandInRoom(call);
    const Result<bot::Vocabulary> vocabulary = co_await vocabularyFor(call);
    if (!vocabulary)
        co_return Answer::failed(vocabulary.error());
    const bot::Catalogue catalogue = bot::Catalogue::load(session::pluginRoots(profileOf(call)));
    const QString name = call.words.isEmpty() ? u"-"_s : call.word(0);
    QFile file(name == u"-" ? QString() : call.pathOf(name));
    if (!(name == u"-" ? file.open(stdin, QFile::ReadOnly) : file.open(QFile::ReadOnly)))
        co_return Answer::wrongUsage(tr("%1 cannot be read: %2").arg(name, file.errorString()));
    qint64 number = 0;
    for (QByteArray line = file.readLine(kLongestLine); !line.isEmpty(); line = file.readLine(kLongestLine)) {
        ++number;
        while (line.endsWith('\n') || line.endsWith('\r'))
            line.chop(1);
        const std::optional<Asked> asked = askedIn(line);
        if (!asked)
            co_return Answer::wrongUsage(tr("Line %1 is not JSON with a “text”.").arg(number));
        print(answerTo(*asked, catalogue, *vocabulary), {}, true);
    }
    co_return Answer();
}

} // namespace wardroom::ctl
