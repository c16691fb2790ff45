// SPDX-FileCopyrightText: 2026 The Wardroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "control/calls.h"
#include "session/engine.h"
#include "session/founding.h"
#include "session/playbookcards.h"
#include "session/playbooks.h"

#include <QFile>

namespace wardroom::control {
using namespace Qt::StringLiterals;
using session::Workspace;

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("PlaybookCalls", text);
}

QString standingWord(session::PlaybookStanding standing)
{
    static const QStringList words{u"published"_s, u"unpublished"_s, u"changed"_s, u"broken"_s};
    return words.value(static_cast<int>(standing));
}

QString lookWord(session::PlaybookLook look)
{
    static const QStringList words{u"running"_s, u"asking"_s, u"done"_s, u"failed"_s, u"stopped"_s};
    return words.value(static_cast<int>(look));
}

QString stepWord(session::PlaybookStepLook look)
{
    static const QStringList words{u"ahead"_s,   u"running"_s, u"approval"_s, u"asking"_s,
                                   u"waiting"_s, u"skipped"_s, u"done"_s,     u"failed"_s};
    return words.value(static_cast<int>(look));
}

QCoro::Task<Answer> list(Workspace &workspace, Call)
{
    QJsonArray json;
    QList<QStringList> rows;
    QStringList notes;
    const QList<session::PlaybookLine> lines = workspace.playbooks().list();
    for (const session::PlaybookLine &line : lines) {
        json.append(QJsonObject{{u"name"_s, line.name},
                                {u"version"_s, line.version},
                                {u"summary"_s, line.summary},
                                {u"state"_s, standingWord(line.standing)},
                                {u"starts"_s, line.starts},
                                {u"publishedBy"_s, line.by},
                                {u"hash"_s, line.file.hex()},
                                {u"problem"_s, line.problem}});
        rows.append({line.name, line.version, standingWord(line.standing), line.starts, line.summary});
        if (!line.problem.isEmpty())
            notes << line.problem;
    }
    co_return Answer{yes, json, columns(rows), notes.join(u'\n')};
}

//! What was said is in the room; \a text for people.
QCoro::Task<Answer> once(QPointer<Workspace> workspace, Result<session::FactId> said, QString name, QString text)
{
    if (!said || !workspace)
        co_return said ? Answer() : Answer::failed(said.error());
    const Result<void> there = co_await session::settled(workspace->engine(), *said);
    if (!there)
        co_return Answer::failed(there.error());
    co_return Answer{yes, QJsonObject{{name, said->text()}}, text + u'\n', {}};
}

QCoro::Task<Answer> publish(Workspace &workspace, Call call)
{
    const QPointer<Workspace> self(&workspace);
    if (call.has(u"take-back"_s)) {
        const Result<session::FactId> taken = co_await workspace.playbooks().takeBack(call.word(0));
        co_return co_await once(self, taken, u"fact"_s, tr("Taken back: it does not start any more."));
    }
    const QString path = call.pathOf(call.word(0));
    const QString meant = QFile::exists(path) ? path : call.word(0);
    const Result<session::FactId> said = co_await workspace.playbooks().publish(meant);
    co_return co_await once(self, said, u"fact"_s, tr("Published."));
}

Result<QJsonObject> inputsOf(const Call &call)
{
    QJsonObject inputs;
    for (const QString &word : call.words.sliced(2)) {
        const qsizetype equals = word.indexOf(u'=');
        if (equals < 1)
            return fail(ErrorKind::invalid, tr("“%1” is not understood: inputs are said as name=value.").arg(word));
        inputs.insert(word.first(equals), word.sliced(equals + 1));
    }
    return inputs;
}

QCoro::Task<Answer> start(Workspace &workspace, Call call)
{
    const QPointer<Workspace> self(&workspace);
    const Result<session::RoomId> room = roomOf(workspace, call.word(0));
    const Result<QJsonObject> inputs = inputsOf(call);
    if (!room || !inputs)
        co_return Answer::failed(room ? inputs.error() : room.error());
    const Result<session::FactId> run = co_await workspace.playbooks().start(*room, call.word(1), *inputs);
    // No choice inside co_await: GCC 12 destroys it twice.
    QString text;
    if (run)
        text = tr("Started: %1").arg(run->text());
    co_return co_await once(self, run, u"run"_s, text);
}

