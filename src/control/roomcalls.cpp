// SPDX-FileCopyrightText: 2026 The Wardroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/plaintext.h"
#include "control/calls.h"
#include "control/sentences.h"
#include "session/engine.h"
#include "session/founding.h"
#include "session/talk.h"

#include <QCoroTimer>
#include <QFileInfo>
#include <QJsonDocument>

namespace wardroom::control {
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using session::Workspace;

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("RoomCalls", text);
}

QString purposeWord(chat::Purpose purpose)
{
    static const QStringList words{u"control"_s, u"alerts"_s, u"incident"_s, u"group"_s, u"channel"_s, u"direct"_s};
    return words.value(static_cast<int>(purpose));
}

QJsonObject roomJson(const session::RoomLine &line, const chat::Room *room)
{
    QJsonObject json{{u"id"_s, line.id.text()},
                     {u"name"_s, room ? room->name : line.name},
                     {u"purpose"_s, purposeWord(line.purpose)},
                     {u"unread"_s, line.unread}};
    if (line.openedAt > 0) {
        json.insert(u"title"_s, line.name);
        json.insert(u"severity"_s, line.severity);
        json.insert(u"openedAt"_s, line.openedAt);
        json.insert(u"closed"_s, line.closed);
    }
    if (!line.imported.isEmpty())
        json.insert(u"imported"_s, true);
    return json;
}

QCoro::Task<Answer> list(Workspace &workspace, Call)
{
    QJsonArray rooms;
    QList<QStringList> rows;
    for (const session::RoomLine &line : workspace.rooms()) {
        const chat::Room *room = workspace.engine().book().room(line.id);
        rooms.append(roomJson(line, room));
        rows.append({line.id.text(), purposeWord(line.purpose), u'#' + shownPlainly(room ? room->name : line.name, 80),
                     line.openedAt > 0 ? u"SEV%1 %2"_s.arg(line.severity).arg(line.name) : QString(), line.imported});
    }
    co_return Answer{yes, rooms, columns(rows), {}};
}

QCoro::Task<Answer> create(Workspace &workspace, Call call)
{
    const QPointer<Workspace> self(&workspace);
    chat::RoomSpec spec;
    spec.name = call.word(0).startsWith(u'#') ? call.word(0).sliced(1) : call.word(0);
    spec.topic = call.option(u"topic"_s);
    spec.restricted = call.has(u"restricted"_s);
    spec.purpose = spec.restricted ? chat::Purpose::group : chat::Purpose::channel;
    const Result<chat::Room> made = co_await workspace.engine().platform().createRoom(spec);
    if (!self || !made)
        co_return self ? Answer::failed(made.error()) : Answer::failed({ErrorKind::cancelled, {}, {}});
    co_await workspace.engine().refreshRooms();
    co_return Answer{yes,
                     QJsonObject{{u"id"_s, made->id.text()}, {u"name"_s, made->name}},
                     u"%1  #%2\n"_s.arg(made->id.text(), made->name),
                     {}};
}

QCoro::Task<Answer> invite(Workspace &workspace, Call call)
{
    const QPointer<Workspace> self(&workspace);
    const Result<session::RoomId> room = roomOf(workspace, call.word(0));
    const Result<session::PersonId> person = memberOf(workspace, call.word(1));
    if (!room || !person)
        co_return Answer::failed(room ? person.error() : room.error());
    if (session::isImportedId(*room))
        co_return Answer::failed({ErrorKind::forbidden, session::whyImportedIsReadOnly(), {}});
    const Result<void> invited = co_await workspace.engine().platform().invite(*room, *person);
    if (!self || !invited)
        co_return self ? Answer::failed(invited.error()) : Answer::failed({ErrorKind::cancelled, {}, {}});
    co_await workspace.engine().refreshRooms();
    co_return Answer{yes,
                     QJsonObject{{u"room"_s, room->text()}, {u"person"_s, person->text()}},
                     self ? tr("%1 is in.").arg(self->nameOf(*person)) + u'\n' : QString(),
                     {}};
}

