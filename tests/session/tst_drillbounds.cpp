// SPDX-FileCopyrightText: 2026 The Wardroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "bot/runtime/steprunner.h"
#include "drillplayer.h"
#include "session/actions.h"
#include "support/testmain.h"

#include <QTcpServer>

using namespace wardroom;
using namespace wardroom::test;
using namespace Qt::StringLiterals;

namespace {

//! A tool that guards something real, and counts who speaks to it.
class RealTool final : public connectors::SecurityTool
{
public:
    QString name() const override { return u"crowdsec"_s; }
    QStringList actions() const override { return {u"block"_s, u"unblock"_s, u"check"_s}; }
    Result<connectors::ToolRequest> describe(QString, QJsonObject args) const override
    {
        return connectors::ToolRequest{u"POST"_s, u"http://real"_s, args};
    }
    QCoro::Task<Result<QJsonObject>> perform(QString, QJsonObject) override
    {
        ++calls;
        co_return QJsonObject{{u"active"_s, true}};
    }
    QCoro::Task<Result<void>> start() override { co_return Result<void>(); }
    int calls = 0;
};

} // namespace

//! A drill can never touch a real host. Each way to one is tried, while a drill is played.
class TstDrillBounds final : public QObject
{
    Q_OBJECT

private:
    SystemClock m_clock;
    QTcpServer m_real;      //!< where the "real" host's SSH would answer
    QTemporaryDir m_folder; //!< a real machine's files
    std::unique_ptr<DrillPlayer> m_player;

    domain::Host realHost() const
    {
        domain::Host host;
        host.name = u"web-real"_s;
        host.reach = u"ssh"_s;
        host.address = u"127.0.0.1:%1"_s.arg(m_real.serverPort());
        host.user = u"ops"_s;
        host.hostKey = u"ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIPractice0000000000000000000000000000000000"_s;
        return host;
    }
    domain::Host thisMachine() const
    {
        domain::Host host;
        host.name = u"this-machine"_s;
        host.reach = u"local"_s;
        return host;
    }
    //! Says that it is a practice host; its folder does not.
    domain::Host pretender() const
    {
        domain::Host host;
        host.name = u"pretender"_s;
        host.reach = u"practice"_s;
        host.root = m_folder.path();
        return host;
    }