QCoro::Task<Answer> rehearse(Workspace &workspace, Call call)
{
    const Result<session::RoomId> room = roomOf(workspace, call.word(0));
    const Result<QJsonObject> inputs = inputsOf(call);
    if (!room || !inputs)
        co_return Answer::failed(room ? inputs.error() : room.error());
    const Result<QStringList> lines = co_await workspace.playbooks().rehearse(*room, call.word(1), *inputs);
    if (!lines)
        co_return Answer::failed(lines.error());
    co_return Answer{
        yes, QJsonObject{{u"lines"_s, QJsonArray::fromStringList(*lines)}}, lines->join(u'\n') + u'\n', {}};
}

QJsonObject cardJson(const session::PlaybookCard &card)
{
    QJsonArray steps, choices;
    for (const session::PlaybookStepLine &step : card.steps)
        steps.append(QJsonObject{{u"title"_s, step.title},
                                 {u"state"_s, stepWord(step.look)},
                                 {u"note"_s, step.note},
                                 {u"op"_s, step.op.text()}});
    for (const session::PlaybookChoice &choice : card.choices)
        choices.append(choice.id);
    return {{u"run"_s, card.run.text()},       {u"title"_s, card.title},   {u"byline"_s, card.byline},
            {u"state"_s, lookWord(card.look)}, {u"status"_s, card.status}, {u"steps"_s, steps},
            {u"question"_s, card.question},    {u"choices"_s, choices}};
}

QCoro::Task<Answer> show(Workspace &workspace, Call call)
{
    const Result<session::RoomId> room = roomOf(workspace, call.word(0));
    if (!room)
        co_return Answer::failed(room.error());
    QJsonArray json;
    QStringList text;
    const session::Engine &engine = workspace.engine();
    for (const domain::PlaybookRun &run : engine.book().state(*room).playbooks) {
        if (!run.id.text().startsWith(call.word(1)) && run.started.playbook != call.word(1))
            continue;
        const session::PlaybookCard card = session::playbookCard(engine, *room, run);
        json.append(cardJson(card));
        text << run.id.text().first(8) + u"  "_s + session::playbookLines(card).join(u'\n') + u'\n';
    }
    co_return Answer{json.isEmpty() && call.words.size() > 1 ? no : yes, json, text.join(u'\n'), {}};
}

QCoro::Task<Answer> decide(Workspace &workspace, Call call)
{
    const QPointer<Workspace> self(&workspace);
    const Result<session::RoomId> room = roomOf(workspace, call.word(0));
    const Result<session::FactId> run =
        room ? workspace.playbooks().runNamed(*room, call.word(1)) : tl::unexpected(room.error());
    if (!run)
        co_return Answer::failed(run.error());
    const Result<session::FactId> said =
        co_await workspace.playbooks().decide(*room, *run, {}, call.word(2), call.option(u"reason"_s));
    co_return co_await once(self, said, u"fact"_s, tr("Recorded."));
}

QCoro::Task<Answer> stop(Workspace &workspace, Call call)
{
    const QPointer<Workspace> self(&workspace);
    const Result<session::RoomId> room = roomOf(workspace, call.word(0));
    const Result<session::FactId> run =
        room ? workspace.playbooks().runNamed(*room, call.word(1)) : tl::unexpected(room.error());
    if (!run)
        co_return Answer::failed(run.error());
    const Result<session::FactId> said = co_await workspace.playbooks().stop(*room, *run, call.option(u"reason"_s));
    co_return co_await once(self, said, u"fact"_s, tr("Stopped."));
}

} // namespace

const QMap<QString, Carry> &playbookCalls()
{
    static const QMap<QString, Carry> table{{u"playbook list"_s, &list},   {u"playbook publish"_s, &publish},
                                            {u"playbook start"_s, &start}, {u"playbook rehearse"_s, &rehearse},
                                            {u"playbook show"_s, &show},   {u"playbook decide"_s, &decide},
                                            {u"playbook stop"_s, &stop}};
    return table;
}

} // namespace wardroom::control
