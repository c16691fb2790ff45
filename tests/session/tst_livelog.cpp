// SPDX-FileCopyrightText: 2026 The Wardroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/approvals.h"
#include "session/cards.h"
#include "session/conversation.h"
#include "session/founding.h"
#include "session/talk.h"
#include "support/testmain.h"
#include "support/world.h"

#include <QElapsedTimer>

using namespace wardroom;
using namespace wardroom::test;
using namespace Qt::StringLiterals;
using wardroom::domain::OpId;

namespace {

//! Everything the card of one operation showed in one window while it ran.
class Watcher
{
public:
    Watcher(session::Engine &engine, const domain::RoomId &room) : m_conversation(engine, room)
    {
        QObject::connect(&m_conversation, &session::Conversation::rowChanged, &m_conversation, [this] { look(); });
        QObject::connect(&m_conversation, &session::Conversation::rowsAppended, &m_conversation, [this] { look(); });
        QObject::connect(&m_conversation, &session::Conversation::reset, &m_conversation, [this] { look(); });
    }
    const session::OperationCard *card(const OpId &op) const
    {
        for (const session::ConversationRow &row : m_conversation.rows())
            if (const auto *card = std::get_if<session::OperationCard>(&row.content); card && card->op == op)
                return card;
        return nullptr;
    }
    QStringList linesOf(const OpId &op) const { return m_lines.value(op); }
    int stepsOf(const OpId &op) const { return m_of.value(op); }

private:
    void look()
    {
        for (const session::ConversationRow &row : m_conversation.rows()) {
            const auto *card = std::get_if<session::OperationCard>(&row.content);
            if (!card || card->look != session::OperationLook::running)
                continue;
            m_of[card->op] = std::max(m_of.value(card->op), card->of);
            for (const QString &line : card->logTail)
                if (!m_lines[card->op].contains(line))
                    m_lines[card->op].append(line);
        }
    }

    session::Conversation m_conversation;
    QHash<OpId, QStringList> m_lines;
    QHash<OpId, int> m_of;
};

} // namespace

//! The log of a run streams into the same card on every desktop.
class TstLiveLog final : public QObject
{
    Q_OBJECT

    //! A command that takes three seconds and prints a line every tenth of one.
    static void writeSlowPlugin(const QString &folder)
    {
        QVERIFY(QDir().mkpath(folder));
        QFile manifest(folder + u"/plugin.yaml"_s), script(folder + u"/slow.sh"_s);
        QVERIFY(manifest.open(QFile::WriteOnly) && script.open(QFile::WriteOnly));
        manifest.write(R"(name: slow
version: 1.0.0
author: Test
summary: {en: Counts}
commands:
  - id: slow.count
    risk: change
    summary: {en: Counts}
    help: {en: Counts slowly}
    title: {en: "Count on {host}"}
    arguments:
      - {name: host, type: host, required: true, help: {en: "Where"}}
    phrases: {en: ["count slowly on {host}"]}
    examples: ["/slow count practice-01"]
    sandbox: isolated
    host_access: write
    rehearse: [slow.sh, rehearse]
    run: [slow.sh, run]
    verify: [slow.sh, verify]
    limits: {seconds: 30, memory_mb: 64, processes: 16, output_kb: 64}
)");
        script.write(R"(#!/bin/sh
cat >/dev/null
case "$1" in
run) i=0
    while [ $i -lt 30 ]; do
        i=$((i + 1))
        printf '{"type":"progress","step":%d,"of":30,"text":"counted <b>%d</b>"}\n' $i $i
        sleep 0.1
    done;;
esac
echo '{"type":"result","ok":true,"summary":"done","data":{"verdict":"verified","argv":["count"],"effect":"none","before":"0","after":"30"}}'
)");
        script.setPermissions(QFile::Permissions(0x7755));
    }

