// SPDX-FileCopyrightText: 2026 The Wardroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/canonicaljson.h"
#include "base/plaintext.h"
#include "control/calls.h"
#include "control/sentences.h"
#include "session/engine.h"
#include "session/exporting.h"

#include <QFile>

namespace wardroom::control {
using namespace Qt::StringLiterals;
using session::Workspace;

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("RecordCalls", text);
}

QCoro::Task<Answer> timeline(Workspace &workspace, Call call)
{
    const Result<session::RoomId> room = roomOf(workspace, call.word(0));
    if (!room)
        co_return Answer::failed(room.error());
    QJsonArray lines;
    QList<QStringList> rows;
    for (const session::TimelineLine &line : workspace.timeline(*room)) {
        QJsonObject json{{u"n"_s, line.n},          {u"at"_s, line.at},         {u"kind"_s, line.kind},
                         {u"actor"_s, line.actor},  {u"via"_s, line.via},       {u"summary"_s, line.summary},
                         {u"op"_s, line.op.text()}, {u"id"_s, line.fact.text()}};
        if (!line.flag.isEmpty()) {
            json.insert(u"flag"_s, line.flag);
            json.insert(u"why"_s, line.detail);
        }
        lines.append(json);
        rows.append(
            {QString::number(line.n), utc(line.at), line.kind, shownPlainly(line.actor, 60),
             shownPlainly(line.summary) +
                 (line.flag.isEmpty() ? QString() : u"  [%1: %2]"_s.arg(line.flag, shownPlainly(line.detail, 200)))});
    }
    co_return Answer{yes, lines, columns(rows), {}};
}

QCoro::Task<Answer> incident(Workspace &workspace, Call call)
{
    const Result<session::RoomId> room = roomOf(workspace, call.word(0));
    if (!room)
        co_return Answer::failed(room.error());
    const QJsonObject state = workspace.engine().book().state(*room).toJson();
    const Result<QByteArray> canonical = canonicalJson(state);
    if (!canonical)
        co_return Answer::failed(canonical.error());
    co_return Answer{yes, state, QString::fromUtf8(*canonical) + u'\n', {}};
}

//! A moment as people write it: ISO 8601, or milliseconds since 1970 UTC.
Result<qint64> momentOf(const QString &text)
{
    if (text.isEmpty())
        return 0;
    bool isNumber = false;
    const qint64 ms = text.toLongLong(&isNumber);
    if (isNumber && ms > 0)
        return ms;
    QDateTime time = QDateTime::fromString(text, Qt::ISODateWithMs);
    if (!time.isValid())
        return fail(ErrorKind::invalid, tr("%1 is no time; write it as 2026-11-22T06:00:00Z.").arg(text));
    if (time.timeSpec() == Qt::LocalTime)
        time.setTimeSpec(Qt::UTC);
    return time.toMSecsSinceEpoch();
}

Result<session::ExportOptions> optionsOf(Workspace &workspace, const Call &call)
{
    session::ExportOptions options;
    const Result<session::RoomId> room = roomOf(workspace, call.word(0));
    const Result<qint64> from = momentOf(call.option(u"from"_s)), until = momentOf(call.option(u"until"_s));
    if (!room || !from || !until)
        return tl::unexpected(!room ? room.error() : !from ? from.error() : until.error());
    options.room = *room;
    options.from = *from;
    options.until = *until;
    options.language = call.option(u"lang"_s);
    if (!QStringList{QString(), u"en"_s, u"zh"_s}.contains(options.language))
        return fail(ErrorKind::invalid, tr("--lang is en or zh."));
    if (call.option(u"to"_s).isEmpty())
        return fail(ErrorKind::invalid, tr("Say where to: --to PATH"));
    options.path = call.pathOf(call.option(u"to"_s));
    if (call.has(u"redact"_s)) {
        QFile file(call.pathOf(call.option(u"redact"_s)));
        if (!file.open(QFile::ReadOnly))
            return fail(ErrorKind::invalid, tr("%1 cannot be read: %2").arg(file.fileName(), file.errorString()));
        options.redactions = file.read(1024 * 1024);
    }
    return options;
}

QCoro::Task<Answer> exportRoom(Workspace &workspace, Call call)
{
    const Result<session::ExportOptions> options = optionsOf(workspace, call);
    if (!options)
        co_return Answer::failed(options.error());
    const QString trust = workspace.trust();
    const Result<QString> written = co_await workspace.exporting().write(*options);
    if (!written)
        co_return Answer::failed(written.error());
    co_return Answer{yes, QJsonObject{{u"path"_s, *written}, {u"trust"_s, trust}}, *written + u'\n',
                     tr("Check it with: wardroomctl verify %1 --trust %2").arg(*written, trust)};
}

QCoro::Task<Answer> compare(Workspace &workspace, Call call)
{
    const Result<session::RoomId> room = roomOf(workspace, call.word(0));
    if (!room)
        co_return Answer::failed(room.error());
    const auto parting = co_await workspace.exporting().compare(*room, call.pathOf(call.word(1)));
    if (!parting)
        co_return Answer::wrongUsage(parting.error().message);
    QJsonObject json{{u"differ"_s, parting->differ}, {u"same"_s, parting->same}};
    if (!parting->differ)
        co_return Answer{yes, json, tr("The same past: %1 facts.").arg(parting->same) + u'\n', {}};
    json.insert(u"at"_s, parting->position.serverTime);
    json.insert(u"entry"_s, parting->position.entry.text());
    json.insert(u"what"_s, parting->what);
    co_return Answer{no,
                     json,
                     tr("They part after %1 facts, at entry %2 (%3): %4")
                             .arg(QString::number(parting->same), parting->position.entry.text(),
                                  utc(parting->position.serverTime), shownPlainly(parting->what, 300)) +
                         u'\n',
                     {}};
}

} // namespace

const QMap<QString, Carry> &recordCalls()
{
    static const QMap<QString, Carry> table{
        {u"timeline"_s, &timeline}, {u"incident"_s, &incident}, {u"export"_s, &exportRoom}, {u"compare"_s, &compare}};
    return table;
}

} // namespace wardroom::control
