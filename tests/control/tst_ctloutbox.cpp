// SPDX-FileCopyrightText: 2026 The Wardroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "programs.h"
#include "store/store.h"
#include "support/testmain.h"

#include <QCoroTask>
#include <QFile>
#include <QTest>

using namespace wardroom;
using namespace Qt::StringLiterals;
using test::Said;
using test::Somebody;

//! What the workspace refused for good waits for somebody; from a shell it is seen, tried again, or given up.
class TstCtlOutbox final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        m_ada = std::make_unique<Somebody>(m_top.path(), u"ada"_s);
        QVERIFY(m_ada->ctl({u"workspace"_s, u"add"_s, u"local"_s, u"Blue"_s, u"--name"_s, u"Ada"_s}).exitCode == 0);
        for (const QJsonObject &room : m_ada->json({u"room"_s, u"list"_s}).lines())
            if (room.value("name"_L1).toString() == u"security-ops")
                m_room = room.value("id"_L1).toString();
        QVERIFY(!m_room.isEmpty());
    }

    void whatFailedIsListedWithWhatItSaysAndWhy()
    {
        refused(u"refused for good"_s);
        const QList<QJsonObject> lines = m_ada->json({u"outbox"_s, u"list"_s}).lines();
        QCOMPARE(lines.size(), 1);
        QCOMPARE(lines.first().value("state"_L1).toString(), u"failed"_s);
        QCOMPARE(lines.first().value("text"_L1).toString(), u"refused for good"_s);
        QCOMPARE(lines.first().value("problem"_L1).toString(), u"too long"_s);
        QVERIFY(m_ada->ctl({u"outbox"_s, u"list"_s}).out.contains("refused for good"));
    }

    void itIsSentWhenItIsTriedAgain()
    {
        const Said said = m_ada->json({u"outbox"_s, u"retry"_s, u"all"_s});
        QVERIFY2(said.exitCode == 0, said.err);
        QTRY_COMPARE(m_ada->json({u"outbox"_s, u"list"_s}).lines().size(), 0);
        QCOMPARE(inRoom(u"refused for good"_s), 1);
        QVERIFY(m_ada->ctl({u"outbox"_s, u"retry"_s, u"all"_s}).exitCode != 0); // nothing failed any more
    }

    void itIsGoneWhenItIsDiscarded()
    {
        const qint64 id = refused(u"not worth it"_s);
        QVERIFY(m_ada->ctl({u"outbox"_s, u"discard"_s, u"4711"_s}).exitCode != 0);
        const Said said = m_ada->ctl({u"outbox"_s, u"discard"_s, QString::number(id)});
        QVERIFY2(said.exitCode == 0, said.err);
        QCOMPARE(m_ada->json({u"outbox"_s, u"list"_s}).lines().size(), 0);
        QCOMPARE(inRoom(u"not worth it"_s), 0);
    }

private:
    //! Left by an earlier run; its number.
    qint64 refused(const QString &text)
    {
        auto opened = store::Store::open({m_ada->profile() + u"/Blue.db"_s});
        if (!opened)
            return 0;
        store::OutboxItem item;
        item.txn = text;
        item.room = store::RoomId(m_room);
        item.text = text;
        item.state = store::SendState::failed;
        item.problem = u"too long"_s;
        const auto queued = QCoro::waitFor((*opened)->enqueue(item));
        return queued ? queued->id : 0;
    }
    int inRoom(const QString &text)
    {
        int count = 0;
        const Said said = m_ada->json({u"tail"_s, m_room, u"--since"_s, u"0"_s, u"--no-follow"_s});
        for (const QJsonObject &line : said.lines())
            count += line.value("text"_L1).toString() == text ? 1 : 0;
        return count;
    }

    QTemporaryDir m_top;
    std::unique_ptr<Somebody> m_ada;
    QString m_room;
};

WARDROOM_TEST(TstCtlOutbox)
#include "tst_ctloutbox.moc"