private Q_SLOTS:
    void initTestCase()
    {
        const QStringList plugins{m_folder.filePath(u"plugins"_s)};
        writeSlowPlugin(plugins.first() + u"/slow"_s);
        m_host = std::make_unique<PracticeHost>();
        QVERIFY2(m_host->ok(), qPrintable(m_host->said()));
        m_priya = std::make_unique<Desk>(m_folder.filePath(u"priya"_s), u"Priya N."_s, m_clock, plugins);
        QCOMPARE(m_priya->found(u"acme"_s, m_folder.filePath(u"room"_s)), QString());
        const Result<QString> invitation = session::invitationFor(m_priya->engine());
        QVERIFY(invitation.has_value());
        m_mei = std::make_unique<Desk>(m_folder.filePath(u"mei"_s), u"Mei Lin"_s, m_clock, plugins);
        QCOMPARE(m_mei->join(*invitation), QString());
        const domain::PersonId mei = m_mei->engine().me();
        QTRY_VERIFY(m_priya->engine().book().workspace().people.contains(mei));
        for (const QString &name : {u"it"_s, u"it-handover"_s})
            QVERIFY(wait(m_priya->engine().platform().invite(m_priya->room(name), mei)).has_value());
        QTRY_VERIFY(!m_mei->room(u"it-handover"_s).isEmpty());
        m_room = m_priya->room(u"it-handover"_s);
        // Only Priya's node reaches the host: hers is the one that runs.
        domain::Inventory inventory = m_priya->engine().book().workspace().inventory();
        domain::Host host = m_host->host();
        host.nodes = {m_priya->engine().entry().node};
        inventory.hosts.append(host);
        QVERIFY(wait(session::publishInventory(m_priya->engine(), inventory)).has_value());
        QTRY_VERIFY(m_mei->engine().book().workspace().inventory().find(u"practice-01"_s));
        QTRY_VERIFY(m_mei->engine().lastMembers(m_mei->room(u"it"_s)).contains(mei));
    }

    void theOtherDesktopSeesTheLinesWhileItRuns()
    {
        Watcher hers(m_priya->engine(), m_room);
        Watcher others(m_mei->engine(), m_room);
        connect(&m_mei->engine(), &session::Engine::entriesStored, this,
                [this](const QList<store::StoredEntry> &entries) {
                    m_updates += std::count_if(entries.begin(), entries.end(),
                                               [](const auto &e) { return !e.entry.display.isEmpty(); });
                });
        session::Talk talk(m_priya->engine());
        const auto asked = wait(talk.say(m_room, u"/slow count practice-01"_s));
        QVERIFY2(asked.has_value(), asked ? "" : qPrintable(asked.error().message));
        const OpId op = asked->op;
        session::Approvals mei(m_mei->engine());
        QTRY_COMPARE_WITH_TIMEOUT(mei.waitingForMe().size(), 1, 20'000);
        QElapsedTimer ran;
        ran.start();
        QVERIFY(wait(mei.approve(m_room, op, u"go"_s, u"window"_s)).has_value());
        QTRY_VERIFY_WITH_TIMEOUT(m_mei->state(m_room).operation(op)->verification, 60'000);
        // All of them: each message holds the last twenty.
        QVERIFY2(others.linesOf(op).size() >= 25, qPrintable(others.linesOf(op).join(u" | "_s)));
        QVERIFY(others.linesOf(op).contains(u"counted <b>7</b>"_s));
        for (const QString &line : others.linesOf(op))
            QVERIFY2(hers.linesOf(op).contains(line), qPrintable(line));
        QCOMPARE(others.stepsOf(op), 30);
        QVERIFY2(m_updates >= 4 && m_updates <= ran.elapsed() / 500 + 2, qPrintable(QString::number(m_updates)));
        QTRY_VERIFY(others.card(op) && others.card(op)->look == session::OperationLook::verified);
        // And the whole log, once it is over: the same bytes on both.
        const Sha256 log = others.card(op)->log;
        QVERIFY(!log.isNull());
        const auto there = wait(m_mei->engine().custody().bytes(log));
        QVERIFY2(there.has_value(), there ? "" : qPrintable(there.error().message));
        QCOMPARE(Sha256::of(*there), log);
        for (const QString &line : others.linesOf(op))
            QVERIFY2(session::readOutput(*there).tail.contains(line) || there->contains(line.toUtf8()),
                     qPrintable(line));
    }

    void aDisplayMessageIsReadAsHostile()
    {
        session::LiveOutput live;
        session::readDisplay(live, u"2/5 · Patch · now\n\u001b[31m<b>red</b>\u202E\n"_s + QString(5000, u'y'));
        QCOMPARE(live.step, 2);
        QCOMPARE(live.of, 5);
        QCOMPARE(live.tail.size(), 2);
        QCOMPARE(live.tail.first(), u"␦[31m<b>red</b>⟨U+202E⟩"_s);
        QVERIFY(live.tail.last().size() <= 301);
        session::readDisplay(live, {});
        QVERIFY(live.tail.isEmpty());
        session::readDisplay(live, u"99999999999999999999/3 · x\nline"_s);
        QCOMPARE(live.of, 5);
        session::readDisplay(live, QString(2'000'000, u'\n'));
        QVERIFY(live.tail.isEmpty());
    }

    void cleanupTestCase()
    {
        m_mei.reset();
        m_priya.reset();
        m_host.reset();
    }

private:
    SystemClock m_clock;
    qsizetype m_updates = 0; //!< how often the card's message changed
    QTemporaryDir m_folder;
    std::unique_ptr<PracticeHost> m_host;
    std::unique_ptr<Desk> m_priya, m_mei;
    domain::RoomId m_room;
};

WARDROOM_TEST(TstLiveLog)
#include "tst_livelog.moc"