//! Who is in it now is nobody's business here; what it says of itself is.
Answer showImported(Workspace &workspace, const session::RoomId &room)
{
    const session::ImportedFrom &from = workspace.engine().book().imported(room)->from;
    const session::HeaderView header = workspace.header(room);
    QJsonObject json{{u"id"_s, room.text()},
                     {u"name"_s, from.name},
                     {u"imported"_s, true},
                     {u"purpose"_s, purposeWord(header.purpose)},
                     {u"workspace"_s, from.workspace.text()},
                     {u"room"_s, from.room.text()},
                     {u"exporter"_s, from.exporter},
                     {u"exportedAt"_s, from.exportedAt},
                     {u"trusted"_s, from.trusted},
                     {u"record"_s, workspace.recordSentence(room)}};
    const QStringList lines = header.isIncident ? workspace.catchUp(room) : QStringList();
    return {yes,
            json,
            u"#%1\n%2\n%3\n"_s.arg(shownPlainly(from.name, 80), workspace.recordSentence(room), lines.join(u'\n')),
            {}};
}

QCoro::Task<Answer> show(Workspace &workspace, Call call)
{
    const QPointer<Workspace> self(&workspace);
    const Result<session::RoomId> room = roomOf(workspace, call.word(0));
    if (!room)
        co_return Answer::failed(room.error());
    if (session::isImportedId(*room))
        co_return showImported(workspace, *room);
    const Result<QList<session::PersonId>> members = co_await workspace.engine().platform().members(*room);
    if (!self || !members)
        co_return self ? Answer::failed(members.error()) : Answer::failed({ErrorKind::cancelled, {}, {}});
    const session::HeaderView header = workspace.header(*room);
    const chat::Room *known = workspace.engine().book().room(*room);
    QJsonArray people;
    QStringList names;
    for (const session::PersonId &person : *members) {
        people.append(QJsonObject{{u"id"_s, person.text()}, {u"name"_s, workspace.nameOf(person)}});
        names.append(shownPlainly(workspace.nameOf(person), 80));
    }
    QJsonObject json{{u"id"_s, room->text()},
                     {u"name"_s, known ? known->name : QString()},
                     {u"topic"_s, known ? known->topic : QString()},
                     {u"purpose"_s, purposeWord(header.purpose)},
                     {u"restricted"_s, known && known->restricted},
                     {u"people"_s, people},
                     {u"record"_s, workspace.recordSentence(*room)}};
    QString text =
        u"#%1  %2\n%3\n%4\n"_s.arg(header.title, header.topic, names.join(u", "_s), workspace.recordSentence(*room));
    if (header.isIncident) {
        json.insert(u"severity"_s, header.severity);
        json.insert(u"lead"_s, header.lead);
        text += workspace.catchUp(*room).join(u'\n') + u'\n';
    }
    co_return Answer{yes, json, text, {}};
}

