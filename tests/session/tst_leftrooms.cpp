// SPDX-FileCopyrightText: 2026 The Wardroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/conversation.h"
#include "session/membership.h"
#include "session/talk.h"
#include "session/workspace.h"
#include "support/testmain.h"
#include "workspacetest.h"

#include <QSignalSpy>

using namespace wardroom;
using namespace wardroom::test;
using namespace Qt::StringLiterals;
using session::RoomLine;

//! Typed in a room that somebody is not in any more: it stays within reach until it is sent or thrown away.
class TstLeftRooms final : public WorkspaceTest
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        QCOMPARE(found(), QString());
        m_room = m_ada->room(u"it-handover"_s);
        m_desk = std::make_unique<session::Workspace>(m_ada->takeEngine());
        QTRY_VERIFY(m_desk->engine().isReady());
    }
    void cleanup()
    {
        m_desk.reset();
        clear();
    }

    void aRoomThatWasLeftStandsUnderItsNameWhileSomethingInItWasNotSent()
    {
        refuse(u"refused, and then taken out"_s);
        QVERIFY(!m_desk->header(m_room).title.isEmpty() && m_desk->header(m_room).readOnly.isEmpty());
        leave();
        QTRY_VERIFY(left().has_value());
        QCOMPARE(left()->name, u"it-handover"_s);
        shows(u"refused, and then taken out"_s);
        again();
        QTRY_COMPARE(left()->name, u"it-handover"_s); // it was not in the list of rooms when this run began
        shows(u"refused, and then taken out"_s);
        // In vain, and said so; then thrown away.
        const qint64 item = m_desk->engine().sender().pending().first().id;
        m_desk->talk().retry(item);
        QTRY_COMPARE(m_desk->engine().sender().pending().value(0).state, store::SendState::failed);
        QSignalSpy changed(m_desk.get(), &session::Workspace::roomsChanged);
        m_desk->talk().discard(item);
        QTRY_VERIFY(!changed.isEmpty());
        QVERIFY(!left());
    }

    void whoIsLetInAgainFindsItInTheRoomAndCanSendIt()
    {
        refuse(u"said once I am in again"_s);
        leave();
        QTRY_VERIFY(left().has_value());
        const auto joined = wait(m_desk->membership().join(m_room.text()));
        QVERIFY2(joined, joined ? "" : qPrintable(joined.error().message));
        QTRY_VERIFY(!left());
        QVERIFY(m_desk->header(m_room).readOnly.isEmpty());
        m_desk->talk().retry(m_desk->engine().sender().pending().first().id);
        QTRY_VERIFY_WITH_TIMEOUT(m_desk->engine().sender().pending().isEmpty(), 10'000);
        const chat::Page page = wait(m_desk->engine().platform().history(m_room, {}, 50)).value();
        QCOMPARE(page.entries.last().text, u"said once I am in again"_s);
    }

    void aDraftKeepsItsRoomToo()
    {
        m_desk->talk().setDraft(m_room, u"half a sentence"_s);
        leave();
        QTRY_VERIFY(left().has_value());
        QVERIFY(!m_desk->header(m_room).readOnly.isEmpty());
        again();
        QTRY_VERIFY(left().has_value());
        QCOMPARE(m_desk->talk().draft(m_room), u"half a sentence"_s);
    }

    void aRoomThatWasLeftWithNothingToSendIsNotListed()
    {
        leave();
        QTest::qWait(200);
        QVERIFY(!left());
        QVERIFY2(!m_desk->header(m_room).readOnly.isEmpty(), "whoever still looks at it is told");
        QCOMPARE(m_desk->header(m_room).title, u"it-handover"_s);
    }

private:
    void refuse(const QString &text)
    {
        auto &platform = static_cast<chat::LocalPlatform &>(m_desk->engine().platform());
        platform.setFaults({.refusal = ErrorKind::forbidden});
        QVERIFY(!wait(m_desk->talk().say(m_room, text)).has_value());
        platform.setFaults({});
    }
    void leave()
    {
        const auto done = wait(m_desk->membership().leave(m_room));
        QVERIFY2(done, done ? "" : qPrintable(done.error().message));
        QTRY_VERIFY(!m_desk->engine().book().room(m_room));
    }
    void again()
    {
        m_desk.reset();
        QCOMPARE(m_ada->reopen(), QString());
        m_desk = std::make_unique<session::Workspace>(m_ada->takeEngine());
        QTRY_VERIFY(m_desk->engine().isReady());
        QTRY_VERIFY(left().has_value());
    }
    std::optional<RoomLine> left() const
    {
        for (const RoomLine &line : m_desk->rooms())
            if (line.id == m_room && line.closed)
                return line;
        return std::nullopt;
    }
    void shows(const QString &text)
    {
        const auto conversation = m_desk->conversation(m_room);
        const auto row = [&]() -> std::optional<session::ConversationRow> {
            for (const session::ConversationRow &each : conversation->rows())
                if (const auto *words = std::get_if<session::Words>(&each.content); words && words->text == text)
                    return each;
            return std::nullopt;
        };
        QTRY_VERIFY(row().has_value());
        QCOMPARE(row()->send, store::SendState::failed);
        QVERIFY(!row()->problem.isEmpty());
    }

    std::unique_ptr<session::Workspace> m_desk;
};

WARDROOM_TEST(TstLeftRooms)
#include "tst_leftrooms.moc"
