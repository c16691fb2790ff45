// SPDX-FileCopyrightText: 2026 The Wardroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/founding.h"

#include "domain/invitation.h"
#include "session/actions.h"
#include "session/resources.h"

#include <QCoroTimer>
#include <QFileInfo>
#include <QSysInfo>

namespace wardroom::session {
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("Founding", text);
}

RoomId controlRoom(const Engine &engine)
{
    const chat::Room *control = engine.book().roomFor(chat::Purpose::control);
    return control ? control->id : RoomId();
}

QCoro::Task<Result<RoomId>> roomCalled(Engine &engine, chat::RoomSpec spec)
{
    for (const chat::Room &room : engine.book().rooms())
        if (room.name == spec.name)
            co_return room.id;
    const Result<chat::Room> made = co_await engine.platform().createRoom(spec);
    if (!made)
        co_return tl::unexpected(made.error());
    co_return made->id;
}

//! Somebody new sees the team's open rooms at once; groups and incidents take them in by invitation.
QCoro::Task<Result<void>> joinOpenRooms(Engine &engine)
{
    const QPointer<Engine> self(&engine);
    const Result<QList<chat::Room>> open = co_await engine.platform().openRooms();
    if (!self || !open)
        co_return self ? tl::unexpected(open.error()) : fail(ErrorKind::cancelled, {});
    for (const chat::Room &room : *open) {
        const Result<void> joined = co_await engine.platform().invite(room.id, engine.me());
        if (!self || !joined)
            co_return self ? joined : fail(ErrorKind::cancelled, {});
    }
    co_return co_await engine.refreshRooms();
}

//! Came with this program, and not from somebody's own folder of plugins.
bool isShipped(const bot::Plugin &plugin)
{
    const QString shipped = QFileInfo(resourceFolder() + u"/plugins"_s).canonicalFilePath() + u'/';
    return QFileInfo(plugin.folder).canonicalFilePath().startsWith(shipped);
}

//! A team starts small: reads run, one of IT approves a change, two a disruption, and the founder is on call. Nothing
//! runs by itself that changes something. Once there is a second admin, one of them cannot change the policy alone.
domain::Policy firstPolicy(const Engine &engine, const RoomId &alerts, const RoomId &it)
{
    domain::Policy policy;
    policy.version = 1;
    policy.level = 2;
    policy.automation.emplace();
    policy.policyApprovals = 1;
    policy.admins = {engine.me()};
    policy.groups = {{u"IT"_s, it}};
    policy.approvals = {{domain::Risk::change, u"IT"_s, 1}, {domain::Risk::disrupt, u"IT"_s, 2}};
    policy.rota = {engine.me()};
    policy.alertRoom = alerts;
    for (const bot::Plugin &plugin : engine.catalogue().plugins())
        if (isShipped(plugin))
            policy.vetted.append({plugin.name, plugin.hash, engine.me(), engine.clock().nowMs()});
    return policy;
}

//! Folded here, whatever the fold made of it. A fact that was just said is among the last.
bool isThere(const RoomBook &book, const RoomId &room, const FactId &fact)
{
    const domain::RoomFold *fold = book.fold(room);
    if (!book.isControl(room) && !fold)
        return false;
    const QList<domain::ReadEntry> &entries = book.isControl(room) ? book.control().entries() : fold->entries();
    const qsizetype first = std::max<qsizetype>(0, entries.size() - 500);
    for (qsizetype i = entries.size() - 1; i >= first; --i)
        if (entries.at(i).envelope && entries.at(i).envelope->id == fact)
            return true;
    return false;
}

} // namespace

QCoro::Task<Result<void>> settled(Engine &engine, FactId fact)
{
    const QPointer<Engine> self(&engine);
    const Result<chat::Sent> sent = co_await engine.sender().delivered(fact);
    if (!sent)
        co_return tl::unexpected(sent.error());
    for (int tries = 0; self && tries < 500; ++tries) {
        for (const chat::Room &room : engine.book().rooms())
            if (isThere(engine.book(), room.id, fact))
                co_return Result<void>();
        QTimer pause;
        pause.start(10ms);
        co_await pause;
    }
    co_return fail(ErrorKind::timeout, tr("The room did not show what was just said. Check the connection."));
}

