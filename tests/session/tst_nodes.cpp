// SPDX-FileCopyrightText: 2026 The Wardroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "chat/local/localplatform.h"
#include "session/actions.h"
#include "session/advice.h"
#include "session/documents.h"
#include "session/founding.h"
#include "session/nodes.h"
#include "session/team.h"
#include "support/testmain.h"
#include "support/world.h"

using namespace wardroom;
using namespace wardroom::test;
using namespace Qt::StringLiterals;
using session::NodeLine;
using session::Nodes;

//! Whose desktops there are, what they said last, and taking one's word.
class TstNodes final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void anAccountIsCheckedBeforeItIsInvited();
    void eachSaysWhoseItIsSinceWhenAndWhatItSaidLast();
    void oneAdminAloneIsWarnedOfBeforeAKeyIsLost();
    void revokingSaysWhatElseWouldEnd();
    void onlyAnAdminRevokesSomebodyElses();
    void whatWasRevokedSaysByWhomAndWhyAndWhatStillCounts();
    void whatWasDeletedOfTheLastThingsANodeSaidStillIsItsWord();

private:
    static std::optional<NodeLine> line(Desk &reader, Desk &of)
    {
        for (const NodeLine &each : Nodes(reader.engine()).all())
            if (each.node == of.engine().entry().node)
                return each;
        return std::nullopt;
    }

    SystemClock m_clock;
    QTemporaryDir m_folder;
    std::unique_ptr<Desk> m_lina;
    std::unique_ptr<Desk> m_tom;
};

void TstNodes::initTestCase()
{
    m_lina = std::make_unique<Desk>(m_folder.filePath(u"lina"_s), u"Lina"_s, m_clock);
    QCOMPARE(m_lina->found(u"acme"_s, m_folder.filePath(u"room"_s)), QString());
    m_tom = std::make_unique<Desk>(m_folder.filePath(u"tom"_s), u"Tom"_s, m_clock);
    QCOMPARE(m_tom->join(*session::invitationFor(m_lina->engine())), QString());
    QTRY_VERIFY(line(*m_lina, *m_tom).has_value());
}

void TstNodes::anAccountIsCheckedBeforeItIsInvited()
{
    QVERIFY(session::isAccountName(u"@cy:localhost"_s) && session::isAccountName(u"@cy:acme.example:8448"_s));
    for (const QString &wrong : {u"cy"_s, u"@cy"_s, u"cy:localhost"_s, u"@:localhost"_s, u"@cy:"_s, u"@c y:localhost"_s,
                                 u"@cy:local host"_s, u'@' + QString(300, u'c') + u":localhost"_s})
        QVERIFY2(!session::isAccountName(wrong), qPrintable(wrong));
}

void TstNodes::eachSaysWhoseItIsSinceWhenAndWhatItSaidLast()
{
    const auto before = line(*m_lina, *m_tom);
    QCOMPARE(before->person, u"Tom"_s);
    QVERIFY(before->since > 0 && !before->machine.isEmpty() && before->fingerprint.size() == 64);
    QVERIFY(!before->mine && line(*m_tom, *m_tom)->mine);
    const domain::Fact fact = domain::NoteAdded{u"the shop is slow"_s};
    const auto said = wait(session::sayFact(m_tom->engine(), m_tom->room(u"security-ops"_s), fact));
    QVERIFY(said);
    QTRY_VERIFY(line(*m_lina, *m_tom)->last.at > before->last.at);
    const session::LastSaid last = line(*m_lina, *m_tom)->last;
    QCOMPARE(last.room, u"security-ops"_s);
    QVERIFY2(!last.words.isEmpty(), qPrintable(last.words));
    QVERIFY(line(*m_lina, *m_lina)->hosts.contains(u"this-machine"_s));
}

void TstNodes::oneAdminAloneIsWarnedOfBeforeAKeyIsLost()
{
    const QString words = session::precautionsFor(m_lina->engine()).join(u'\n');
    QVERIFY2(words.contains(u"Lina alone is policy admin"_s), qPrintable(words));
    QVERIFY2(session::adviceFor(m_lina->engine()).isEmpty(), "nothing is broken yet");
    const QString alone = line(*m_lina, *m_lina)->afterwards.join(u'\n');
    QVERIFY2(alone.contains(u"this one"_s) && alone.contains(u"nobody could change"_s), qPrintable(alone));
    domain::Policy policy = *m_lina->engine().book().workspace().policy();
    policy.admins = {m_lina->engine().me(), m_tom->engine().me()};
    QVERIFY(wait(session::publishPolicy(m_lina->engine(), policy)));
    QVERIFY(session::precautionsFor(m_lina->engine()).isEmpty());
}

