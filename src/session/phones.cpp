// SPDX-FileCopyrightText: 2026 The Wardroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/phones.h"

#include "base/plaintext.h"
#include "bot/catalogue/usage.h"
#include "bot/language/roomfacts.h"
#include "bot/language/understand.h"
#include "domain/permission.h"
#include "report/wording.h"
#include "session/commands.h"
#include "session/engine.h"
#include "session/lastcards.h"

namespace wardroom::session {
using namespace Qt::StringLiterals;

namespace {

constexpr int kLookBack = 50;                   //!< entries of each room, after a restart
constexpr qsizetype kMostOfACommand = 4000;     //!< characters of it on a card
constexpr qint64 kLongestSilence = 15 * 60'000; //!< ms: an older question is answered no more
const QString kCard = u"approval/"_s;

//! The one live request, asked for before \a saidMs, whose hash begins with \a code; nullptr: none, or another one here
//! ever had that code. Who asks can search for a second request with the digits of a first, which an answer was meant
//! for.
const domain::OperationState *operationWith(const domain::IncidentState &state, const QString &code, qint64 saidMs)
{
    const domain::OperationState *found = nullptr;
    for (const domain::OperationState &operation : state.operations) {
        if (operation.request.needs == 0 || !operation.hash.hex().toUpper().startsWith(code))
            continue;
        if (found)
            return nullptr;
        found = &operation;
    }
    return found && found->isLive() && found->said.at <= saidMs ? found : nullptr;
}

//! A phone has no buttons: what may be meant stands below, to be copied.
QString questionWithLines(const domain::Understanding &meant)
{
    QStringList lines{meant.question};
    for (const QString &line : meant.options)
        if (!meant.question.contains(line.trimmed()))
            lines << shownPlainly(line.trimmed(), 300);
    return lines.join(u'\n');
}

} // namespace

Phones::Phones(Engine &engine) : m_engine(engine), m_approvals(engine), m_questions(engine)
{
    connect(&engine, &Engine::entriesStored, this, &Phones::take);
    connect(&engine, &Engine::roomFolded, this, &Phones::showCards);
}

bool Phones::isRunner() const
{
    const domain::Policy *policy = m_engine.book().workspace().policy();
    return m_engine.isReady() && policy && policy->runner == m_engine.entry().node;
}

QCoro::Task<void> Phones::start()
{
    const QPointer<Phones> self(this);
    if (!isRunner())
        co_return;
    const QList<chat::Room> rooms = m_engine.book().rooms();
    for (const chat::Room &room : rooms) {
        const Result<QList<store::StoredEntry>> page = co_await m_engine.store().pageBefore(room.id, 0, kLookBack);
        if (!self)
            co_return;
        if (page)
            take(*page);
        showCards(room.id);
    }
}

void Phones::take(const QList<store::StoredEntry> &entries)
{
    if (!isRunner())
        return;
    for (const store::StoredEntry &stored : entries) {
        const domain::Entry &entry = stored.entry;
        if (entry.deleted || entry.edited)
            takeBack(entry);
        else if (!entry.fromPhone || m_engine.clock().nowMs() - entry.position.serverTime > kLongestSilence)
            continue;
        else if (entry.reaction)
            QCoro::connect(react(entry), this, [] {});
        else
            QCoro::connect(read(entry), this, [] {});
    }
}

//! What was taken out of the chat before the run does not count any more.
void Phones::takeBack(const domain::Entry &entry)
{
    const domain::FactId given = phoneFactId(entry, u"decision"_s);
    for (const domain::OperationState &operation : m_engine.book().state(entry.room).operations) {
        for (const domain::Decision &decision : operation.decisions) {
            if (decision.said.fact != given || !decision.approves || decision.withdrawn || operation.finish)
                continue;
            domain::ApprovalWithdrawn fact;
            fact.approval = given;
            fact.reason = tr("taken out of the chat");
            fact.platform = domain::PlatformWord{decision.said.by, entry.position.entry};
            domain::Intent intent{entry.room,   fact,         {},
                                  operation.op, operation.op, phoneFactId(entry, u"withdrawal"_s)};
            QCoro::connect(m_engine.sender().say(intent), this, [](const Result<domain::FactId> &) {});
        }
    }
}

QCoro::Task<void> Phones::react(domain::Entry entry)
{
    const QPointer<Phones> self(this);
    const std::optional<PhoneDecision> decision = phoneDecisionOf(entry.text);
    if (!decision)
        co_return;
    const Result<std::optional<store::StoredEntry>> card = co_await m_engine.store().entry(entry.room, entry.replyTo);
    // Only to the card that this node rendered from the request itself: any other text may say less than will run.
    if (!self || !card || !*card || (*card)->entry.sender != m_engine.me() || !(*card)->entry.display.startsWith(kCard))
        co_return;
    const OpId op((*card)->entry.display.sliced(kCard.size()));
    const domain::OperationState *operation = m_engine.book().state(entry.room).operation(op);
    const domain::Policy *policy = m_engine.book().workspace().policy();
    if (!operation || !policy)
        co_return;
    PhoneDecision decided = *decision;
    if (!decided.approves)
        co_return answer(entry, tr("To decline, say why: decline %1 because …").arg(operation->shortCode()));
    if (!policy->reactionsFor.contains(domain::wordOf(operation->request.risk)))
        co_return answer(entry, tr("A reaction is not enough for this. Write: approve %1").arg(operation->shortCode()));
    decided.code = operation->shortCode();
    co_await decide(entry, decided, op);
}

QCoro::Task<void> Phones::read(domain::Entry entry)
{
    const QPointer<Phones> self(this);
    if (const std::optional<PhoneChoice> choice = phoneChoiceIn(entry.text)) {
        const QString reply = co_await m_questions.choose(entry, *choice);
        if (self)
            answer(entry, reply);
        co_return;
    }
    const std::optional<PhoneDecision> decision = phoneDecisionIn(entry.text);
    if (!decision)
        co_return co_await act(entry);
    const domain::OperationState *operation =
        operationWith(m_engine.book().state(entry.room), decision->code, entry.position.serverTime);
    if (!operation)
        co_return answer(entry, tr("Nothing that waits in this room has the code %1.").arg(decision->code));
    co_await decide(entry, *decision, operation->op);
}

QCoro::Task<void> Phones::decide(domain::Entry entry, PhoneDecision decision, OpId op)
{
    const QPointer<Phones> self(this);
    const domain::FactId id = phoneFactId(entry, u"decision"_s);
    if (m_engine.book().admission(entry.room).facts.contains(id))
        co_return;
    const domain::OperationState *known = m_engine.book().state(entry.room).operation(op);
    const domain::Policy *policy = m_engine.book().workspace().policy();
    if (!known || !policy)
        co_return;
    if (domain::isProposal(known->request))
        co_return answer(entry, tr("This needs a signature: accept it in Wardroom."));
    const RoomId group = policy->roomOf(known->request.group);
    if (const QString problem = m_engine.book().groupProblem(group); !problem.isEmpty())
        co_return answer(entry, problem);
    const Result<QList<PersonId>> members = co_await m_engine.platform().members(group);
    if (!self)
        co_return;
    // The wait may have moved what was pointed at.
    const domain::OperationState *operation = m_engine.book().state(entry.room).operation(op);
    policy = m_engine.book().workspace().policy();
    if (!members || !operation || !policy)
        co_return answer(entry, tr("It could not be checked who may decide on this. Try again in a moment."));
    const qint64 now = m_engine.clock().nowMs();
    if (const Result<void> may = domain::mayDecide(*operation, entry.sender, *policy, *members, now); !may)
        co_return answer(entry, may.error().message);
    if (operation->request.risk == domain::Risk::disrupt && decision.approves)
        co_return answer(entry, tr("This needs a signature: accept it in Wardroom."));
    if (!decision.approves && decision.reason.isEmpty())
        co_return answer(entry, tr("Say why you decline: decline %1 because …").arg(operation->shortCode()));
    const QString from = entry.reaction ? u"reaction"_s : u"reply"_s;
    const domain::Fact fact =
        decision.approves
            ? domain::Fact(domain::ApprovalGiven{operation->hash, {}, from, phoneWordOf(entry)})
            : domain::Fact(domain::ApprovalDeclined{operation->hash, decision.reason, from, phoneWordOf(entry)});
    say(entry, op, fact);
}

QCoro::Task<void> Phones::act(domain::Entry entry)
{
    const QPointer<Phones> self(this);
    const QString words = withoutQuote(entry.text);
    const domain::Understanding meant =
        bot::spokenBy(bot::understand(words, m_engine.catalogue(), m_engine.vocabulary(),
                                      lastCards(m_engine.book().state(entry.room))),
                      entry.sender.text());
    const bot::Command *command = m_engine.catalogue().command(meant.command);
    if (meant.intent == domain::IntentKind::chatter)
        co_return;
    if (meant.intent != domain::IntentKind::command || !command)
        co_return answer(entry, questionWithLines(meant));
    if (command->run.kind == bot::StepKind::room && command->run.action.startsWith(u"alert."_s))
        co_return co_await onAlert(entry, command->run.action, meant.args);
    if (command->run.kind == bot::StepKind::room)
        co_return answer(entry, tr("From a phone this cannot be done yet; somebody at a desktop can: %1")
                                    .arg(bot::spokenForm(*command, meant.args)));
    if (!words.startsWith(u'/') && command->risk != domain::Risk::read)
        co_return answer(entry, tr("To ask for it, send: %1").arg(bot::spokenForm(*command, meant.args)));
    Wish wish{entry.room, meant.command, meant.args, words, meant.args.value(u"reason"_s).toString(), {}};
    wish.args.remove(u"reason"_s);
    wish.platform = phoneWordOf(entry);
    wish.id = phoneFactId(entry, u"request"_s);
    if (m_engine.book().admission(entry.room).facts.contains(wish.id))
        co_return;
    const Result<OpId> asked = co_await m_engine.commands().request(wish);
    if (self && !asked)
        answer(entry, asked.error().message);
}

//! "That was me", from the phone beside the bed: the newest open alert of the room, on the record.
QCoro::Task<void> Phones::onAlert(domain::Entry entry, QString action, QJsonObject args)
{
    const domain::IncidentState &state = m_engine.book().state(entry.room);
    const domain::AlertState *newest = nullptr;
    FactId alert;
    for (auto it = state.alerts.cbegin(); it != state.alerts.cend(); ++it) {
        if (it->isOpen() && (!newest || it->said.at >= newest->said.at)) {
            newest = &*it;
            alert = it.key();
        }
    }
    if (!newest)
        co_return answer(entry, tr("There is no open alert in this room."));
    if (action == u"alert.ack")
        co_return say(entry, {}, domain::AlertAcknowledged{alert, {}, phoneWordOf(entry)});
    if (action == u"alert.claim")
        co_return say(
            entry, {},
            domain::AlertClaimed{alert, args.value(u"words"_s).toString(withoutQuote(entry.text)), phoneWordOf(entry)});
    const auto as = domain::fromWord<domain::Resolution>(args.value(u"as"_s).toString().toLower());
    if (!as)
        co_return answer(entry, tr("Say how it turned out: true, false or benign."));
    say(entry, {}, domain::AlertResolved{alert, *as, args.value(u"note"_s).toString(), phoneWordOf(entry)});
}

void Phones::say(const domain::Entry &entry, const OpId &op, const domain::Fact &fact)
{
    domain::Intent intent{entry.room, fact, {}, op, op, phoneFactId(entry, u"decision"_s)};
    QCoro::connect(m_engine.sender().say(intent), this, [this, entry](const Result<domain::FactId> &said) {
        if (!said)
            answer(entry, said.error().message);
    });
}

void Phones::answer(const domain::Entry &entry, const QString &text)
{
    if (text.isEmpty())
        return;
    const QString card = u"phone/"_s + entry.position.entry.text();
    const QString line = m_engine.book().workspace().nameOf(entry.sender) + u": "_s + text;
    QCoro::connect(m_engine.sender().display(entry.room, card, line), this, [](const Result<void> &) {});
}

void Phones::showCards(const RoomId &room)
{
    if (!isRunner() || m_engine.book().isControl(room))
        return;
    m_questions.showCards(room);
    for (const domain::OperationState &operation : m_engine.book().state(room).operations) {
        const bool waits = operation.isLive() && m_engine.clock().nowMs() <= operation.request.expires;
        if (operation.request.needs == 0 || (!waits && !m_cards.contains(operation.op)))
            continue;
        const QString card = cardFor(room, operation);
        if (m_cards.value(operation.op) == card)
            continue;
        m_cards.insert(operation.op, card);
        QCoro::connect(m_engine.sender().display(room, kCard + operation.op.text(), card), this,
                       [this, op = operation.op](const Result<void> &shown) {
                           if (!shown)
                               m_cards.remove(op);
                       });
        if (!waits)
            m_cards.remove(operation.op);
    }
}

//! Rendered from the request itself: what an approver reads on a phone is what will run.
QString Phones::cardFor(const RoomId &room, const domain::OperationState &operation) const
{
    const ApprovalView view = m_approvals.view(room, operation.op);
    if (!operation.isLive())
        return tr("%1: settled.").arg(view.title);
    const QString code = operation.shortCode();
    QStringList lines{
        tr("%1 waits for %2: %3 of %4 approvals").arg(view.title, view.group).arg(view.given).arg(view.needed),
        tr("Asked for by %1").arg(view.requester) + (view.reason.isEmpty() ? QString() : u": "_s + view.reason),
        tr("Runs: %1").arg(shownPlainly(view.argv, kMostOfACommand)), view.where};
    if (view.argv.size() > kMostOfACommand)
        lines.append(tr("That is not all of it: the whole command stands in Wardroom."));
    if (!view.effect.isEmpty())
        lines.append(tr("Effect: %1").arg(view.effect));
    if (!view.danger.isEmpty())
        lines.append(tr("Careful: %1").arg(view.danger));
    lines.append(view.undo.isEmpty() ? tr("It cannot be undone.") : tr("Undo: %1").arg(view.undo));
    lines.append(tr("Until %1").arg(report::timeWords(view.expires)));
    lines.append(view.risk == domain::Risk::disrupt
                     ? tr("This needs a signature: accept it in Wardroom. Code %1").arg(code)
                     : tr("Reply: approve %1   or: decline %1 because …").arg(code));
    return lines.join(u'\n');
}

} // namespace wardroom::session