QCoro::Task<Result<void>> enrol(Engine &engine, QString personName, QString invitation)
{
    const QPointer<Engine> self(&engine);
    const domain::WorkspaceState &known = engine.book().workspace();
    if (known.node(engine.entry().node) || known.asking.contains(engine.entry().node))
        co_return Result<void>();
    domain::NodeEnrolled fact;
    fact.node = engine.entry().node;
    fact.person = engine.me();
    fact.name = personName;
    fact.machine = QSysInfo::machineHostName();
    fact.key = engine.key().publicKey().hex();
    const Result<RoomId> claimRoom = co_await engine.platform().claimRoom();
    if (!self || !claimRoom)
        co_return self ? tl::unexpected(claimRoom.error()) : fail(ErrorKind::cancelled, {});
    fact.claimRoom = *claimRoom;
    if (!invitation.isEmpty()) {
        const Result<domain::Invitation> parsed = domain::Invitation::fromText(invitation);
        if (!parsed)
            co_return tl::unexpected(parsed.error());
        fact.invitation = domain::proveInvitation(*parsed, fact.node, engine.key().publicKey());
    }
    const domain::Fact enrolled = fact;
    const Result<FactId> said = co_await sayFact(engine, controlRoom(engine), enrolled);
    if (!said || !self)
        co_return self ? tl::unexpected(said.error()) : fail(ErrorKind::cancelled, {});
    if (const Result<void> done = co_await settled(engine, *said); !done || !self)
        co_return done;
    // Somebody who is in has to vouch for it; until then this desktop reads and talks.
    if (engine.book().workspace().asking.contains(engine.entry().node))
        co_return Result<void>();
    if (!engine.book().workspace().node(engine.entry().node))
        co_return fail(ErrorKind::forbidden, tr("The workspace did not take this invitation: it was used already, or "
                                                "it has expired. Ask for a new one."));
    co_return co_await joinOpenRooms(engine);
}

QCoro::Task<Result<void>> furnish(Engine &engine)
{
    const QPointer<Engine> self(&engine);
    const bool founder = engine.key().publicKey().fingerprint() == engine.entry().trust;
    if (!founder || engine.book().workspace().policy())
        co_return Result<void>();
    QMap<QString, RoomId> rooms;
    const QList<chat::RoomSpec> specs{
        {u"ids-alerts"_s, tr("What the detection tools see"), chat::Purpose::alerts, false, {}},
        {u"security-ops"_s, tr("Everyday security talk"), chat::Purpose::channel, false, {}},
        {u"it-handover"_s, tr("Changes handed to IT"), chat::Purpose::channel, false, {}},
        {u"it"_s, tr("Members of this room approve changes"), chat::Purpose::group, true, {}}};
    for (const chat::RoomSpec &spec : specs) {
        const Result<RoomId> made = co_await roomCalled(engine, spec);
        if (!made || !self)
            co_return self ? tl::unexpected(made.error()) : fail(ErrorKind::cancelled, {});
        rooms.insert(spec.name, *made);
    }
    if (const Result<void> fresh = co_await engine.refreshRooms(); !fresh || !self)
        co_return self ? fresh : fail(ErrorKind::cancelled, {});
    const domain::Policy policy = firstPolicy(engine, rooms.value(u"ids-alerts"_s), rooms.value(u"it"_s));
    const domain::Fact fact = domain::PolicyPublished{policy};
    const Result<FactId> said = co_await sayFact(engine, controlRoom(engine), fact);
    if (!said || !self)
        co_return self ? tl::unexpected(said.error()) : fail(ErrorKind::cancelled, {});
    if (const Result<void> done = co_await settled(engine, *said); !done || !self)
        co_return done;
    if (engine.practisesOnly())
        co_return Result<void>(); // this machine is none of a drill's
    domain::Inventory inventory;
    inventory.hosts = {{u"this-machine"_s, {u"localhost"_s}, u"local"_s, {}, {}, u"IT"_s, {engine.entry().node}}};
    const Result<FactId> listed = co_await publishInventory(engine, inventory);
    co_return listed ? Result<void>() : tl::unexpected(listed.error());
}

} // namespace wardroom::session
