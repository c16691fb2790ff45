// SPDX-FileCopyrightText: 2026 The Wardroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/playbooks.h"

#include "base/plaintext.h"
#include "bot/language/slash.h"
#include "bot/playbook/playbooktrigger.h"
#include "report/wording.h"
#include "session/actions.h"
#include "session/engine.h"
#include "session/playbookcards.h"
#include "session/playbookkeeper.h"
#include "session/roombook.h"

namespace wardroom::session {
using namespace Qt::StringLiterals;

namespace {

RoomId controlRoomOf(const Engine &engine)
{
    for (const chat::Room &room : engine.book().rooms())
        if (engine.book().isControl(room.id))
            return room.id;
    return {};
}

QString problemText(const QList<bot::ManifestProblem> &problems)
{
    QStringList lines;
    for (const bot::ManifestProblem &problem : problems)
        lines << u"%1:%2: %3"_s.arg(problem.file).arg(problem.line).arg(problem.message);
    return lines.join(u'\n');
}

} // namespace

Playbooks::Playbooks(Engine &engine) : m_engine(engine) {}

QList<PlaybookLine> Playbooks::list() const
{
    PlaybookShelf &shelf = m_engine.playbooks().shelf();
    shelf.readFolders();
    QMap<QString, PlaybookLine> lines;
    const auto describe = [&](PlaybookLine &line, const bot::Playbook &playbook) {
        line.version = playbook.version;
        line.summary = shownPlainly(playbook.summary.in(m_engine.language()), 200);
        QStringList starts{tr("by hand")};
        if (playbook.onAlert)
            starts << tr("on alerts");
        if (playbook.schedule)
            starts << (playbook.schedule->every > 0
                           ? tr("every %1").arg(report::durationWords(playbook.schedule->every))
                           : tr("daily"));
        line.starts = starts.join(u", "_s);
        line.file = playbook.hash;
    };
    for (auto it = shelf.files().begin(); it != shelf.files().end(); ++it) {
        PlaybookLine &line = lines[it.key()];
        line.name = it.key();
        if (it->playbook)
            describe(line, *it->playbook);
        line.standing = it->problems.isEmpty() ? PlaybookStanding::unpublished : PlaybookStanding::broken;
        line.problem = problemText(it->problems);
    }
    for (const domain::PublishedPlaybook &published : m_engine.book().workspace().publishedPlaybooks()) {
        PlaybookLine &line = lines[published.published.playbook];
        line.name = shownPlainly(published.published.playbook, 60);
        line.by = shownPlainly(m_engine.book().workspace().nameOf(published.by), 80);
        if (shelf.isChangedHere(published.published) && line.standing != PlaybookStanding::broken)
            line.standing = PlaybookStanding::changed;
        else if (line.standing != PlaybookStanding::broken)
            line.standing = PlaybookStanding::published;
        if (const bot::Playbook *playbook = shelf.playbook(published.published.file); playbook && line.file.isNull())
            describe(line, *playbook);
    }
    return lines.values();
}

QCoro::Task<Result<FactId>> Playbooks::publish(QString nameOrPath)
{
    const QPointer<Playbooks> self(this);
    PlaybookShelf &shelf = m_engine.playbooks().shelf();
    shelf.readFolders();
    const bool isName = shelf.files().contains(nameOrPath);
    const PlaybookFile file =
        isName ? shelf.files().value(nameOrPath) : PlaybookShelf::readFile(nameOrPath, m_engine.catalogue());
    if (!file.problems.isEmpty() || !file.playbook)
        co_return fail(ErrorKind::invalid, problemText(file.problems));
    const domain::Policy *policy = m_engine.book().workspace().policy();
    if (!policy || !policy->isAdmin(m_engine.me()))
        co_return fail(ErrorKind::forbidden, tr("Only policy admins publish playbooks."));
    const Result<Sha256> kept = co_await m_engine.sender().attach(file.bytes);
    if (!self || !kept)
        co_return self ? tl::unexpected(kept.error()) : fail(ErrorKind::cancelled, {});
    domain::PlaybookPublished published{file.playbook->name, file.playbook->version, file.playbook->hash, {}};
    if (const auto before = shelf.published(published.playbook)) {
        if (before->published.file == published.file)
            co_return fail(ErrorKind::conflict, tr("These bytes are published already."));
        published.replaces = before->fact;
    }
    const domain::Fact fact = published;
    co_return co_await sayFact(m_engine, controlRoomOf(m_engine), fact);
}

QCoro::Task<Result<FactId>> Playbooks::takeBack(QString name)
{
    const auto before = m_engine.playbooks().shelf().published(name);
    if (!before)
        co_return fail(ErrorKind::notFound, tr("The playbook %1 is not published.").arg(name));
    const domain::Fact fact = domain::PlaybookPublished{name, before->published.version, {}, before->fact};
    co_return co_await sayFact(m_engine, controlRoomOf(m_engine), fact);
}

//! What stands and is what this machine knows by that name.
Result<domain::PublishedPlaybook> Playbooks::startable(const QString &name) const
{
    PlaybookShelf &shelf = m_engine.playbooks().shelf();
    shelf.readFolders();
    const auto published = shelf.published(name);
    if (!published && shelf.files().contains(name))
        return fail(ErrorKind::forbidden, tr("%1 is not published yet, so it does not start. A policy admin publishes "
                                             "it: wardroomctl playbook publish %1")
                                              .arg(name));
    if (!published)
        return fail(ErrorKind::notFound,
                    tr("There is no playbook %1. /playbook list shows which there are.").arg(shownPlainly(name, 60)));
    if (shelf.isChangedHere(published->published))
        return fail(ErrorKind::forbidden,
                    tr("%1 was changed on this machine since it was published, so it does not start. A policy admin "
                       "has to publish these bytes: wardroomctl playbook publish %1")
                        .arg(name));
    return *published;
}

QCoro::Task<Result<FactId>> Playbooks::start(RoomId room, QString name, QJsonObject inputs)
{
    if (isImportedId(room))
        co_return fail(ErrorKind::forbidden, whyImportedIsReadOnly());
    const Result<domain::PublishedPlaybook> published = startable(name);
    if (!published)
        co_return tl::unexpected(published.error());
    const bot::Playbook *playbook = m_engine.playbooks().shelf().playbook(published->published.file);
    if (!playbook)
        co_return fail(ErrorKind::transient, tr("The playbook's bytes are not here yet; try again in a moment."));
    const Result<QJsonObject> typed = bot::inputsSaid(*playbook, inputs, m_engine.vocabulary());
    if (!typed)
        co_return tl::unexpected(typed.error());
    domain::PlaybookStarted started;
    started.playbook = playbook->name;
    started.version = playbook->version;
    started.file = playbook->hash;
    started.publication = published->fact;
    started.inputs = *typed;
    started.requesters = {m_engine.me()};
    if (published->by != m_engine.me())
        started.requesters.append(published->by);
    const domain::Fact fact = started;
    co_return co_await sayFact(m_engine, room, fact);
}

QCoro::Task<Result<FactId>> Playbooks::stop(RoomId room, FactId run, QString reason)
{
    const domain::IncidentState &state = m_engine.book().state(room);
    const auto found = state.playbooks.constFind(run);
    if (found == state.playbooks.cend() || !found->isRunning())
        co_return fail(ErrorKind::conflict, tr("It does not run."));
    if (!playbookCard(m_engine, room, *found).canStop)
        co_return fail(ErrorKind::forbidden, tr("It is stopped by whoever started or published it, a policy admin, the "
                                                "incident's lead or a responder."));
    const domain::Fact fact = domain::PlaybookEnded{run, domain::PlaybookOutcome::stopped, reason};
    co_return co_await sayFact(m_engine, room, fact, run);
}

QCoro::Task<Result<FactId>> Playbooks::decide(RoomId room, FactId run, FactId question, QString choice, QString reason)
{
    const domain::PlaybookRun found = m_engine.book().state(room).playbooks.value(run);
    for (const domain::PlaybookStepStatus &step : found.steps) {
        if (step.question.isEmpty() || (!question.isEmpty() && step.question != question) ||
            step.told.state != domain::PlaybookStepState::asking)
            continue;
        if (!step.asked.options.contains(choice))
            co_return fail(ErrorKind::invalid,
                           tr("Choose one of: %1").arg(shownPlainly(step.asked.options.join(u", "_s), 300)));
        if (!mayChoose(m_engine, found, step))
            co_return fail(ErrorKind::forbidden, tr("This decision is not yours, or you have made it already."));
        const domain::Fact fact = domain::PlaybookDecided{run, step.question, choice, reason};
        co_return co_await sayFact(m_engine, room, fact, step.question);
    }
    co_return fail(ErrorKind::conflict, tr("It asks nothing at present."));
}

Result<FactId> Playbooks::runNamed(const RoomId &room, const QString &word) const
{
    QList<FactId> found;
    for (const domain::PlaybookRun &run : m_engine.book().state(room).playbooks) {
        if (run.id.text() == word)
            return run.id;
        const bool isMeant =
            word.isEmpty() || run.started.playbook == word || (word.size() >= 4 && run.id.text().startsWith(word));
        if (run.isRunning() && isMeant)
            found.append(run.id);
    }
    if (found.size() == 1)
        return found.first();
    return fail(ErrorKind::notFound,
                found.isEmpty()
                    ? tr("No such playbook runs in this room.")
                    : tr("Several run in this room: say which by its id, %1.").arg(found.first().text().first(8)));
}

Result<QJsonObject> Playbooks::inputsOf(const QString &words)
{
    QJsonObject inputs;
    for (const bot::LineWord &word : bot::lineWords(words)) {
        const qsizetype equals = word.text.indexOf(u'=');
        if (equals < 1)
            return fail(ErrorKind::invalid,
                        tr("“%1” is not understood: inputs are said as name=value.").arg(shownPlainly(word.text, 60)));
        inputs.insert(word.text.first(equals), word.text.sliced(equals + 1));
    }
    return inputs;
}

} // namespace wardroom::session
