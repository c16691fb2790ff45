// SPDX-FileCopyrightText: 2026 The Wardroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/talk.h"

#include "base/plaintext.h"
#include "bot/catalogue/usage.h"
#include "bot/language/roomfacts.h"
#include "session/actions.h"
#include "session/answers.h"
#include "session/automation.h"
#include "session/changes.h"
#include "session/commands.h"
#include "session/engine.h"
#include "session/lastcards.h"

#include <QFile>
#include <QFileInfo>

namespace wardroom::session {
using namespace Qt::StringLiterals;

namespace {

//! More than a window shows at once; the list asks for the next ones when it is scrolled to its end.
constexpr int kFoundAtOnce = 20;

} // namespace

Talk::Talk(Engine &engine)
    : m_engine(engine)
    , m_alerts(engine)
    , m_incidents(engine)
    , m_playbooks(engine)
    , m_room(engine, m_alerts, m_incidents)
    , m_explaining(engine)
    , m_coach(engine)
    , m_since(engine.clock().nowMs())
{
    connect(&m_coach, &Coach::advised, this, &Talk::advised);
    connect(&engine, &Engine::outboxChanged, this, &Talk::endDrafts);
    connect(&engine, &Engine::outboxChanged, this, &Talk::lookForLate);
    connect(&engine, &Engine::becameReady, this, [this] {
        m_mayBeLate = true;
        lookForLate();
    });
    lookForLate();
}
Talk::~Talk() = default;

domain::Understanding Talk::understand(const RoomId &room, const QString &text) const
{
    return bot::spokenBy(
        bot::understand(text, m_engine.catalogue(), m_engine.vocabulary(), lastCards(m_engine.book().state(room))),
        m_engine.me().text());
}

QCoro::Task<Result<SaidAnswer>> Talk::say(RoomId room, QString text, domain::EntryId answered, domain::EntryId thread)
{
    const QPointer<Talk> self(this);
    if (text.trimmed().isEmpty())
        co_return fail(ErrorKind::invalid, tr("There is nothing to send."));
    if (text.size() > m_engine.platform().capabilities().longestText)
        co_return fail(ErrorKind::tooLarge, tr("This is longer than a message can be; attach it as a file."));
    const Said said{room, thread, text};
    m_onTheirWay.append(said);
    const Result<chat::Sent> sent = co_await m_engine.sender().sayWords(room, text, answered, thread);
    if (!self)
        co_return fail(ErrorKind::cancelled, {});
    m_onTheirWay.removeOne(said);
    if (!sent)
        co_return tl::unexpected(sent.error());
    Result<SaidAnswer> answer = co_await actOn(room, text, sent->entry);
    if (self && !answer)
        Q_EMIT hinted(room, answer.error().message);
    if (!self && !answer)
        co_return SaidAnswer{sent->entry, {}, {}, {}};
    if (answer)
        answer->entry = sent->entry;
    co_return answer;
}

//! What the words ask for, if anything. Only a typed command requests a change; a sentence is shown the command first.
QCoro::Task<Result<SaidAnswer>> Talk::actOn(RoomId room, QString text, EntryId said)
{
    const domain::Understanding meant = understand(room, text);
    if (meant.intent == domain::IntentKind::chatter)
        co_return SaidAnswer();
    if (meant.intent == domain::IntentKind::help) {
        Q_EMIT advised(Answers(m_engine, &m_coach).helpWith(room, meant, text));
        co_return SaidAnswer();
    }
    if (meant.intent != domain::IntentKind::command) {
        askBack(room, {}, meant.question, meant.options);
        if (text.startsWith(u'/') && meant.intent == domain::IntentKind::clarify)
            co_return fail(ErrorKind::invalid, meant.question);
        co_return SaidAnswer();
    }
    const bot::Command *command = m_engine.catalogue().command(meant.command);
    if (!command)
        co_return SaidAnswer();
    if (command->run.kind == bot::StepKind::room)
        co_return co_await actInRoom(room, command->run.action, meant, text);
    const bool typed = text.trimmed().startsWith(u'/');
    if (!typed && command->risk != domain::Risk::read) {
        const QString line = bot::spokenForm(*command, meant.args);
        askBack(room, tr("Not asked for yet"), tr("To ask for it, send: %1").arg(line), {line});
        co_return SaidAnswer();
    }
    Wish wish{room, meant.command, meant.args, text, meant.args.value(u"reason"_s).toString(), {}};
    wish.id = askedBy(said);
    wish.args.remove(u"reason"_s);
    const QPointer<Talk> self(this);
    const Result<OpId> op = co_await m_engine.commands().request(wish);
    if (self && op && !op->isEmpty())
        m_coach.expect(room, *op, text);
    if (!op)
        co_return tl::unexpected(op.error());
    co_return SaidAnswer{{}, *op, {}, {}};
}

//! One question, and a button for each line that may be meant; without such lines a sentence is enough.
void Talk::askBack(const RoomId &room, const QString &title, const QString &question, const QStringList &lines)
{
    if (lines.isEmpty())
        return Q_EMIT hinted(room, question);
    Advice advice{room, title, question, {}, true, true};
    for (const QString &line : lines)
        advice.next.append({line, Guide(m_engine).summaryOf(line)});
    Q_EMIT advised(advice);
}

QCoro::Task<Result<SaidAnswer>> Talk::actInRoom(RoomId room, QString action, domain::Understanding meant, QString text)
{
    if (action == u"bot.explain")
        co_return co_await explainHere(room, meant.args.value(u"line"_s).toString());
    if (std::optional<Advice> answer = Answers(m_engine, &m_coach).to(action, room, meant.args)) {
        if (answer->next.isEmpty())
            answer->next = Guide(m_engine).after(meant.command, meant.args);
        Q_EMIT advised(*answer);
        co_return SaidAnswer();
    }
    const QPointer<Talk> self(this);
    if (action.startsWith("playbook."_L1)) {
        const Result<PlaybookTold> told = co_await m_playbooks.act(room, action, meant.args);
        if (!told)
            co_return tl::unexpected(told.error());
        if (self && !told->words.isEmpty())
            Q_EMIT advised(playbookAnswer(room, meant, told->words));
        else if (self)
            m_coach.noteDone(room, meant.command, meant.args, text);
        co_return SaidAnswer{{}, {}, told->fact, {}};
    }
    const Result<FactId> done = co_await m_room.run(room, action, meant.args);
    if (!done)
        co_return tl::unexpected(done.error());
    if (self)
        m_coach.noteDone(room, meant.command, meant.args, text);
    if (action == u"incident.open")
        co_return SaidAnswer{{}, {}, {}, RoomId(done->text())};
    co_return SaidAnswer{{}, {}, *done, {}};
}

//! A dozen lines stay until they were read; what was only rehearsed can be started next.
Advice Talk::playbookAnswer(const RoomId &room, const domain::Understanding &meant, const QString &told) const
{
    const bool lists = meant.command == "playbook.list"_L1;
    Advice advice{room, lists ? tr("Playbooks") : tr("Rehearsal"), told, {}};
    QStringList lines;
    if (!lists)
        lines << u"/playbook start "_s + meant.args.value(u"name"_s).toString() + u' ' +
                     meant.args.value(u"inputs"_s).toString();
    for (const PlaybookLine &each : lists ? m_playbooks.list() : QList<PlaybookLine>())
        if (each.standing == PlaybookStanding::published && lines.size() < 3)
            lines << u"/playbook start "_s + each.name + u' ';
    for (const QString &line : std::as_const(lines))
        advice.next.append({line, Guide(m_engine).summaryOf(line)});
    return advice;
}

QCoro::Task<Result<SaidAnswer>> Talk::explainHere(RoomId room, QString line)
{
    const QPointer<Talk> self(this);
    const Result<Advice> explained = co_await m_explaining.explain(room, line);
    if (!explained)
        co_return tl::unexpected(explained.error());
    if (self)
        Q_EMIT advised(*explained);
    co_return SaidAnswer();
}

QCoro::Task<Result<QString>> Talk::rawOutput(Sha256 log)
{
    constexpr qsizetype most = 512 * 1024;
    const Result<QByteArray> bytes = co_await m_engine.custody().bytes(log);
    if (!bytes)
        co_return tl::unexpected(bytes.error());
    co_return shownPlainly(QString::fromUtf8(bytes->left(most)), most);
}

bool Talk::onlyReads(const QString &line) const
{
    const domain::Understanding meant = bot::understand(line, m_engine.catalogue(), m_engine.vocabulary(), {});
    const bot::Command *command = m_engine.catalogue().command(meant.command);
    return meant.intent == domain::IntentKind::command && command && command->risk == domain::Risk::read;
}

void Talk::help(const RoomId &room)
{
    Q_EMIT advised(Answers(m_engine, &m_coach).helpWith(room, {}));
}

QString Talk::consequence(const domain::Understanding &meant) const
{
    const bot::Command *command = m_engine.catalogue().command(meant.command);
    const bot::Plugin *plugin = m_engine.catalogue().pluginOf(meant.command);
    const domain::Policy *policy = m_engine.book().workspace().policy();
    if (!command || !plugin || !policy)
        return {};
    const QString line = bot::spokenForm(*command, meant.args);
    domain::CommandRequested request;
    request.command = command->id;
    request.args = meant.args;
    request.risk = command->risk;
    request.plugin = plugin->name;
    request.pluginHash = plugin->hash;
    const domain::Requirement needed =
        domain::requirementFor(request, m_engine.book().workspace(), *policy, m_engine.clock().nowMs());
    if (!needed.whyNot.isEmpty())
        return tr("%1 · %2").arg(line, needed.whyNot);
    if (command->risk == domain::Risk::room)
        return tr("%1 · goes on the record").arg(line);
    if (needed.byGrant && Automation(m_engine).standing(command->id).runsByItself)
        return tr("%1 · changes something · runs by itself (level 3)").arg(line);
    if (needed.runsByItself && !needed.byGrant)
        return tr("%1 · read-only · runs by itself").arg(line);
    return tr("%1 · needs %n approval(s) of %2", nullptr, static_cast<int>(needed.approvals)).arg(line, needed.group);
}

QString Talk::spelled(const domain::Understanding &meant) const
{
    const bot::Command *command = m_engine.catalogue().command(meant.command);
    if (meant.intent == domain::IntentKind::clarify && !meant.options.isEmpty())
        return meant.options.first();
    const bool whole = meant.intent == domain::IntentKind::command ||
                       (meant.intent == domain::IntentKind::clarify && !meant.args.isEmpty());
    return command != nullptr && whole ? bot::spokenForm(*command, meant.args) : QString();
}

QCoro::Task<Result<SaidAnswer>> Talk::attach(RoomId room, QString path)
{
    if (isImportedId(room)) // before the file is read and sent
        co_return fail(ErrorKind::forbidden, whyImportedIsReadOnly());
    const QPointer<Talk> self(this);
    QFile file(path);
    if (!file.open(QFile::ReadOnly))
        co_return fail(ErrorKind::notFound, tr("%1 cannot be read: %2").arg(path, file.errorString()));
    if (file.size() > m_engine.platform().capabilities().largestAttachment)
        co_return fail(ErrorKind::tooLarge, tr("%1 is larger than an attachment can be.").arg(path));
    const QByteArray bytes = file.readAll();
    const Result<Sha256> hash = co_await m_engine.sender().attach(bytes);
    if (!self)
        co_return fail(ErrorKind::cancelled, {});
    if (!hash)
        co_return tl::unexpected(hash.error());
    const domain::Fact evidence = domain::EvidenceAdded{QFileInfo(path).fileName(), bytes.size(), *hash, {}};
    const Result<FactId> said = co_await sayFact(m_engine, room, evidence);
    if (!said || !self)
        co_return self ? tl::unexpected(said.error()) : fail(ErrorKind::cancelled, {});
    const Result<chat::Sent> sent = co_await m_engine.sender().delivered(*said);
    co_return sent ? Result<SaidAnswer>(SaidAnswer{sent->entry, {}, {}, {}}) : tl::unexpected(sent.error());
}

QList<bot::Completion> Talk::completions(const RoomId &, const QString &text, int cursor) const
{
    return bot::completionsFor(text, cursor, m_engine.catalogue(), m_engine.vocabulary(), m_engine.language());
}

QList<bot::Completion> Talk::catalogue() const
{
    QList<bot::Completion> all;
    for (const bot::Plugin &plugin : m_engine.catalogue().plugins())
        for (const bot::Command &command : plugin.commands) {
            const QString usage = bot::usageOf(command, m_engine.language());
            all.append({usage.section(u' ', 0, 1) + u' ', usage, command.summary.in(m_engine.language())});
        }
    return all;
}

QCoro::Task<Result<SearchPage>> Talk::search(QString words, RoomId room, store::SearchPlace after)
{
    const QPointer<Talk> self(this);
    const Result<QList<store::SearchHit>> hits = co_await m_engine.store().search(words, room, kFoundAtOnce, after);
    if (!self)
        co_return fail(ErrorKind::cancelled, {});
    if (!hits)
        co_return tl::unexpected(hits.error());
    SearchPage page{{}, std::move(after), hits->size() == kFoundAtOnce};
    for (const store::SearchHit &hit : *hits) {
        page.lines.append({hit.room, shownPlainly(m_engine.book().titleOf(hit.room), 200), hit.position.entry,
                           hit.position.serverTime, m_engine.book().workspaceOf(hit.room).nameOf(hit.sender),
                           shownPlainly(hit.text, 300)});
        page.after.insert(hit.room, hit.seq);
    }
    co_return page;
}

const chat::Capabilities &Talk::capabilities() const
{
    return m_engine.platform().capabilities();
}

QCoro::Task<Result<QString>> Talk::ownWords(RoomId room, EntryId entry)
{
    return session::ownWords(m_engine, room, entry);
}

QCoro::Task<Result<void>> Talk::correct(RoomId room, EntryId entry, QString text)
{
    return changeWords(m_engine, room, entry, text);
}

QCoro::Task<Result<void>> Talk::takeBack(RoomId room, EntryId entry)
{
    return changeWords(m_engine, room, entry, {});
}

QCoro::Task<Result<void>> Talk::react(RoomId room, EntryId entry, QString key)
{
    return reactTo(m_engine, room, entry, key);
}

void Talk::discard(qint64 outboxId)
{
    m_engine.sender().discard(outboxId);
}

bool Talk::isKept(const RoomId &room, const EntryId &thread, const QString &text) const
{
    const QList<store::OutboxItem> &pending = m_engine.sender().pending();
    return std::any_of(pending.begin(), pending.end(), [&](const store::OutboxItem &item) {
        return item.room == room && item.thread == thread && item.envelope.isEmpty() && item.text == text;
    });
}

//! The room may take it in an hour only: until then, who comes back to it must not find it to be sent once more.
void Talk::endDrafts(const RoomId &room)
{
    m_onTheirWay.removeIf([&](const Said &said) {
        if (said.room != room || !isKept(room, said.thread, said.text))
            return false;
        if (const RoomId name = draftName(room, said.thread); draft(name) == said.text)
            setDraft(name, {});
        return true;
    });
}

RoomId Talk::draftName(const RoomId &room, const EntryId &thread)
{
    return thread.isEmpty() ? room : RoomId(room.text() + u' ' + thread.text());
}

QString Talk::draft(const RoomId &room) const
{
    return m_drafts.value(room);
}

void Talk::setDraft(const RoomId &room, const QString &text)
{
    if (m_drafts.value(room) == text)
        return;
    m_drafts.insert(room, text);
    QCoro::connect(m_engine.store().setValue(u"draft/"_s + room.text(), text.isEmpty() ? QByteArray() : text.toUtf8()),
                   this, [](const Result<void> &) {});
}

QCoro::Task<void> Talk::loadDrafts()
{
    const QPointer<Talk> self(this);
    const Result<QMap<QString, QByteArray>> drafts = co_await m_engine.store().values(u"draft/"_s);
    if (!self || !drafts)
        co_return;
    for (auto it = drafts->begin(); it != drafts->end(); ++it)
        m_drafts.insert(RoomId(it.key().sliced(6)), QString::fromUtf8(it.value()));
}

} // namespace wardroom::session
