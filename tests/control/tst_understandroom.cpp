// SPDX-FileCopyrightText: 2026 The Wardroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "control/controlclient.h"
#include "control/controlserver.h"
#include "control/sentences.h"
#include "session/talk.h"
#include "support/testmain.h"
#include "support/world.h"

using namespace wardroom;
using namespace wardroom::test;
using namespace Qt::StringLiterals;

//! "wardroomctl understand --room" is the room's own understanding, through the socket of the program that has it.
class TstUnderstandRoom final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        m_desk = std::make_unique<Desk>(m_folder.filePath(u"ada"_s), u"Ada Byron"_s, m_clock);
        QCOMPARE(m_desk->found(u"blue"_s, m_folder.filePath(u"room"_s)), QString());
        m_room = m_desk->room(u"security-ops"_s);
        m_workspace = std::make_unique<session::Workspace>(m_desk->takeEngine());
        m_server.setWorkspace(m_workspace.get());
        QVERIFY(m_server.listen(m_folder.path()));
    }
    void cleanupTestCase()
    {
        m_server.close();
        m_workspace.reset();
        m_desk.reset();
    }

    void itAnswersAsTheRoomDoes()
    {
        const QStringList lines{u"who logged in to it since midnight?"_s,
                                u"and what is listening there?"_s,
                                u"patch openssl on it"_s,
                                u"/host status"_s,
                                u"/host status this-machine"_s,
                                u"block 203.0.113.7 for 4 hours"_s,
                                u"lunch?"_s,
                                u"help"_s,
                                u"谁登录过它"_s,
                                u"what's going on with wbe-01?"_s};
        QCOMPARE(asked(lines), expected(lines));
        QVERIFY2(hostOf(u"who logged in to it since midnight?"_s).isEmpty(), "nothing was shown yet");
        QVERIFY(wait(m_workspace->talk().say(m_room, u"/host status this-machine"_s)).has_value());
        const auto isOver = [&] {
            for (const domain::OperationState &each : m_workspace->engine().book().state(m_room).operations)
                if (each.finish)
                    return true;
            return false;
        };
        QTRY_VERIFY_WITH_TIMEOUT(isOver(), 30'000);
        QCOMPARE(asked(lines), expected(lines));
        QCOMPARE(hostOf(u"who logged in to it since midnight?"_s), u"this-machine"_s);
    }

    void aRoomThatIsNotThereIsSaid()
    {
        control::ControlClient client(m_folder.path());
        const QStringList arguments{u"understand"_s, u"--room"_s, u"nowhere"_s};
        const auto answer = wait(client.ask(
            arguments, [](const QJsonValue &, const QString &) {}, "help\n"));
        QVERIFY(answer.has_value());
        QVERIFY(answer->exitCode != 0 && answer->note.contains(u"nowhere"_s));
    }

private:
    QList<QJsonObject> asked(const QStringList &lines)
    {
        QList<QJsonObject> heard;
        control::ControlClient client(m_folder.path());
        const QStringList arguments{u"understand"_s, u"--room"_s, u"security-ops"_s};
        const std::function<void(const QJsonValue &, const QString &)> take =
            [&heard](const QJsonValue &json, const QString &) { heard.append(json.toObject()); };
        const auto answer = wait(client.ask(arguments, take, lines.join(u'\n').toUtf8() + '\n'));
        return answer && answer->exitCode == 0 ? heard : QList<QJsonObject>();
    }
    QList<QJsonObject> expected(const QStringList &lines) const
    {
        QList<QJsonObject> meant;
        for (const QString &line : lines)
            meant.append(control::understandingJson(line, m_workspace->talk().understand(m_room, line)));
        return meant;
    }
    QString hostOf(const QString &line)
    {
        return asked({line}).value(0).value(u"args"_s).toObject().value(u"host"_s).toString();
    }

    SystemClock m_clock;
    QTemporaryDir m_folder;
    std::unique_ptr<Desk> m_desk;
    std::unique_ptr<session::Workspace> m_workspace;
    control::ControlServer m_server;
    domain::RoomId m_room;
};

WARDROOM_TEST(TstUnderstandRoom)
#include "tst_understandroom.moc"
