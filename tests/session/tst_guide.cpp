// SPDX-FileCopyrightText: 2026 The Wardroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/automation.h"
#include "session/commandbook.h"
#include "session/founding.h"
#include "session/guide.h"
#include "session/leads.h"
#include "session/talk.h"
#include "support/testmain.h"
#include "workspacetest.h"

#include <QSignalSpy>

using namespace wardroom;
using namespace wardroom::test;
using namespace Qt::StringLiterals;
using session::Advice;

//! What the bot teaches: help for this person here, explanations, what comes next, tips once, and the page of commands.
class TstGuide final : public WorkspaceTest
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        m_host = std::make_unique<PracticeHost>(u"shop-03"_s);
        if (!m_host->ok())
            QSKIP("no practice host can be made here");
    }
    void cleanupTestCase() { m_host.reset(); }
    void init()
    {
        QCOMPARE(found(), QString());
        m_talk = std::make_unique<session::Talk>(m_ada->engine());
        m_advised = std::make_unique<QSignalSpy>(m_talk.get(), &session::Talk::advised);
    }
    void cleanup()
    {
        m_advised.reset();
        m_talk.reset();
        clear();
    }

    void helpAnswersHoweverItIsAskedFor_data()
    {
        QTest::addColumn<QString>("words");
        for (const QString &words : {u"/help"_s, u"help"_s, u"what can you do?"_s, u"/?"_s, u"你能做什么"_s})
            QTest::newRow(qPrintable(words)) << words;
    }
    void helpAnswersHoweverItIsAskedFor()
    {
        QFETCH(QString, words);
        QVERIFY(wait(m_talk->say(m_room, words)));
        QCOMPARE(m_advised->size(), 1);
        const Advice advice = last();
        QVERIFY(advice.asked);
        QVERIFY2(advice.text.contains(u"/room catchup"_s), qPrintable(advice.text));
        QVERIFY(!advice.next.isEmpty() && advice.next.size() <= 3);
    }

    void whatNobodyCanUseHereYetIsNotOfferedAndSaysWhoCan()
    {
        setHosts({});
        QVERIFY(wait(m_talk->say(m_room, u"/help"_s)));
        // No hosts, and no CrowdSec on this desktop.
        QVERIFY2(!last().text.contains(u"  /host status"_s) && !last().text.contains(u"practice-01"_s),
                 qPrintable(last().text));
        QVERIFY2(last().text.contains(u"There are no hosts here yet; a policy admin can add some: Ada Byron."_s),
                 qPrintable(last().text));
        QVERIFY2(last().text.contains(u"crowdsec is not connected on this desktop"_s), qPrintable(last().text));
        for (const session::Suggestion &each : last().next)
            QVERIFY2(!each.line.startsWith(u"/host"_s) && !each.line.startsWith(u"/ip block"_s), qPrintable(each.line));
        addHost();
        QVERIFY(wait(m_talk->say(m_room, u"/help"_s)));
        QVERIFY2(last().text.contains(u"/host status shop-03"_s) && !last().text.contains(u"no hosts"_s),
                 qPrintable(last().text));
    }

    void helpOfOneCommandAndOfAWordOfSeveral()
    {
        addHost();
        QVERIFY(wait(m_talk->say(m_room, u"/help patch.apply"_s)));
        QVERIFY2(last().text.contains(u"/patch apply HOST PACKAGE"_s) && last().text.contains(u"shop-03"_s),
                 qPrintable(last().text));
        QVERIFY2(last().text.contains(u"needs 1 approval(s) of IT, where nobody but you is yet"_s),
                 qPrintable(last().text));
        QVERIFY(wait(m_talk->say(m_room, u"/help user"_s)));
        QVERIFY(last().text.contains(u"/user lock"_s) && last().text.contains(u"/user unlock"_s));
    }

    void explainingARequestRehearsesItAndAsksNobody()
    {
        addHost();
        const qsizetype before = m_ada->state(m_room).operations.size();
        const auto explained = wait(m_talk->explain(m_room, u"patch apply shop-03 shop-web"_s));
        QVERIFY2(explained, explained ? "" : qPrintable(explained.error().message));
        QCOMPARE(explained->title, u"/patch apply shop-03 shop-web"_s);
        for (const QString &part :
             {u"a practice host"_s, u"Exactly this would run: "_s, u"shop-web"_s, u"Undone by: "_s,
              u"Read back afterwards"_s, u"Nothing runs until 1 of IT agreed"_s})
            QVERIFY2(explained->text.contains(part), qPrintable(part + u" is not in: "_s + explained->text));
        QTest::qWait(300);
        QCOMPARE(m_ada->state(m_room).operations.size(), before);
        const auto again = wait(m_talk->explain(m_room, u"/patch apply shop-03 shop-web"_s));
        QVERIFY(again && again->text == explained->text);
    }

    void explainingTheStartOfAPlaybookSaysWhatItsStepsDo()
    {
        addHost();
        const auto facts = [this] {
            const domain::RoomFold *fold = m_ada->engine().book().fold(m_room); // none where nothing was said yet
            return fold ? fold->entries().size() : 0;
        };
        const qsizetype before = facts();
        const auto explained =
            wait(m_talk->explain(m_room, u"/playbook start patch-followup host=shop-03 package=shop-web"_s));
        QVERIFY2(explained, explained ? "" : qPrintable(explained.error().message));
        const QStringList lines = explained->text.split(u'\n');
        const auto lineOf = [&](const QString &part) {
            const auto found =
                std::find_if(lines.begin(), lines.end(), [&](const QString &each) { return each.contains(part); });
            return found == lines.end() ? -1 : found - lines.begin();
        };
        QVERIFY2(lineOf(u"1. "_s) >= 0 && lineOf(u"1. "_s) < lineOf(u"2. "_s), qPrintable(explained->text));
        const qsizetype patch = lineOf(u"patch.apply"_s);
        QVERIFY2(patch > 0 && lines.at(patch).contains(u"approvals needed: 1 (IT)"_s), qPrintable(explained->text));
        QVERIFY2(lines.value(lineOf(u"fix.list"_s)).contains(u"runs by itself"_s), qPrintable(explained->text));
        QVERIFY(lineOf(u"Nobody has to agree to the start itself"_s) > 0 &&
                lineOf(u"It does not start as it is"_s) > 0);
        QVERIFY2(!explained->text.contains(u"Nobody has to agree."_s), qPrintable(explained->text));
        const auto unsaid = wait(m_talk->explain(m_room, u"/playbook start patch-followup"_s));
        QVERIFY2(unsaid && unsaid->text.contains(u"host"_s) && !unsaid->text.contains(u"1. "_s),
                 "what it needs is said");
        QTest::qWait(300);
        QCOMPARE(facts(), before);
    }

    void explainingSaysWhereAndLeavesOutWhatNobodyWroteDown()
    {
        domain::Host host = m_host->host();
        host.owner.clear();
        setHosts({host});
        const auto blocked = wait(m_talk->explain(m_room, u"/ip block 203.0.113.7 for 4h on shop-03"_s));
        QVERIFY2(blocked, blocked ? "" : qPrintable(blocked.error().message));
        QVERIFY2(blocked->text.contains(u"On: shop-03 (a practice host: nothing real is touched)"_s) &&
                     !blocked->text.contains(u"owned by"_s),
                 qPrintable(blocked->text));
        // Named a host, it is done there, and not through the tool that would do it everywhere.
        QVERIFY2(!blocked->text.contains(u"Through: "_s) && blocked->text.contains(u"may write on that host alone"_s),
                 qPrintable(blocked->text));
        const auto everywhere = wait(m_talk->explain(m_room, u"/ip block 203.0.113.7 for 4h"_s));
        QVERIFY2(everywhere && everywhere->text.contains(u"Through: crowdsec"_s), "where no host is named");
    }

    void explainingWhatOnlyReadsSaysSo()
    {
        addHost();
        QVERIFY(wait(m_talk->say(m_room, u"/explain what's going on with shop-03?"_s)));
        QCOMPARE(m_advised->size(), 1);
        QVERIFY2(last().text.contains(u"It only reads, so it runs at once"_s), qPrintable(last().text));
        QCOMPARE(last().title, u"/host status shop-03"_s);
        const auto chatter = wait(m_talk->explain(m_room, u"lunch was good"_s));
        QVERIFY(!chatter && chatter.error().message.contains(u"asks for nothing"_s));
        const auto wrong = wait(m_talk->explain(m_room, u"/host stauts shop-03"_s));
        QVERIFY2(!wrong && wrong.error().message.contains(u"did you mean “status”"_s),
                 wrong ? "" : qPrintable(wrong.error().message));
        const auto unknown = wait(m_talk->explain(m_room, u"/host status nowhere-9"_s));
        QVERIFY(!unknown);
    }

    void afterACardComesWhatIsLikelyNextAndATipOnlyOnce()
    {
        addHost();
        QVERIFY(wait(m_talk->say(m_room, u"/host status shop-03"_s)));
        QTRY_COMPARE_WITH_TIMEOUT(m_advised->size(), 1, 30'000);
        QVERIFY(!last().asked);
        QCOMPARE(last().next.size(), 3);
        QCOMPARE(last().next.first().line, u"/host logins shop-03 since midnight"_s);
        QVERIFY2(last().text.contains(u"You can also say: "_s) && last().text.contains(u"shop-03"_s),
                 qPrintable(last().text));
        QVERIFY(wait(m_talk->say(m_room, u"/host status shop-03"_s)));
        QTRY_COMPARE_WITH_TIMEOUT(m_advised->size(), 2, 30'000);
        QVERIFY2(last().text.isEmpty(), qPrintable(last().text));
        // Also not after a restart.
        m_talk = std::make_unique<session::Talk>(m_ada->engine());
        m_advised = std::make_unique<QSignalSpy>(m_talk.get(), &session::Talk::advised);
        QVERIFY(wait(m_talk->say(m_room, u"what's going on with shop-03?"_s)));
        QTRY_COMPARE_WITH_TIMEOUT(m_advised->size(), 1, 30'000);
        QVERIFY(last().text.isEmpty());
    }

    void whatIsNotThereIsAnAnswerAndNoFailure()
    {
        addHost();
        const session::Automation automation(m_ada->engine());
        const QList<std::pair<QString, QString>> asked{{u"/file hash shop-03 /nowhere/at/all"_s, u"file.hash"_s},
                                                       {u"/alert show 9999"_s, u"alert.show"_s}};
        for (const auto &[line, command] : asked) {
            QVERIFY(wait(m_talk->say(m_room, line)));
            QTRY_COMPARE_WITH_TIMEOUT(automation.standing(command).evidence.runs, 1, 30'000);
            QCOMPARE(automation.standing(command).evidence.failed, 0);
        }
        for (const domain::OperationState &operation : m_ada->state(m_room).operations)
            QVERIFY2(operation.finish->summary.contains(u"there is no"_s), qPrintable(operation.finish->summary));
    }

    void inTheHoursOfSilenceNothingIsSaidUnaskedAndAfterAFailureOnlyWhatHelps()
    {
        addHost();
        QVERIFY(wait(m_talk->say(m_room, u"/log search shop-03 since 1h x y z"_s)));
        QTRY_COMPARE_WITH_TIMEOUT(m_advised->size(), 1, 30'000);
        m_talk->coach().setManners({u"warm"_s});
        QVERIFY(wait(m_talk->say(m_room, u"/file hash shop-03 /etc"_s)));
        // No tip and no warm word: what shows more, and the same once more.
        QTRY_COMPARE_WITH_TIMEOUT(m_advised->size(), 2, 30'000);
        QVERIFY(last().text.isEmpty() && !last().asked);
        QCOMPARE(last().title, u"It did not go well. To see more:"_s);
        QCOMPARE(linesOf(last().next), (QStringList{u"/host status shop-03"_s, u"/host changes shop-03 since 1h"_s,
                                                    u"/file hash shop-03 \"/etc\""_s}));
        m_advised->clear();
        const int now = QTime::currentTime().hour() * 60 + QTime::currentTime().minute();
        m_talk->coach().setManners({u"warm"_s, (now + 1430) % 1440, (now + 30) % 1440});
        QVERIFY(wait(m_talk->say(m_room, u"/host status shop-03"_s)));
        QTest::qWait(4000);
        QCOMPARE(m_advised->size(), 0);
        QVERIFY(wait(m_talk->say(m_room, u"/help"_s))); // who asks is answered
        QCOMPARE(m_advised->size(), 1);
    }

    void theToneIsLeftAsideWhileAGraveIncidentIsOpen()
    {
        m_talk->coach().setManners({u"warm"_s});
        QVERIFY(wait(m_talk->say(m_room, u"/help"_s)));
        QVERIFY2(last().text.startsWith(u"Happy to help"_s), qPrintable(last().text));
        QVERIFY(wait(m_talk->say(m_room, u"/incident open severity 1 Everything is burning"_s)));
        domain::RoomId burning;
        const auto opened = [&] {
            for (const chat::Room &room : m_ada->engine().book().rooms())
                if (m_ada->state(room.id).incident.opened)
                    burning = room.id;
            return !burning.isEmpty();
        };
        QTRY_VERIFY_WITH_TIMEOUT(opened(), 20'000);
        QVERIFY(wait(m_talk->say(burning, u"/help"_s)));
        QVERIFY2(last().text.startsWith(u"Say it in your own words"_s), qPrintable(last().text));
    }

    void thePageOfCommandsKnowsWhoMayAndHowItWent()
    {
        addHost();
        const auto status = [this] {
            for (const session::CommandLine &line : session::CommandBook(m_ada->engine()).lines())
                if (line.id == u"host.status")
                    return line;
            return session::CommandLine();
        };
        QCOMPARE(status().asked, 0);
        QVERIFY(status().usable && status().vetted);
        QCOMPARE(status().example, u"/host status shop-03"_s);
        QCOMPARE(status().practice, u"/host status shop-03"_s);
        QVERIFY(wait(m_talk->say(m_room, u"/host status shop-03"_s)));
        QTRY_COMPARE_WITH_TIMEOUT(status().well, 1, 30'000);
        QCOMPARE(status().runs.size(), 1);
        QCOMPARE(status().runs.first().tone, u"green"_s);
        QVERIFY(status().standing && status().standing->runsByItself);
        QCOMPARE(status().standing->evidence.runs, 1);
        for (const session::CommandLine &line : session::CommandBook(m_ada->engine()).lines())
            if (line.id == u"ip.block")
                QVERIFY(line.usable && line.who.contains(u"IT"_s)); // on the host, without CrowdSec
            else if (line.risk == domain::Risk::room)
                QVERIFY2(!line.standing && !line.vetting.contains(u"waits"_s), qPrintable(line.id));
    }

    void everyShippedCommandSaysWhatComesNext()
    {
        addHost();
        // These answer with lines of their own.
        const QStringList own{u"bot.help"_s, u"bot.learn"_s, u"explain"_s, u"playbook.list"_s, u"playbook.rehearse"_s};
        const QJsonObject args{
            {u"host"_s, u"shop-03"_s}, {u"text"_s, u"check the logs"_s}, {u"title"_s, u"Check it"_s},
            {u"due"_s, u"30m"_s},      {u"name"_s, u"patch-followup"_s}, {u"path"_s, u"/tmp/x"_s},
            {u"user"_s, u"deploy"_s},  {u"address"_s, u"203.0.113.7"_s}, {u"package"_s, u"shop-web"_s},
            {u"named"_s, u"xmrig"_s},  {u"cve"_s, u"CVE-2024-3094"_s},   {u"indicator"_s, u"203.0.113.7"_s}};
        const session::Guide guide(m_ada->engine());
        int seen = 0;
        for (const bot::Plugin &plugin : m_ada->engine().catalogue().plugins())
            for (const bot::Command &command : plugin.commands) {
                if (own.contains(command.id))
                    continue;
                const QList<session::Suggestion> next = guide.after(command.id, args);
                QVERIFY2(!next.isEmpty(), qPrintable(command.id));
                for (const session::Suggestion &each : next) {
                    QVERIFY2(!each.about.isEmpty(), qPrintable(each.line));
                    const auto meant = m_talk->understand(m_room, each.line);
                    // Begun, or whole; never wrong.
                    QVERIFY2(!meant.command.isEmpty(), qPrintable(each.line + u": "_s + meant.question));
                }
                ++seen;
            }
        QVERIFY2(seen >= 45, qPrintable(QString::number(seen)));
    }

    void aCveThatIsAskedAboutWithoutAHostIsOfferedForEachOfThem()
    {
        QList<domain::Host> hosts;
        for (const QString &name : {u"shop-03"_s, u"shop-04"_s, u"shop-05"_s, u"shop-06"_s}) {
            hosts.append(m_host->host());
            hosts.last().name = name;
        }
        setHosts(hosts);
        QVERIFY(wait(m_talk->say(m_room, u"are we affected by CVE-2024-3094?"_s)));
        QTRY_VERIFY_WITH_TIMEOUT(!m_advised->isEmpty(), 30'000);
        QCOMPARE(linesOf(last().next),
                 (QStringList{u"/cve show CVE-2024-3094 on shop-03"_s, u"/cve show CVE-2024-3094 on shop-04"_s,
                              u"/cve show CVE-2024-3094 on shop-05"_s}));
        m_advised->clear();
        QVERIFY(wait(m_talk->say(m_room, u"/cve show CVE-2024-3094 on shop-03"_s)));
        QTRY_VERIFY_WITH_TIMEOUT(!m_advised->isEmpty(), 30'000);
        for (const QString &line : linesOf(last().next)) // it was read there
            QVERIFY2(!line.startsWith(u"/cve show"_s), qPrintable(line));
    }

    void aRoomCommandIsFollowedByWhatComesNext()
    {
        QVERIFY(wait(m_talk->say(m_room, u"/task add Check who owns the key"_s)));
        QTRY_VERIFY(!m_advised->isEmpty());
        QCOMPARE(last().next.first().line, u"/remind in 30m \"Check who owns the key\""_s);
        QVERIFY(wait(m_talk->say(m_room, u"/room catchup"_s)));
        QTRY_COMPARE(last().next.value(0).line, u"/alert list state open"_s);
        QVERIFY(last().asked && !last().text.isEmpty());
    }

    void whatIsMissingIsAskedOnceWithALineForEachHost()
    {
        addHost();
        domain::Host second = m_host->host();
        second.name = u"shop-04"_s;
        setHosts({m_host->host(), second});
        QSignalSpy hinted(m_talk.get(), &session::Talk::hinted);
        QVERIFY(wait(m_talk->say(m_room, u"what is going on with shop-05?"_s)));
        QCOMPARE(m_advised->size(), 1);
        QVERIFY(hinted.isEmpty());
        QVERIFY(last().isQuestion && last().asked);
        QVERIFY2(last().text.startsWith(u"Which host?"_s), qPrintable(last().text));
        QVERIFY(!last().next.isEmpty() && !last().next.first().about.isEmpty());
        for (const session::Suggestion &each : last().next)
            QCOMPARE(m_talk->understand(m_room, each.line).intent, domain::IntentKind::command);
        // A typed one comes back, too, and is asked the same way.
        const auto typed = wait(m_talk->say(m_room, u"/host status"_s));
        QVERIFY(!typed);
        QCOMPARE(linesOf(last().next), (QStringList{u"/host status shop-03"_s, u"/host status shop-04"_s}));
    }

    void whatChangesSomethingIsOfferedAsALine()
    {
        addHost();
        QVERIFY(wait(m_talk->say(m_room, u"lock the account deploy on shop-03"_s)));
        QCOMPARE(m_advised->size(), 1);
        QCOMPARE(linesOf(last().next), QStringList{u"/user lock shop-03 deploy"_s});
        QVERIFY(last().isQuestion);
        QVERIFY2(last().text.contains(u"To ask for it, send: "_s), qPrintable(last().text));
        QTest::qWait(300);
        QVERIFY(m_ada->state(m_room).operations.isEmpty());
    }

    void anExampleIsOfWhatCanBeTriedHere()
    {
        domain::Host here;
        here.name = u"aa-this-machine"_s;
        here.reach = u"local"_s;
        setHosts({here, m_host->host()});
        const session::Guide guide(m_ada->engine());
        const bot::Command *isolate = m_ada->engine().catalogue().command(u"host.isolate"_s);
        QVERIFY2(guide.exampleOf(*isolate).contains(u"shop-03"_s), qPrintable(guide.exampleOf(*isolate)));
        const bot::Command *block = m_ada->engine().catalogue().command(u"ip.block"_s); // CrowdSec is not connected
        QVERIFY2(guide.exampleOf(*block).endsWith(u"on shop-03"_s), qPrintable(guide.exampleOf(*block)));
    }

    void anAddressIsBlockedOnTheHostWhereItWasSeen()
    {
        addHost();
        const QString text = u"Failed from 203.0.113.7"_s;
        const QStringList lines = linesOf(m_talk->leads(text, u"shop-03"_s));
        QCOMPARE(lines.value(0), u"/ip block 203.0.113.7 for 4h on shop-03"_s);
        const auto meant = m_talk->understand(m_room, lines.value(0));
        QCOMPARE(meant.command, u"ip.block"_s);
        session::Wish wish;
        wish.command = meant.command;
        wish.args = meant.args;
        const auto asked = wait(m_ada->engine().commands().rehearse(wish));
        QVERIFY2(asked, asked ? "" : qPrintable(asked.error().message));
        QCOMPARE(asked->title, u"Block 203.0.113.7 for 4h on shop-03"_s); // where: an approver reads that first
        QVERIFY(asked->runner.isEmpty());                                 // any node that reaches it, not only this one
        QCOMPARE(meant.args.value(u"host"_s).toString(), u"shop-03"_s);
        QVERIFY(!linesOf(m_talk->leads(text, u"nowhere-9"_s)).contains(u"/ip block 203.0.113.7 for 4h on nowhere-9"_s));
        session::AlertCard alert;
        alert.source = u"203.0.113.7"_s;
        alert.target = u"shop-03"_s;
        const QStringList ofAlert = linesOf(m_talk->leadsOfAlert(alert, u"ssh brute force"_s));
        QVERIFY(ofAlert.contains(u"/ip block 203.0.113.7 for 4h on shop-03"_s));
        QVERIFY(ofAlert.contains(u"/host status shop-03"_s));
    }

    void theAnswersOfPlaybooksStayToBeRead()
    {
        addHost();
        QSignalSpy hinted(m_talk.get(), &session::Talk::hinted);
        QVERIFY(wait(m_talk->say(m_room, u"/playbook rehearse patch-followup host=shop-03 package=shop-web"_s)));
        QCOMPARE(m_advised->size(), 1);
        QVERIFY(hinted.isEmpty());
        QVERIFY2(last().asked && last().text.count(u'\n') >= 3, qPrintable(last().text));
        QCOMPARE(linesOf(last().next), QStringList{u"/playbook start patch-followup host=shop-03 package=shop-web"_s});
        QVERIFY(wait(m_talk->say(m_room, u"/playbook list"_s)));
        QVERIFY2(last().text.contains(u"malware-containment"_s), qPrintable(last().text));
        for (const session::Suggestion &each : last().next)
            QVERIFY2(each.line.startsWith(u"/playbook start "_s), qPrintable(each.line));
    }

    void theLeadsOfACardAreItsAddressesCvesAndHashes()
    {
        const QString text =
            u"Failed from 203.0.113.7, 203.0.113.7 and 2001:db8::7 at 12:30:45, libfoo 1.2.3.4-5, 127.0.0.1; "
            "CVE-2024-3094; d41d8cd98f00b204e9800998ecf8427e; 999.1.1.1; v10.1.2.3"_s;
        QCOMPARE(session::addressesIn(text), (QStringList{u"203.0.113.7"_s, u"2001:db8::7"_s}));
        QCOMPARE(session::cvesIn(text), QStringList{u"CVE-2024-3094"_s});
        QCOMPARE(session::hashesIn(text), QStringList{u"d41d8cd98f00b204e9800998ecf8427e"_s});
        QVERIFY(session::addressesIn(QString(200'000, u'1')).isEmpty());
        const QStringList lines = linesOf(m_talk->leads(text));
        QVERIFY(lines.contains(u"/ip lookup 203.0.113.7"_s) && lines.contains(u"/cve show CVE-2024-3094"_s));
        QVERIFY(!lines.contains(u"/ip block 203.0.113.7 for 4h"_s)); // no CrowdSec here
        QCOMPARE(
            m_talk->understand(m_room, m_talk->noteOf(u"two\nlines of “words”"_s)).args.value(u"text"_s).toString(),
            u"two lines of 'words'"_s);
    }

private:
    static QStringList linesOf(const QList<session::Suggestion> &suggestions)
    {
        QStringList lines;
        for (const session::Suggestion &each : suggestions)
            lines << each.line;
        return lines;
    }
    Advice last() const { return m_advised->isEmpty() ? Advice() : m_advised->last().at(0).value<Advice>(); }
    //! The practice host is all there is; a new workspace knows its own machine.
    void addHost() { setHosts({m_host->host()}); }
    void setHosts(const QList<domain::Host> &hosts)
    {
        domain::Inventory inventory = m_ada->engine().book().workspace().inventory();
        inventory.hosts = hosts;
        QVERIFY(wait(session::publishInventory(m_ada->engine(), inventory)).has_value());
        QTRY_COMPARE(m_ada->engine().book().workspace().inventory().hosts.size(), hosts.size());
        QTRY_VERIFY(hosts.isEmpty() || m_ada->engine().book().workspace().inventory().find(hosts.first().name));
    }

    std::unique_ptr<PracticeHost> m_host;
    std::unique_ptr<session::Talk> m_talk;
    std::unique_ptr<QSignalSpy> m_advised;
};

WARDROOM_TEST(TstGuide)
#include "tst_guide.moc"