void TstNodes::revokingSaysWhatElseWouldEnd()
{
    const QString mine = line(*m_lina, *m_lina)->afterwards.join(u'\n');
    QVERIFY2(mine.contains(u"this one"_s) && !mine.contains(u"nobody could change"_s), qPrintable(mine));
    QVERIFY2(!mine.contains(u"chat server"_s) && !mine.contains(u"let in"_s), "this workspace is a folder");
}

void TstNodes::onlyAnAdminRevokesSomebodyElses()
{
    auto kim = std::make_unique<Desk>(m_folder.filePath(u"kim"_s), u"Kim"_s, m_clock);
    QCOMPARE(kim->join(*session::invitationFor(m_lina->engine())), QString());
    QVERIFY(!line(*kim, *m_tom)->whyNotMe.isEmpty() && line(*kim, *kim)->whyNotMe.isEmpty());
    const auto refused = wait(Nodes(kim->engine()).revoke(m_tom->engine().entry().node, u"because"_s));
    QVERIFY(!refused);
    QCOMPARE(refused.error().kind, ErrorKind::forbidden);
    QCOMPARE(line(*m_lina, *m_tom)->standing, NodeLine::Standing::in);
}

void TstNodes::whatWasRevokedSaysByWhomAndWhyAndWhatStillCounts()
{
    const session::LastSaid last = line(*m_lina, *m_tom)->last;
    QVERIFY(wait(Nodes(m_lina->engine()).revoke(m_tom->engine().entry().node, u"stolen on the train"_s)));
    const auto gone = line(*m_lina, *m_tom);
    QCOMPARE(gone->standing, NodeLine::Standing::revoked);
    QCOMPARE(gone->revokedBy, u"Lina"_s);
    QCOMPARE(gone->reason, u"stolen on the train"_s);
    QCOMPARE(gone->last, last);
    QCOMPARE(Nodes(m_lina->engine()).all().last().node, gone->node);
    QVERIFY(gone->afterwards.isEmpty());
    const auto again = wait(Nodes(m_lina->engine()).revoke(gone->node, u"again"_s));
    QVERIFY(!again);
    QCOMPARE(again.error().kind, ErrorKind::conflict);
}

//! A claim may rest on an approval that was deleted afterwards: it must not fall with the node.
void TstNodes::whatWasDeletedOfTheLastThingsANodeSaidStillIsItsWord()
{
    auto eva = std::make_unique<Desk>(m_folder.filePath(u"eva"_s), u"Eva"_s, m_clock);
    QCOMPARE(eva->join(*session::invitationFor(m_lina->engine())), QString());
    const domain::RoomId room = m_lina->room(u"security-ops"_s);
    QVERIFY(wait(m_lina->engine().platform().invite(room, eva->engine().me())));
    QTRY_COMPARE(eva->room(u"security-ops"_s), room);
    const domain::Fact fact = domain::NoteAdded{u"the last word"_s};
    const auto said = wait(session::sayFact(eva->engine(), room, fact));
    QVERIFY(said);
    QTRY_VERIFY(m_lina->state(room).notes.contains(*said));
    const domain::ReadEntry last = m_lina->engine().book().fold(room)->entries().last();
    QCOMPARE(last.envelope->id, *said);
    auto *platform = qobject_cast<chat::LocalPlatform *>(&m_lina->engine().platform());
    platform->setFaults({.foreignEdits = true});
    QVERIFY(wait(platform->wipeAnyones(room, last.entry.position.entry)));
    QTRY_VERIFY(!m_lina->state(room).notes.contains(*said));
    const domain::NodeId node = eva->engine().entry().node;
    QVERIFY(wait(Nodes(m_lina->engine()).revoke(node, u"lost"_s)));
    QCOMPARE(m_lina->engine().book().workspace().node(node)->lastGood.value(room), last.envelope->seq);
}

WARDROOM_TEST(TstNodes)
#include "tst_nodes.moc"
