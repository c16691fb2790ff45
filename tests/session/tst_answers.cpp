// SPDX-FileCopyrightText: 2026 The Wardroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/answers.h"
#include "session/roomrecord.h"
#include "session/talk.h"
#include "support/testmain.h"
#include "support/world.h"

#include <QJsonArray>
#include <QSignalSpy>

using namespace wardroom;
using namespace wardroom::test;
using namespace Qt::StringLiterals;

namespace {

class LaterClock final : public Clock
{
public:
    qint64 nowMs() const override { return m_real.nowMs() + later; }
    qint64 later = 0;

private:
    SystemClock m_real;
};

} // namespace

//! What the room itself answers: privately, or as what its commands are told of it; and its reminders.
class TstAnswers final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        m_ada = std::make_unique<Desk>(m_folder->filePath(u"ada"_s), u"Ada Byron"_s, m_clock);
        QCOMPARE(m_ada->found(u"blue"_s, m_folder->filePath(u"room"_s)), QString());
        m_room = m_ada->room(u"security-ops"_s);
        m_talk = std::make_unique<session::Talk>(m_ada->engine());
    }
    void cleanup()
    {
        m_talk.reset();
        m_ada.reset();
        m_clock.later = 0;
    }

    void helpFindsTheCommandForAQuestionInBothLanguages()
    {
        const session::Answers answers(m_ada->engine());
        const auto block = answers.to(u"bot.help"_s, m_room, {{u"question"_s, u"how do I block an address?"_s}});
        QVERIFY(block && block->text.contains(u"/ip block"_s));
        QVERIFY(block->text.contains(u"IT"_s)); // who may
        const auto chinese = answers.to(u"bot.help"_s, m_room, {{u"question"_s, u"怎么隔离主机"_s}});
        QVERIFY(chinese && chinese->text.contains(u"/host isolate"_s));
        const auto nothing = answers.to(u"bot.help"_s, m_room, {{u"question"_s, u"zzz"_s}});
        QVERIFY(nothing && nothing->text.contains(u"know no command"_s));
        QVERIFY(answers.to(u"bot.learn"_s, m_room, {})->text.contains(u"1. "_s));
        QVERIFY(!answers.to(u"incident.lead"_s, m_room, {{u"person"_s, u"x"_s}}));
        QVERIFY(!answers.to(u"note.add"_s, m_room, {}));
    }

    void aQuestionInPlainWordsIsAnsweredAndAPleaForHelpIsAnOverview()
    {
        QSignalSpy advised(m_talk.get(), &session::Talk::advised);
        const auto answerTo = [&](const QString &words) {
            advised.clear();
            const bool said = wait(m_talk->say(m_room, words)).has_value();
            return said && !advised.isEmpty() ? advised.last().first().value<session::Advice>().text : QString();
        };
        for (const auto &[words, command] : {std::pair(u"how do I block an address?"_s, u"/ip block"_s),
                                             std::pair(u"how do I block an ip"_s, u"/ip block"_s),
                                             std::pair(u"how can I isolate a host?"_s, u"/host isolate"_s),
                                             std::pair(u"how do I lock a user"_s, u"/user lock"_s),
                                             std::pair(u"how to open an incident"_s, u"/incident open"_s),
                                             std::pair(u"怎么隔离主机"_s, u"/host isolate"_s)}) {
            const QString answer = answerTo(words);
            QVERIFY2(answer.contains(command) && !answer.contains(u"A few to begin with"_s),
                     qPrintable(words + u": "_s + answer));
        }
        for (const QString &words : {u"help"_s, u"what can you do?"_s, u"help me please"_s})
            QVERIFY2(answerTo(words).contains(u"A few to begin with"_s) &&
                         !answerTo(words).contains(u"know no command"_s),
                     qPrintable(words));
    }

    void anAnswerIsForTheAskerAloneAndNoFact()
    {
        QSignalSpy hinted(m_talk.get(), &session::Talk::advised);
        const qsizetype before =
            m_ada->engine().book().fold(m_room) ? m_ada->engine().book().fold(m_room)->entries().size() : 0;
        QVERIFY(wait(m_talk->say(m_room, u"/bot help how do I block an address"_s)));
        QCOMPARE(hinted.size(), 1);
        const domain::RoomFold *fold = m_ada->engine().book().fold(m_room);
        QCOMPARE(fold ? fold->entries().size() : 0, before);
    }

    void aReminderRingsOnceAndNotBeforeItsTime()
    {
        QVERIFY(wait(m_talk->say(m_room, u"/remind in 30m check the logs"_s)));
        const auto deadlines = [this] { return m_ada->state(m_room).deadlines; };
        QTRY_COMPARE(deadlines().size(), 1);
        QTest::qWait(2500);
        QVERIFY(!deadlines().first().met);
        m_clock.later = 31 * 60'000;
        QTRY_VERIFY_WITH_TIMEOUT(deadlines().first().met.has_value(), 10'000);
        const qsizetype said = m_ada->engine().book().fold(m_room)->entries().size();
        QTest::qWait(2500);
        QCOMPARE(m_ada->engine().book().fold(m_room)->entries().size(), said);
    }

    void whatTheRoomHoldsIsToldToItsCommands()
    {
        QVERIFY(wait(m_talk->say(m_room, u"/task add Rotate the deploy key"_s)));
        QTRY_COMPARE(m_ada->state(m_room).tasks.size(), 1);
        const QJsonObject known = session::roomRecord(m_ada->engine().book(), m_room);
        QCOMPARE(known.value(u"tasks"_s).toArray().first().toObject().value(u"title"_s).toString(),
                 u"Rotate the deploy key"_s);
        QCOMPARE(known.value(u"oncall"_s).toObject().value(u"rota"_s).toArray().first().toString(), u"Ada Byron"_s);
        QVERIFY(wait(m_talk->say(m_room, u"/task done 1"_s)));
        QTRY_VERIFY(m_ada->state(m_room).tasks.first().done.has_value());
        QVERIFY(wait(m_talk->say(m_room, u"/incident page"_s)));
        QTRY_VERIFY(m_ada->state(m_room).responders.contains(m_ada->engine().me()));
    }

private:
    LaterClock m_clock;
    domain::RoomId m_room;
    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<Desk> m_ada;
    std::unique_ptr<session::Talk> m_talk;
};

WARDROOM_TEST(TstAnswers)
#include "tst_answers.moc"