    //! What became of \a words in the room: the error, or how the operation ended.
    QString outcomeOf(const QString &words)
    {
        session::Talk talk(m_player->desk.engine());
        const domain::RoomId room = m_player->desk.room(u"security-ops"_s);
        const auto said = wait(talk.say(room, words));
        if (!said)
            return said.error().message;
        if (said->op.isEmpty())
            return u"nothing was asked"_s;
        const auto operation = [&] { return m_player->desk.state(room).operation(said->op); };
        if (!QTest::qWaitFor([&] { return operation() && operation()->finish; }, 20'000))
            return u"it waits"_s;
        const domain::CommandFinished finish = *operation()->finish;
        return finish.outcome == domain::Outcome::done ? u"IT RAN"_s : finish.summary;
    }

private Q_SLOTS:
    void initTestCase()
    {
        QVERIFY(m_real.listen(QHostAddress::LocalHost));
        QDir(m_folder.path()).mkpath(u"etc"_s);
        m_player = std::make_unique<DrillPlayer>(u"first-shift"_s, m_clock);
        const QString begun = m_player->begin();
        QVERIFY2(begun.isEmpty(), qPrintable(begun));
        // Straight into the room, past everything that would refuse to list them: the fold takes what an admin signs.
        session::Engine &engine = m_player->desk.engine();
        domain::Inventory inventory = engine.book().workspace().inventory();
        inventory.version += 1;
        inventory.hosts << realHost() << thisMachine() << pretender();
        const chat::Room *control = engine.book().roomFor(chat::Purpose::control);
        const domain::Fact fact = domain::InventoryPublished{inventory};
        const auto said = wait(session::sayFact(engine, control->id, fact));
        QVERIFY(said.has_value() && wait(session::settled(engine, *said)).has_value());
        QVERIFY(engine.book().workspace().inventory().find(u"web-real"_s) != nullptr);
        QVERIFY(!m_player->play->isOver());
    }
    void cleanupTestCase() { m_player.reset(); }

    void aRealHostCannotBeListed()
    {
        for (const domain::Host &host : {realHost(), thisMachine()}) {
            domain::Inventory inventory;
            inventory.hosts = {host};
            const auto listed = wait(session::publishInventory(m_player->desk.engine(), inventory));
            QVERIFY2(!listed && listed.error().kind == ErrorKind::forbidden, qPrintable(host.name));
        }
    }

    void aCommandAimedAtARealHostIsRefused_data()
    {
        QTest::addColumn<QString>("words");
        for (const char *words :
             {"/host status web-real", "/host logins web-real", "/user lock web-real deploy",
              "/patch apply web-real openssl", "/host isolate web-real", "/ip block 203.0.113.7 for 1h on web-real",
              "/process stop web-real sshd", "/host status this-machine", "/host processes this-machine",
              "/fix list this-machine", "/host status pretender", "/file hash pretender /etc/passwd",
              "/user lock pretender root"})
            QTest::newRow(words) << QString::fromLatin1(words);
    }
    void aCommandAimedAtARealHostIsRefused()
    {
        QFETCH(QString, words);
        const QString said = outcomeOf(words);
        QVERIFY2(said.contains(u"for practice"_s), qPrintable(said));
        QVERIFY2(!m_real.hasPendingConnections(), "something connected to the real host");
        QVERIFY(!m_player->play->isOver());
    }

    void thePracticeHostItselfIsReached() { QCOMPARE(outcomeOf(u"/host status practice-01"_s), u"IT RAN"_s); }

    void theStepItselfIsRefusedWhoeverAsks()
    {
        // Below the room, where an approved request of somebody else would arrive.
        const bot::Catalogue catalogue = m_player->desk.engine().catalogue();
        MemorySecrets secrets;
        QVERIFY(wait(secrets.write(u"ssh.web-real"_s, "a key")).has_value());
        bot::StepRunner runner(catalogue, {}, nullptr, m_clock);
        runner.setSecrets(&secrets, "taker");
        runner.practiseOnly();
        for (const domain::Host &host : {realHost(), thisMachine(), pretender()})
            for (const QString &step : {u"run"_s, u"undo"_s, u"verify"_s, u"verify_undo"_s, u"rehearse"_s}) {
                bot::StepRequest request;
                request.command = u"user.lock"_s;
                request.step = step;
                request.host = host;
                request.args = {{u"host"_s, host.name}, {u"user"_s, u"deploy"_s}};
                const auto ran = wait(runner.run(request, {}));
                QVERIFY2(!ran && ran.error().kind == ErrorKind::forbidden, qPrintable(host.name + u' ' + step));
            }
        QVERIFY(!m_real.hasPendingConnections());
    }

    void aPracticeHostThatIsGoneSaysSo()
    {
        bot::StepRunner runner(m_player->desk.engine().catalogue(), {}, nullptr, m_clock);
        runner.practiseOnly();
        bot::StepRequest request;
        request.command = u"host.status"_s;
        request.step = u"run"_s;
        request.host = pretender();
        request.host.root += u"/of an earlier drill"_s;
        request.args = {{u"host"_s, request.host.name}};
        const auto ran = wait(runner.run(request, {}));
        QVERIFY2(!ran && ran.error().message.contains(u"is gone"_s), ran ? "it ran" : qPrintable(ran.error().message));
    }

    void aPretendersFolderMayNotBorrowTheMark()
    {
        // A link to a real practice host's mark makes nothing a practice host.
        QDir(m_folder.path()).mkpath(u"etc/wardroom"_s);
        const domain::Host *good = m_player->desk.engine().book().workspace().inventory().find(u"practice-01"_s);
        QVERIFY(QFile::link(good->root + u"/etc/wardroom/host.json"_s, m_folder.filePath(u"etc/wardroom/host.json"_s)));
        const QString said = outcomeOf(u"/file hash pretender /etc/passwd"_s);
        QFile::remove(m_folder.filePath(u"etc/wardroom/host.json"_s));
        QVERIFY2(said.contains(u"for practice"_s), qPrintable(said));
    }

    void aProfilesOwnToolsAreNotADrills()
    {
        QTemporaryDir folder;
        RealTool real;
        MemorySecrets secrets;
        auto profile = std::move(*session::Profile::open(folder.filePath(u"profile"_s)));
        session::Environment environment;
        environment.profile = profile.get();
        environment.secrets = &secrets;
        environment.clock = &m_clock;
        environment.tools = {&real};
        session::Workspaces workspaces(environment);
        const auto drill = wait(workspaces.foundForPractice(u"drill"_s));
        const auto work = wait(workspaces.found(u"work"_s, {}));
        QVERIFY(drill && work);
        const auto practising = wait(workspaces.open(*drill));
        const auto working = wait(workspaces.open(*work));
        QVERIFY(practising && working);
        QVERIFY((*practising)->tools().isEmpty());
        QCOMPARE((*working)->tools().size(), 1);
        QVERIFY((*practising)->practisesOnly() && !(*working)->practisesOnly());
        QVERIFY((*practising)->book().workspace().inventory().hosts.isEmpty());
        QCOMPARE(real.calls, 0);
    }

    void whoJoinsAndWhoComesBackPractisesToo()
    {
        const auto invitation = session::invitationFor(m_player->desk.engine());
        QVERIFY(invitation.has_value());
        QTemporaryDir folder;
        Desk other(folder.filePath(u"bo"_s), u"Bo"_s, m_clock);
        QCOMPARE(other.join(*invitation), QString());
        QVERIFY(other.engine().practisesOnly());
        QCOMPARE(other.reopen(), QString());
        QVERIFY(other.engine().practisesOnly());
    }
};

WARDROOM_TEST(TstDrillBounds)
#include "tst_drillbounds.moc"