//! What the room's own plugin said while understanding, for stderr.
struct Hints
{
    explicit Hints(session::Talk &talk)
    {
        QObject::connect(
            &talk, &session::Talk::hinted, &keeper,
            [this](const session::RoomId &, const QString &sentence) { sentences.append(shownPlainly(sentence)); });
        QObject::connect(&talk, &session::Talk::advised, &keeper, [this](const session::Advice &advice) {
            if (advice.asked)
                sentences.append(shownPlainly(advice.text, 20'000));
            for (const session::Suggestion &each : advice.isQuestion ? advice.next : QList<session::Suggestion>())
                if (!advice.text.contains(each.line))
                    sentences.append(u"  "_s + shownPlainly(each.line));
        });
    }
    QObject keeper;
    QStringList sentences;
};

//! What one's words came to that asked for no operation: a fact of the room, or the room of an incident.
QCoro::Task<Answer> toldOf(Workspace &workspace, session::RoomId room, session::SaidAnswer said)
{
    const QPointer<Workspace> self(&workspace);
    QJsonObject json{{u"entry"_s, said.entry.text()}};
    if (!said.opened.isEmpty()) {
        const chat::Room *made = workspace.engine().book().room(said.opened);
        const QString name = made ? made->name : QString();
        json.insert(u"opened"_s, QJsonObject{{u"room"_s, said.opened.text()}, {u"name"_s, name}});
        co_return Answer{yes, json, tr("Opened: %1  #%2").arg(said.opened.text(), shownPlainly(name, 100)) + u'\n', {}};
    }
    if (said.fact.isEmpty())
        co_return Answer{yes, json, {}, {}};
    json.insert(u"fact"_s, said.fact.text());
    const Result<void> there = co_await session::settled(workspace.engine(), said.fact);
    if (!self || !there) { // it waits in the outbox and is said as soon as it can be
        Answer late = Answer::failed(there ? Error{ErrorKind::cancelled, {}, {}} : there.error());
        late.json = json;
        co_return late;
    }
    QString text = tr("On the record: %1").arg(said.fact.text()) + u'\n';
    const QList<session::TimelineLine> lines = self->timeline(room);
    for (const session::TimelineLine &line : lines)
        if (line.fact == said.fact)
            text = tr("On the record: %1").arg(shownPlainly(line.summary, 400)) + u'\n';
    co_return Answer{yes, json, text, {}};
}

QCoro::Task<Answer> say(Workspace &workspace, Call call)
{
    const QPointer<Workspace> self(&workspace);
    const Result<session::RoomId> room = roomOf(workspace, call.word(0));
    if (!room)
        co_return Answer::failed(room.error());
    const QString text = call.rest(1);
    const QString path = text.startsWith(u'@') ? call.pathOf(text.sliced(1)) : QString();
    const bool attaches = !path.isEmpty() && QFileInfo(path).isFile();
    if (!path.isEmpty() && !attaches && text.contains(u'/'))
        co_return Answer::wrongUsage(tr("%1 is no file that can be attached.").arg(path));
    Hints hints(workspace.talk());
    Result<session::SaidAnswer> said;
    if (attaches)
        said = co_await workspace.talk().attach(*room, path);
    else
        said = co_await workspace.talk().say(*room, text);
    if (!said) {
        hints.sentences.removeAll(shownPlainly(said.error().message));
        Answer answer = Answer::failed(said.error());
        answer.note = (hints.sentences << answer.note).join(u'\n');
        co_return answer;
    }
    if (!self)
        co_return Answer::failed({ErrorKind::cancelled, {}, {}});
    if (said->op.isEmpty()) {
        Answer told = co_await toldOf(workspace, *room, *said);
        told.note = (hints.sentences << told.note).join(u'\n').trimmed();
        co_return told;
    }
    Answer answer{yes,
                  QJsonObject{{u"entry"_s, said->entry.text()}, {u"op"_s, said->op.text()}},
                  {},
                  hints.sentences.join(u'\n')};
    if (!call.json)
        answer.text = co_await resultWords(workspace, *room, said->op);
    co_return answer;
}

//! What a line would do, without sending it.
QCoro::Task<Answer> explain(Workspace &workspace, Call call)
{
    const Result<session::RoomId> room = roomOf(workspace, call.word(0));
    if (!room)
        co_return Answer::failed(room.error());
    const Result<session::Advice> explained = co_await workspace.talk().explain(*room, call.rest(1));
    if (!explained)
        co_return Answer::failed(explained.error());
    co_return Answer{yes,
                     QJsonObject{{u"line"_s, explained->title}, {u"text"_s, explained->text}},
                     u"%1\n%2\n"_s.arg(explained->title, explained->text),
                     {}};
}

//! Each line of what was read on standard input, as if it was typed in the room; nothing is said there.
QCoro::Task<Answer> understand(Workspace &workspace, Call call)
{
    const Result<session::RoomId> room = roomOf(workspace, call.option(u"room"_s));
    if (!room)
        co_return Answer::failed(room.error());
    QList<QByteArray> lines = call.secret.split('\n');
    if (!lines.isEmpty() && lines.last().isEmpty())
        lines.removeLast();
    for (const QByteArray &line : std::as_const(lines)) {
        const QJsonObject json = QJsonDocument::fromJson(line).object();
        const QString plain = QString::fromUtf8(line.endsWith('\r') ? line.chopped(1) : line);
        const QString text = json.contains(u"text"_s) ? json.value(u"text"_s).toString() : plain;
        call.line(understandingJson(text, workspace.talk().understand(*room, text)), {});
    }
    co_return Answer();
}

QJsonObject entryJson(Workspace &workspace, const store::StoredEntry &stored, QString *text)
{
    const domain::Entry &entry = stored.entry;
    const auto placed = workspace.engine().book().placed(entry);
    QJsonObject json{{u"id"_s, entry.position.entry.text()},
                     {u"at"_s, entry.position.serverTime},
                     {u"sender"_s, entry.sender.text()},
                     {u"name"_s, workspace.engine().book().workspaceOf(entry.room).nameOf(entry.sender)},
                     {u"text"_s, entry.text}};
    QString kind;
    if (placed.read && placed.read->envelope) {
        kind = placed.read->envelope->kind;
        json.insert(u"kind"_s, kind);
        json.insert(u"fact"_s, placed.read->envelope->id.text());
        if (!placed.read->envelope->op.isEmpty())
            json.insert(u"op"_s, placed.read->envelope->op.text());
    }
    if (entry.deleted)
        json.insert(u"deleted"_s, true);
    if (entry.edited)
        json.insert(u"edited"_s, true);
    *text = u"%1  %2  %3: %4\n"_s.arg(entry.position.entry.text(), utc(entry.position.serverTime),
                                      shownPlainly(json.value(u"name"_s).toString(), 80), shownPlainly(entry.text));
    return json;
}

QCoro::Task<Result<qint64>> whereToBegin(Workspace &workspace, session::RoomId room, QString since)
{
    if (since.isEmpty()) {
        const auto newest = co_await workspace.engine().store().pageBefore(room, 0, 10);
        if (!newest)
            co_return tl::unexpected(newest.error());
        co_return newest->isEmpty() ? 0 : newest->first().seq - 1;
    }
    const auto entry = co_await workspace.engine().store().entry(room, session::EntryId(since));
    if (!entry)
        co_return tl::unexpected(entry.error());
    // "0" is before the first, for scripts that begin with nothing.
    if (!*entry)
        co_return since == u"0" ? Result<qint64>(0)
                                : fail(ErrorKind::notFound, tr("There is no entry %1 in that room.").arg(since));
    co_return (*entry)->seq;
}

QCoro::Task<Answer> tail(Workspace &workspace, Call call)
{
    const QPointer<Workspace> self(&workspace);
    const Result<session::RoomId> room = roomOf(workspace, call.word(0));
    if (!room)
        co_return Answer::failed(room.error());
    Result<qint64> after = co_await whereToBegin(workspace, *room, call.option(u"since"_s));
    if (!after)
        co_return Answer::failed(after.error());
    while (self && !call.stop.stop_requested()) {
        const auto page = co_await self->engine().store().pageAfter(*room, *after, 200);
        if (!self || !page)
            co_return page ? Answer() : Answer::failed(page.error());
        for (const store::StoredEntry &stored : *page) {
            QString text;
            const QJsonObject json = entryJson(workspace, stored, &text);
            call.line(json, text);
            after = stored.seq;
        }
        if (page->isEmpty() && call.has(u"no-follow"_s))
            break;
        QTimer pause;
        pause.start(page->isEmpty() ? 200ms : 0ms);
        co_await pause;
    }
    co_return Answer();
}

} // namespace

const QMap<QString, Carry> &roomCalls()
{
    static const QMap<QString, Carry> table{{u"room list"_s, &list},
                                            {u"room create"_s, &create},
                                            {u"room invite"_s, &invite},
                                            {u"room show"_s, &show},
                                            {u"say"_s, &say},
                                            {u"tail"_s, &tail},
                                            {u"explain"_s, &explain},
                                            {u"understand"_s, &understand}};
    return table;
}

} // namespace wardroom::control
