// SPDX-FileCopyrightText: 2026 The Wardroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/actions.h"
#include "session/conversation.h"
#include "session/talk.h"
#include "support/testmain.h"
#include "workspacetest.h"

#include <QSignalSpy>

using namespace wardroom;
using namespace wardroom::test;
using namespace Qt::StringLiterals;
using chat::LinkState;
using chat::LocalFaults;

//! What somebody typed while the workspace takes nothing: kept, shown as queued, told, and sent once it does again.
class TstOutbox final : public WorkspaceTest
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        QCOMPARE(found(), QString());
        QTRY_COMPARE(platform().linkState(), LinkState::live);
        QTRY_VERIFY(m_ada->engine().sender().pending().isEmpty());
    }
    void cleanup() { clear(); }

    void aFullDiskKeepsWhatWasTypedAndSendsItWhenThereIsSpace()
    {
        QSignalSpy troubled(&m_ada->engine(), &session::Engine::troubled);
        session::Conversation conversation(m_ada->engine(), m_room);
        platform().setFaults({.fullDisk = true});
        const QString typed = longText();
        const auto answer = said(typed);
        QTRY_VERIFY(!troubled.isEmpty());
        QVERIFY(troubled.first().first().toString().contains(u"full"_s));
        QCOMPARE(shownAs(conversation, typed), store::SendState::queued);
        QTest::qWait(4000); // tried again, and told once
        QCOMPARE(troubled.size(), 1);
        QVERIFY(!answer->has_value());
        QTRY_COMPARE(shownAs(conversation, typed), store::SendState::queued);
        platform().setFaults({});
        QTRY_VERIFY_WITH_TIMEOUT(answer->has_value(), 10'000);
        QVERIFY((*answer)->has_value());
        QVERIFY(troubled.last().first().toString().isEmpty());
        QTRY_VERIFY(m_ada->engine().sender().pending().isEmpty());
        QCOMPARE(timesInRoom(typed), 1);
    }

    void whatIsRefusedForAWhileIsQueuedAndNotFailed_data()
    {
        QTest::addColumn<ErrorKind>("refusal");
        QTest::newRow("signed out") << ErrorKind::auth;
        QTest::newRow("something answers in the server's place") << ErrorKind::protocol;
    }
    void whatIsRefusedForAWhileIsQueuedAndNotFailed()
    {
        QFETCH(ErrorKind, refusal);
        session::Conversation conversation(m_ada->engine(), m_room);
        platform().setFaults({.refusal = refusal});
        const auto answer = said(u"can anybody hear me?"_s);
        const domain::Fact note = domain::NoteAdded{u"a fact, which has its place in a chain"_s};
        QVERIFY(wait(session::sayFact(m_ada->engine(), m_room, note)).has_value());
        QTest::qWait(1500);
        QCOMPARE(shownAs(conversation, u"can anybody hear me?"_s), store::SendState::queued);
        for (const store::OutboxItem &item : m_ada->engine().sender().pending())
            QVERIFY2(item.state != store::SendState::failed, qPrintable(item.problem));
        QVERIFY(!answer->has_value());
        platform().setFaults({});
        QTRY_VERIFY_WITH_TIMEOUT(m_ada->engine().sender().pending().isEmpty(), 10'000);
        QVERIFY(answer->has_value() && (*answer)->has_value());
        QCOMPARE(timesInRoom(u"can anybody hear me?"_s), 1);
    }

    //! Whoever posts an alert is told that it is safe, and need not hold it until the server is back.
    void whatAToolSaidIsKeptWhileNothingIsReachableAndGoesOutWithItsCard()
    {
        platform().setFaults({.offline = true});
        const QByteArray raw = R"({"title":"The disk is full"})";
        const Result<Sha256> kept = wait(m_ada->engine().custody().keep(raw));
        QVERIFY2(kept.has_value(), qPrintable(kept ? QString() : kept.error().message));
        QVERIFY(wait(session::sayFact(m_ada->engine(), m_room, alertOf(*kept))).has_value());
        QTest::qWait(300);
        platform().setFaults({});
        QTRY_VERIFY_WITH_TIMEOUT(m_ada->engine().sender().pending().isEmpty(), 10'000);
        QCOMPARE(wait(platform().download(*kept)).value(), raw);
    }

    void aFactTakesItsAttachmentAlongAlsoAfterARestart()
    {
        platform().setFaults({.offline = true});
        const QByteArray log = "what a command wrote";
        const Result<Sha256> kept = wait(m_ada->engine().sender().attach(log));
        QVERIFY2(kept.has_value(), qPrintable(kept ? QString() : kept.error().message));
        QVERIFY(wait(session::sayFact(m_ada->engine(), m_room, alertOf(*kept))).has_value());
        QCOMPARE(m_ada->engine().sender().pending().size(), 1);
        QCOMPARE(m_ada->reopen(), QString());
        QTRY_VERIFY_WITH_TIMEOUT(m_ada->engine().sender().pending().isEmpty(), 10'000);
        QCOMPARE(wait(platform().download(*kept)).value(), log);
    }

    void aFactThatNamesWhatOnlyOthersHaveIsSentAllTheSame()
    {
        const Sha256 elsewhere = Sha256::of("seen by somebody else's Wardroom");
        QVERIFY(wait(session::sayFact(m_ada->engine(), m_room, alertOf(elsewhere))).has_value());
        QTRY_VERIFY_WITH_TIMEOUT(m_ada->engine().sender().pending().isEmpty(), 10'000);
    }

    //! A note is a fact. While the workspace is there it needs no row of its own; while it is away people see that it
    //! waits.
    void aSignedFactShowsThatItWaits()
    {
        session::Conversation conversation(m_ada->engine(), m_room);
        platform().setFaults({.offline = true});
        QTRY_VERIFY(platform().linkState() != LinkState::live);
        const domain::Fact note = domain::NoteAdded{u"written on the train"_s};
        QVERIFY(wait(session::sayFact(m_ada->engine(), m_room, note)).has_value());
        QVERIFY(wait(session::sayFact(m_ada->engine(), m_room, alertOf(Sha256::of("raw")))).has_value());
        QTRY_VERIFY(factRow(conversation, u"written on the train"_s).has_value());
        QCOMPARE(factRow(conversation, u"written on the train"_s)->send, store::SendState::queued);
        QVERIFY2(!factRow(conversation, u"disk-full"_s),
                 "an alert is nobody's word: storms of them would hide what is");
        platform().setFaults({});
        QTRY_VERIFY_WITH_TIMEOUT(m_ada->engine().sender().pending().isEmpty(), 10'000);
        QTRY_VERIFY(factRow(conversation, u"written on the train"_s).has_value());
        QTRY_COMPARE(factRow(conversation, u"written on the train"_s)->send, store::SendState::sent);
    }

    //! Who comes back to the room finds the row that waits, and nothing to be sent once more.
    void aDraftEndsWhereItsMessageWaits()
    {
        session::Talk talk(m_ada->engine());
        const auto first = said(u"before the tunnel"_s);
        QTRY_VERIFY(first->has_value() && (*first)->has_value());
        const domain::EntryId thread = (**first)->entry;
        platform().setFaults({.offline = true});
        QTRY_VERIFY(platform().linkState() != LinkState::live);
        const domain::RoomId other = session::Talk::draftName(m_room, thread);
        talk.setDraft(m_room, u"typed on the train"_s);
        talk.setDraft(other, u"answered on the train"_s);
        QCoro::connect(talk.say(m_room, u"typed on the train"_s), &talk, [](const auto &) {});
        QTRY_COMPARE(talk.draft(m_room), QString());
        QCOMPARE(talk.draft(other), u"answered on the train"_s);
        talk.setDraft(m_room, u"typed since"_s);
        QCoro::connect(talk.say(m_room, u"answered on the train"_s, {}, thread), &talk, [](const auto &) {});
        QTRY_COMPARE(talk.draft(other), QString());
        QCOMPARE(talk.draft(m_room), u"typed since"_s);
        QVERIFY(talk.isKept(m_room, {}, u"typed on the train"_s) && !talk.isKept(m_room, {}, u"typed since"_s));
        platform().setFaults({});
        QTRY_VERIFY_WITH_TIMEOUT(m_ada->engine().sender().pending().isEmpty(), 10'000);
        QCOMPARE(talk.draft(m_room), u"typed since"_s);
    }

    //! Somebody who reads, or has the keyboard on a row, stays there: nothing is begun anew for a row that waits.
    void whatOthersSayComesAboveWhatWasRefusedAndNothingElseMoves()
    {
        session::Conversation conversation(m_ada->engine(), m_room);
        QTRY_VERIFY(!conversation.hasOlder());
        QSignalSpy reset(&conversation, &session::Conversation::reset);
        QSignalSpy removed(&conversation, &session::Conversation::rowsRemoved);
        platform().setFaults({.refusal = ErrorKind::forbidden});
        const auto answer = said(u"refused"_s);
        QTRY_COMPARE(shownAs(conversation, u"refused"_s), store::SendState::failed);
        platform().setFaults({});
        QCOMPARE(removed.size(), 0);
        domain::Entry other;
        other.room = m_room;
        other.position = {m_clock.nowMs(), domain::EntryId(u"other"_s)};
        other.sender = domain::PersonId(u"somebody"_s);
        other.text = u"said by somebody else"_s;
        const auto stored = wait(m_ada->engine().store().ingest({other}, {}));
        QVERIFY(stored.has_value());
        Q_EMIT m_ada->engine().entriesStored(*stored);
        QTRY_COMPARE(shownAs(conversation, other.text), store::SendState::sent);
        QCOMPARE(shownAs(conversation, u"refused"_s), store::SendState::failed);
        QCOMPARE(conversation.rows().last().send, store::SendState::failed);
        QCOMPARE(reset.size(), 0);
        QCOMPARE(removed.size(), 0);
    }

    //! Refused for good, and the program started again: it stands in its room, and is tried again but never thrown
    //! away, because what was signed after it follows on it.
    void aSignedFactThatFailedStandsInItsRoomAlsoAfterARestart()
    {
        platform().setFaults({.refusal = ErrorKind::forbidden});
        const domain::Fact note = domain::NoteAdded{u"refused for good"_s};
        QVERIFY(wait(session::sayFact(m_ada->engine(), m_room, note)).has_value());
        QTRY_COMPARE(m_ada->engine().sender().pending().value(0).state, store::SendState::failed);
        QCOMPARE(m_ada->reopen(), QString());
        QTRY_COMPARE(platform().linkState(), LinkState::live);
        session::Conversation conversation(m_ada->engine(), m_room);
        QTRY_VERIFY(factRow(conversation, u"refused for good"_s).has_value());
        const session::ConversationRow row = *factRow(conversation, u"refused for good"_s);
        QCOMPARE(row.send, store::SendState::failed);
        QVERIFY(!row.problem.isEmpty() && row.outboxId > 0);
        m_ada->engine().sender().discard(row.outboxId);
        QCOMPARE(m_ada->engine().sender().pending().size(), 1);
        m_ada->engine().sender().retry(row.outboxId);
        QTRY_VERIFY_WITH_TIMEOUT(m_ada->engine().sender().pending().isEmpty(), 10'000);
        QTRY_COMPARE(factRow(conversation, u"refused for good"_s)->send, store::SendState::sent);
        QVERIFY(
            m_ada->engine().book().admission(m_room).chains.value(m_ada->engine().entry().node).missing().isEmpty());
    }

    void whatAFullDiskHeldBackIsSentAfterARestart()
    {
        platform().setFaults({.fullDisk = true});
        const QString typed = longText();
        const auto answer = said(typed);
        QTRY_COMPARE(m_ada->engine().sender().pending().size(), 1);
        QTRY_COMPARE(m_ada->engine().sender().pending().first().state, store::SendState::queued);
        QCOMPARE(m_ada->reopen(), QString());
        QTRY_VERIFY_WITH_TIMEOUT(m_ada->engine().sender().pending().isEmpty(), 10'000);
        QCOMPARE(timesInRoom(typed), 1);
    }

    //! The program ended after a message's echo was stored and before its outbox line was gone. The next run sends it
    //! again, which changes nothing, and no second echo comes: the message itself is what shows that it was sent.
    void whatAnEarlierRunSawComeBackLeavesTheOutbox()
    {
        const domain::Fact note = domain::NoteAdded{u"seen by an earlier run"_s};
        const auto fact = wait(session::sayFact(m_ada->engine(), m_room, note));
        QVERIFY(fact.has_value());
        QTRY_VERIFY(m_ada->engine().sender().pending().isEmpty());
        const auto page = wait(m_ada->engine().store().pageBefore(m_room, 0, 10)).value();
        const domain::Entry sent = page.last().entry;
        QVERIFY(sent.envelope.contains(fact->text().toLatin1()));
        store::OutboxItem left;
        left.txn = fact->text();
        left.room = m_room;
        left.text = sent.text;
        left.envelope = sent.envelope;
        QVERIFY(wait(m_ada->engine().store().enqueue(left)).has_value());
        QCOMPARE(m_ada->reopen(), QString());
        QTRY_VERIFY_WITH_TIMEOUT(m_ada->engine().sender().pending().isEmpty(), 10'000);
        QTRY_VERIFY(wait(m_ada->engine().store().outbox()).value().isEmpty());
        QCOMPARE(timesInRoom(sent.text), 1);
    }

    //! Nobody but who said it can know what it was, and they have it in their outbox.
    void whatSomebodyDeletedBeforeTheAnswerCameIsStillKnown()
    {
        const domain::FactId fact = saidAndEmptiedBeforeItIsSent();
        platform().setFaults({});
        QTRY_VERIFY_WITH_TIMEOUT(m_ada->engine().sender().pending().isEmpty(), 10'000);
        verifyKnownAsDeleted(fact);
        QCOMPARE(m_ada->reopen(), QString());
        verifyKnownAsDeleted(fact);
    }

    //! The same where the program ended in between: the next run finds the emptied message in its store.
    void whatSomebodyDeletedWhileTheProgramWasGoneIsStillKnown()
    {
        const domain::FactId fact = saidAndEmptiedBeforeItIsSent();
        QCOMPARE(m_ada->reopen(), QString());
        QTRY_VERIFY_WITH_TIMEOUT(m_ada->engine().sender().pending().isEmpty(), 10'000);
        verifyKnownAsDeleted(fact);
    }

    //! Two nodes that hear the same alert: what one of them could not say in time is no second message on a phone.
    void whatAnotherSaidMeanwhileIsSentWithoutWords_data()
    {
        QTest::addColumn<QString>("said");
        QTest::newRow("in words") << QString();
        QTest::newRow("so that nobody heard it") << u" \u200b"_s;
    }
    void whatAnotherSaidMeanwhileIsSentWithoutWords()
    {
        QFETCH(QString, said);
        Desk bo(m_folder->filePath(u"bo"_s), u"Bo Diddley"_s, m_clock);
        QCOMPARE(bo.join(*session::invitationFor(m_ada->engine())), QString());
        const domain::PersonId person = bo.engine().me();
        QTRY_VERIFY(m_ada->engine().book().workspace().people.contains(person));
        QVERIFY(wait(m_ada->engine().platform().invite(m_room, person)));
        QTRY_COMPARE(bo.room(u"security-ops"_s), m_room);
        QTRY_COMPARE(bo.engine().platform().linkState(), LinkState::live);
        platform().setFaults({.offline = true});
        QTRY_VERIFY(platform().linkState() != LinkState::live);
        const domain::FactId alert = domain::derivedFactId(u"the same alert"_s);
        sayAs(*m_ada, alert, alertOf(Sha256::of("raw")));
        sayAs(*m_ada, domain::derivedFactId(u"another"_s), domain::NoteAdded{u"what only Ada knows"_s});
        sayAs(bo, alert, alertOf(Sha256::of("raw")), said);
        QTRY_VERIFY_WITH_TIMEOUT(bo.engine().sender().pending().isEmpty(), 10'000);
        QTest::qWait(300);
        platform().setFaults({});
        QTRY_VERIFY_WITH_TIMEOUT(m_ada->engine().sender().pending().isEmpty(), 10'000);
        QList<domain::Entry> alerts;
        QStringList words;
        const chat::Page page = wait(platform().history(m_room, {}, 100)).value();
        for (const domain::Entry &entry : page.entries) {
            if (entry.envelope.contains(alert.text().toLatin1()))
                alerts.append(entry);
            words.append(entry.text);
        }
        QCOMPARE(alerts.size(), 2);
        // A phone shows it once, whichever of the two it is.
        QCOMPARE(alerts.first().text.contains(u"disk-full"_s), said.isEmpty());
        QCOMPARE(alerts.last().text.contains(u"disk-full"_s), !said.isEmpty());
        QCOMPARE(alerts.last().text.isEmpty(), said.isEmpty());
        QCOMPARE(alerts.last().sender, m_ada->engine().me());
        QVERIFY2(!words.filter(u"what only Ada knows"_s).isEmpty(), "what nobody else said has its words");
        for (Desk *desk : {m_ada.get(), &bo}) {
            const session::RoomBook &book = desk->engine().book();
            QTRY_COMPARE(book.admission(m_room).chains.value(m_ada->engine().entry().node).missing(), QList<qint64>());
            QCOMPARE(book.state(m_room).alerts.size(), 1);
            QCOMPARE(book.state(m_room).alerts.value(alert).said.node, bo.engine().entry().node);
        }
    }

    //! Whose id it takes, somebody can compute: an envelope that nobody signed, edited in the chat.
    void anIdThatAStrangerTookIsStillSaid()
    {
        const domain::FactId id = domain::derivedFactId(u"what comes next"_s);
        domain::Entry stranger;
        stranger.room = m_room;
        stranger.position = {m_clock.nowMs(), domain::EntryId(u"999999"_s)};
        stranger.sender = domain::PersonId(u"eve"_s);
        domain::Envelope forged;
        forged.id = id;
        forged.workspace = domain::WorkspaceId(m_ada->engine().entry().trust);
        forged.room = m_room;
        forged.node = domain::NodeId(u"n-nobody"_s);
        forged.seq = 1;
        stranger.envelope = domain::seal(forged, domain::NoteAdded{u"mine"_s}, SigningKey::generate()).bytes;
        stranger.edited = true;
        Q_EMIT m_ada->engine().platform().arrived({stranger}, {});
        QTest::qWait(200);
        QVERIFY(!m_ada->engine().sender().isSaid(m_room, id));
        sayAs(*m_ada, id, alertOf(Sha256::of("raw")));
        QTRY_VERIFY(m_ada->state(m_room).alerts.contains(id));
    }

    void aRateLimitShowsQueuedAndThenSendsAPersonsWordsFirst()
    {
        session::Conversation conversation(m_ada->engine(), m_room);
        platform().setFaults({.rateLimited = 100, .retryAfter = std::chrono::milliseconds(300)});
        // What the bot says piles up; then somebody types.
        for (int i = 0; i < 5; ++i) {
            const domain::Fact note = domain::NoteAdded{u"note %1"_s.arg(i)};
            QVERIFY(wait(session::sayFact(m_ada->engine(), m_room, note)).has_value());
        }
        QTRY_COMPARE(platform().linkState(), LinkState::rateLimited);
        const auto answer = said(u"can anybody hear me?"_s);
        QTRY_COMPARE(shownAs(conversation, u"can anybody hear me?"_s), store::SendState::queued);
        QTest::qWait(1000);
        QVERIFY(!answer->has_value());
        QCOMPARE(m_ada->engine().sender().pending().size(), 6);
        QCOMPARE(timesInRoom(u"can anybody hear me?"_s), 0);
        platform().setFaults({});
        QTRY_VERIFY_WITH_TIMEOUT(m_ada->engine().sender().pending().isEmpty(), 10'000);
        QVERIFY(answer->has_value() && (*answer)->has_value());
        QCOMPARE(platform().linkState(), LinkState::live);
        const chat::Page page = wait(platform().history(m_room, {}, 100)).value();
        QStringList tail;
        for (const domain::Entry &entry : page.entries.last(std::min<qsizetype>(6, page.entries.size())))
            tail.append(entry.text);
        QCOMPARE(tail.first(), u"can anybody hear me?"_s);
        for (int i = 0; i < 5; ++i)
            QVERIFY2(tail.value(i + 1).contains(u"note %1"_s.arg(i)), qPrintable(tail.join(u'\n')));
    }

private:
    using Answer = std::shared_ptr<std::optional<Result<chat::Sent>>>;

    static domain::Fact alertOf(const Sha256 &raw)
    {
        domain::AlertRaised alert;
        alert.tool = u"generic"_s;
        alert.scenario = alert.title = u"disk-full"_s;
        alert.fingerprint = QString(64, u'f');
        alert.first = alert.last = 1;
        alert.count = 1;
        alert.raw = raw;
        return alert;
    }
    void sayAs(Desk &desk, const domain::FactId &id, const domain::Fact &fact, const QString &text = {})
    {
        domain::Intent intent;
        intent.room = m_room;
        intent.id = id;
        intent.fact = fact;
        intent.text = text;
        QVERIFY(wait(desk.engine().sender().say(intent)));
    }
    //! A fact that the room got, that somebody deleted there, and that comes back empty before this node knows more
    //! than that it may have been sent. It cannot send until its platform has other faults.
    domain::FactId saidAndEmptiedBeforeItIsSent()
    {
        platform().setFaults({.offline = true});
        const domain::Fact note = domain::NoteAdded{u"deleted at once"_s};
        const auto fact = wait(session::sayFact(m_ada->engine(), m_room, note));
        const store::OutboxItem item = m_ada->engine().sender().pending().value(0);
        {
            chat::LocalPlatform same(chat::LocalOptions{m_folder->filePath(u"room"_s), m_ada->engine().me(),
                                                        m_ada->engine().entry().node, m_clock});
            same.setFaults({.foreignEdits = true});
            const auto sent = wait(same.submit({item.txn, item.room, item.text, item.envelope, {}, {}, {}, {}}));
            if (!sent || !wait(same.wipeAnyones(m_room, sent->entry)))
                return {};
        }
        platform().setFaults({.refusal = ErrorKind::auth});
        const auto isHere = [this] {
            const auto page = wait(m_ada->engine().store().pageBefore(m_room, 0, 1));
            return page && !page->isEmpty() && page->first().entry.deleted;
        };
        return QTest::qWaitFor(isHere, 10'000) ? fact.value_or(domain::FactId()) : domain::FactId();
    }
    void verifyKnownAsDeleted(const domain::FactId &fact)
    {
        QVERIFY(!fact.isEmpty());
        const auto isRemoved = [&] {
            const QList<domain::ReadEntry> &entries = m_ada->engine().book().fold(m_room)->entries();
            return std::any_of(entries.begin(), entries.end(), [&](const domain::ReadEntry &read) {
                return read.isRemoved() && read.envelope && read.envelope->id == fact;
            });
        };
        QTRY_VERIFY(isRemoved());
        QVERIFY(!m_ada->state(m_room).notes.contains(fact));
        QVERIFY(m_ada->engine().sender().isSaid(m_room, fact));
        const auto custody = wait(m_ada->engine().store().verifyCustody());
        QVERIFY2(custody, qPrintable(custody ? QString() : custody.error().message));
    }
    static QString longText() { return u"exploit seen at 01:33 "_s + QString(20'000, u'x'); }
    Answer said(const QString &text)
    {
        const Answer answer = std::make_shared<std::optional<Result<chat::Sent>>>();
        QCoro::connect(m_ada->engine().sender().sayWords(m_room, text), &m_ada->engine(),
                       [answer](const Result<chat::Sent> &sent) { answer->emplace(sent); });
        return answer;
    }
    static std::optional<store::SendState> shownAs(const session::Conversation &conversation, const QString &text)
    {
        for (const session::ConversationRow &row : conversation.rows())
            if (const auto *words = std::get_if<session::Words>(&row.content);
                words && words->text.startsWith(text.left(100)))
                return row.send;
        return std::nullopt;
    }
    static std::optional<session::ConversationRow> factRow(const session::Conversation &conversation,
                                                           const QString &text)
    {
        for (const session::ConversationRow &row : conversation.rows())
            if (const auto *notice = std::get_if<session::Notice>(&row.content); notice && notice->text.contains(text))
                return row;
        return std::nullopt;
    }
    int timesInRoom(const QString &text)
    {
        const chat::Page page = wait(platform().history(m_room, {}, 200)).value();
        return int(std::count_if(page.entries.begin(), page.entries.end(),
                                 [&](const auto &entry) { return entry.text == text; }));
    }
};

WARDROOM_TEST(TstOutbox)
#include "tst_outbox.moc"
