// SPDX-FileCopyrightText: 2026 The Wardroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "chat/local/localplatform.h"
#include "models/conversationmodel.h"
#include "session/conversation.h"
#include "session/talk.h"
#include "session/workspace.h"
#include "support/testmain.h"
#include "support/world.h"

#include <QSignalSpy>

using namespace wardroom;
using namespace wardroom::test;
using namespace Qt::StringLiterals;
using session::Conversation;
using session::ConversationRow;
using session::EntryId;
using session::RoomId;

//! Threads in a Local workspace of two people, as its conversations show them.
class TstThreadRows final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        m_ada = std::make_unique<Desk>(m_folder.filePath(u"ada"_s), u"Ada"_s, m_clock);
        QCOMPARE(m_ada->found(u"acme"_s, m_folder.filePath(u"room"_s)), QString());
        m_ops = m_ada->room(u"security-ops"_s);
        m_workspace = std::make_unique<session::Workspace>(m_ada->takeEngine());
        m_all = m_workspace->conversation(m_ops);
    }
    void cleanupTestCase()
    {
        m_all.reset();
        m_workspace.reset();
    }

    void aMessageThatBeganAThreadSaysSoAndItsAnswersWhereTheyBelong()
    {
        m_root = say(u"ssh brute force on bastion-2\nsecond line"_s);
        QCOMPARE(row(*m_all, m_root).replies, session::ThreadLine());
        const EntryId first = say(u"it is the scanner"_s, m_root);
        const EntryId second = say(u"which one?"_s, m_root);
        const EntryId beside = say(u"lunch?"_s);
        QTRY_COMPARE(row(*m_all, m_root).replies.replies, 2);
        const ConversationRow root = row(*m_all, m_root);
        QCOMPARE(root.replies.lastBy, u"Ada"_s);
        QCOMPARE(root.replies.lastAt, row(*m_all, second).at);
        QVERIFY(root.inThread.isEmpty() && root.thread.isEmpty());
        for (const EntryId &each : {first, second}) {
            QTRY_COMPARE(row(*m_all, each).inThread, u"ssh brute force on bastion-2"_s);
            QCOMPARE(row(*m_all, each).thread, m_root);
            QVERIFY(row(*m_all, each).quoted.isEmpty());
        }
        QVERIFY(row(*m_all, beside).inThread.isEmpty());
        QVERIFY(models::ConversationModel::spoken(root).contains(u"2 replies · last by Ada"_s));
        QVERIFY(models::ConversationModel::spoken(row(*m_all, first)).contains(u"In the thread: ssh brute force"_s));
    }

    void oneThreadIsShownAloneAndLive()
    {
        const auto thread = m_workspace->conversation(m_ops, m_root);
        QTRY_COMPARE(textsOf(*thread), QStringList({u"ssh brute force on bastion-2\nsecond line"_s,
                                                    u"it is the scanner"_s, u"which one?"_s}));
        QSignalSpy appended(thread.get(), &Conversation::rowsAppended);
        say(u"not in it"_s);
        const EntryId third = say(u"10.0.0.9"_s, m_root);
        QTRY_VERIFY(!row(*thread, third).entry.isEmpty());
        QCOMPARE(thread->rows().size(), 4);
        QVERIFY(row(*thread, third).inThread.isEmpty()); // everything here is
        QVERIFY(row(*thread, m_root).replies.replies == 0);
        QTRY_COMPARE(row(*m_all, m_root).replies.replies, 3);
        // Changed and taken away: both places show it.
        QVERIFY(wait(m_workspace->talk().correct(m_ops, third, u"10.0.0.8"_s)));
        QTRY_COMPARE(textOf(row(*thread, third)), u"10.0.0.8"_s);
        QVERIFY(wait(m_workspace->talk().takeBack(m_ops, third)));
        QTRY_VERIFY(row(*thread, third).deleted);
        QTRY_COMPARE(row(*m_all, m_root).replies.replies, 2);
    }

    void anAnswerToAMessageInItGoesIntoIt()
    {
        const EntryId inside = say(u"look here"_s, m_root);
        const auto said = wait(m_workspace->talk().say(m_ops, u"I see"_s, inside));
        QVERIFY(said);
        QTRY_COMPARE(row(*m_all, said->entry).thread, m_root);
        QTRY_COMPARE(row(*m_all, said->entry).quoted, u"Ada: look here"_s); // not the thread's first message
    }

    void theFirstMessageOfAThreadThatIsDeletedIsSaidToBe()
    {
        const EntryId root = say(u"the password is hunter2"_s);
        const EntryId inside = say(u"not here!"_s, root);
        QTRY_COMPARE(row(*m_all, inside).inThread, u"the password is hunter2"_s);
        QVERIFY(wait(m_workspace->talk().takeBack(m_ops, root)));
        QTRY_COMPARE(row(*m_all, inside).inThread, u"a message that was deleted"_s);
    }

    void whatWaitsToBeSentWaitsInItsThread()
    {
        auto &platform = dynamic_cast<chat::LocalPlatform &>(m_workspace->engine().platform());
        chat::LocalFaults faults;
        faults.offline = true;
        platform.setFaults(faults);
        const auto thread = m_workspace->conversation(m_ops, m_root);
        QTRY_VERIFY(!thread->rows().isEmpty());
        QCoro::connect(m_workspace->talk().say(m_ops, u"written on the train"_s, {}, m_root), this,
                       [](const Result<session::SaidAnswer> &) {});
        QCoro::connect(m_workspace->talk().say(m_ops, u"to everybody"_s), this,
                       [](const Result<session::SaidAnswer> &) {});
        QTRY_COMPARE(textOf(thread->rows().last()), u"written on the train"_s);
        QVERIFY(thread->rows().last().send != store::SendState::sent);
        QTRY_VERIFY(hasText(*m_all, u"to everybody"_s));
        QVERIFY(!hasText(*thread, u"to everybody"_s));
        for (const ConversationRow &each : m_all->rows())
            if (textOf(each) == u"written on the train"_s)
                QVERIFY(each.inThread.startsWith(u"ssh brute force"_s));
        platform.setFaults({});
        QTRY_VERIFY_WITH_TIMEOUT(thread->rows().last().send == store::SendState::sent &&
                                     textOf(thread->rows().last()) == u"written on the train"_s,
                                 20'000);
        QCOMPARE(thread->rows().last().thread, m_root);
    }

    //! An alert's card can begin a thread as words can, and stays a card within it.
    void aCardBeginsAThreadAsWell()
    {
        domain::AlertRaised alert;
        alert.tool = u"crowdsec"_s;
        alert.title = u"Abnormal deployment"_s;
        alert.severity = domain::AlertSeverity::high;
        alert.fingerprint = u"deploy"_s;
        alert.first = alert.last = m_clock.nowMs();
        alert.raw = wait(m_workspace->engine().sender().attach("{}")).value();
        domain::Intent intent;
        intent.room = m_ops;
        intent.fact = alert;
        QVERIFY(wait(m_workspace->engine().sender().say(intent)));
        const auto card = [this]() -> EntryId {
            for (const ConversationRow &each : m_all->rows())
                if (std::holds_alternative<session::AlertCard>(each.content))
                    return each.entry;
            return {};
        };
        QTRY_VERIFY(!card().isEmpty());
        const EntryId root = card();
        const EntryId inside = say(u"that was the release"_s, root);
        QTRY_COMPARE(row(*m_all, root).replies.replies, 1);
        QTRY_COMPARE(row(*m_all, inside).inThread.isEmpty(), false);
        const auto thread = m_workspace->conversation(m_ops, root);
        QTRY_COMPARE(thread->rows().size(), 2);
        const auto *shown = std::get_if<session::AlertCard>(&thread->rows().first().content);
        QVERIFY(shown && shown->canAcknowledge);
    }

    //! A long thread comes a page at a time, and nothing of the room between.
    void aLongThreadIsReadAPageAtATime()
    {
        QList<domain::Entry> entries;
        for (int n = 0; n < 1'000; ++n) {
            domain::Entry entry;
            entry.room = m_ops;
            entry.position = {m_clock.nowMs() + n, EntryId(u"9%1"_s.arg(n, 6, 10, QChar(u'0')))};
            entry.sender = m_workspace->me();
            entry.text = u"words %1"_s.arg(n);
            if (n > 0 && n % 2 == 0)
                entry.thread = entry.replyTo = EntryId(u"9000000"_s);
            entries.append(entry);
        }
        const auto stored = wait(m_workspace->engine().store().ingest(entries, {}));
        QVERIFY(stored);
        Q_EMIT m_workspace->engine().entriesStored(*stored);
        const auto thread = m_workspace->conversation(m_ops, EntryId(u"9000000"_s));
        QTRY_VERIFY(!thread->rows().isEmpty());
        int pages = 1;
        for (; thread->hasOlder(); ++pages) {
            QSignalSpy came(thread.get(), &Conversation::rowsPrepended);
            QVERIFY(thread->loadOlder());
            QTRY_COMPARE(came.size(), 1);
        }
        QCOMPARE(pages, 3);
        QCOMPARE(thread->rows().size(), 500);
        QCOMPARE(textOf(thread->rows().first()), u"words 0"_s);
        QCOMPARE(textOf(thread->rows().at(1)), u"words 2"_s);
        QCOMPARE(textOf(thread->rows().last()), u"words 998"_s);
    }

private:
    EntryId say(const QString &text, const EntryId &thread = {})
    {
        return wait(m_workspace->talk().say(m_ops, text, {}, thread)).value_or(session::SaidAnswer()).entry;
    }
    static ConversationRow row(const Conversation &conversation, const EntryId &entry)
    {
        for (const ConversationRow &each : conversation.rows())
            if (each.entry == entry)
                return each;
        return {};
    }
    static QString textOf(const ConversationRow &row)
    {
        const auto *words = std::get_if<session::Words>(&row.content);
        return words ? words->text : QString();
    }
    static QStringList textsOf(const Conversation &conversation)
    {
        QStringList texts;
        for (const ConversationRow &each : conversation.rows())
            texts << textOf(each);
        return texts;
    }
    static bool hasText(const Conversation &conversation, const QString &text)
    {
        return textsOf(conversation).contains(text);
    }

    SystemClock m_clock;
    QTemporaryDir m_folder;
    std::unique_ptr<Desk> m_ada;
    std::unique_ptr<session::Workspace> m_workspace;
    std::unique_ptr<Conversation> m_all;
    RoomId m_ops;
    EntryId m_root;
};

WARDROOM_TEST(TstThreadRows)
#include "tst_threads.moc"
