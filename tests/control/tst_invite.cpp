// SPDX-FileCopyrightText: 2026 The Wardroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "control/calls.h"
#include "session/engine.h"
#include "support/fakeclock.h"
#include "support/testmain.h"
#include "support/world.h"

using namespace Qt::StringLiterals;
using namespace wardroom;
using namespace wardroom::test;

namespace {

//! A chat server that has one room and remembers who was let into it.
class OneRoom final : public chat::ChatPlatform
{
public:
    explicit OneRoom(const QString &platform) { m_capabilities.platform = platform; }

    const chat::Capabilities &capabilities() const override { return m_capabilities; }
    domain::PersonId self() const override { return domain::PersonId(u"@ada:server"_s); }
    chat::LinkState linkState() const override { return chat::LinkState::live; }
    QCoro::Task<Result<void>> start(QByteArray) override { co_return Result<void>(); }
    void stop() override {}
    QCoro::Task<Result<chat::Sent>> submit(chat::Outgoing) override { co_return fail(ErrorKind::unsupported, {}); }
    QCoro::Task<Result<std::optional<chat::Sent>>> reconcile(QString, domain::RoomId) override
    {
        co_return std::nullopt;
    }
    QCoro::Task<Result<void>> remove(domain::RoomId, domain::EntryId) override
    {
        co_return fail(ErrorKind::unsupported, {});
    }
    QCoro::Task<Result<QList<chat::Room>>> rooms() override
    {
        chat::Room room;
        room.id = domain::RoomId(u"!night:server"_s);
        room.name = u"night"_s;
        co_return QList<chat::Room>{room};
    }
    QCoro::Task<Result<QList<chat::Room>>> openRooms() override { co_return QList<chat::Room>(); }
    QCoro::Task<Result<chat::Room>> createRoom(chat::RoomSpec) override { co_return fail(ErrorKind::unsupported, {}); }
    QCoro::Task<Result<QList<domain::PersonId>>> members(domain::RoomId) override
    {
        co_return QList<domain::PersonId>{self()};
    }
    QCoro::Task<Result<void>> invite(domain::RoomId, domain::PersonId person) override
    {
        invited.append(person.text());
        co_return Result<void>();
    }
    QCoro::Task<Result<void>> leave(domain::RoomId) override { co_return fail(ErrorKind::unsupported, {}); }
    QCoro::Task<Result<chat::Page>> history(domain::RoomId, domain::Position, int) override { co_return chat::Page(); }
    QCoro::Task<Result<Sha256>> upload(QByteArray bytes) override { co_return Sha256::of(bytes); }
    QCoro::Task<Result<QByteArray>> download(Sha256) override { co_return fail(ErrorKind::notFound, {}); }
    QCoro::Task<domain::ClaimAnswer> claimOnce(QString) override { co_return domain::ClaimAnswer(); }

    QStringList invited;

private:
    chat::Capabilities m_capabilities;
};

} // namespace

//! Whoever has only a phone is in rooms without being in the workspace.
class TstInvite : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aWholeAccountNeedNotBeEnrolled_data()
    {
        QTest::addColumn<QString>("platform");
        QTest::addColumn<QString>("user");
        QTest::addColumn<bool>("isLetIn");
        QTest::addRow("on a chat server") << u"matrix"_s << u"@bo:server"_s << true;
        QTest::addRow("of another server") << u"matrix"_s << u"@bo:chat.example.org:8448"_s << true;
        QTest::addRow("a first name") << u"matrix"_s << u"bo"_s << false;
        QTest::addRow("half an account") << u"matrix"_s << u"@bo"_s << false;
        QTest::addRow("no server") << u"matrix"_s << u"@bo:"_s << false;
        QTest::addRow("something with a space") << u"matrix"_s << u"@bo b:server"_s << false;
        QTest::addRow("where a person is a key") << u"local"_s << u"@bo:server"_s << false;
    }

    void aWholeAccountNeedNotBeEnrolled()
    {
        QFETCH(QString, platform);
        QFETCH(QString, user);
        QFETCH(bool, isLetIn);
        QTemporaryDir folder;
        FakeClock clock;
        store::StoreOptions options;
        options.path = folder.filePath(u"db"_s);
        session::EngineParts parts;
        parts.entry.name = u"Blue team"_s;
        parts.entry.platform = platform;
        parts.entry.person = domain::PersonId(u"@ada:server"_s);
        parts.store = std::move(*store::Store::open(options));
        auto server = std::make_unique<OneRoom>(platform);
        OneRoom *asked = server.get();
        parts.platform = std::move(server);
        parts.clock = &clock;
        session::Workspace workspace(std::make_unique<session::Engine>(std::move(parts)));
        QVERIFY(wait(workspace.engine().refreshRooms()));

        const auto call = control::parseCall({u"room"_s, u"invite"_s, u"night"_s, user});
        QVERIFY(call);
        const control::Answer answer = wait(control::carryOut(workspace, *call));
        QCOMPARE(answer.exitCode, isLetIn ? 0 : 2);
        QCOMPARE(asked->invited, isLetIn ? QStringList{user} : QStringList());
    }
};

WARDROOM_TEST(TstInvite)
#include "tst_invite.moc"
