// SPDX-FileCopyrightText: 2026 The Wardroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "session/talk.h"
#include "session/workspace.h"
#include "support/synapse.h"
#include "support/world.h"

namespace wardroom::test {

using namespace Qt::StringLiterals;
using session::EntryId;
using session::RoomId;

//! One desktop of somebody on a Matrix server.
class Seat final
{
public:
    Seat(const QString &folder, const QString &name)
    {
        m_profile = std::move(*session::Profile::open(folder));
        m_profile->setPersonName(name);
        session::Environment environment;
        environment.profile = m_profile.get();
        environment.secrets = &m_secrets;
        environment.clock = &m_clock;
        environment.catalogue =
            bot::Catalogue::load(QStringList{QStringLiteral(WARDROOM_SOURCE_DIR "/resources/plugins")});
        m_workspaces = std::make_unique<session::Workspaces>(environment);
    }
    QString add(const Synapse &server, const SynapseUser &who, const QString &trust = {})
    {
        return open(wait(m_workspaces->matrix().add(u"Acme"_s, with(server, who), trust)));
    }
    QString join(const Synapse &server, const SynapseUser &who, const QString &invitation)
    {
        return open(wait(m_workspaces->matrix().join(invitation, with(server, who))));
    }
    session::Workspace &workspace() { return *m_workspace; }
    session::Engine &engine() { return m_workspace->engine(); }
    RoomId room(const QString &name) { return m_workspace->roomNamed(name); }
    qint64 unread(const RoomId &room)
    {
        for (const session::RoomLine &line : m_workspace->rooms())
            if (line.id == room)
                return line.unread;
        return -1;
    }
    //! Until it has come back, as a row that somebody can change has.
    EntryId say(const RoomId &room, const QString &words)
    {
        const EntryId said = wait(m_workspace->talk().say(room, words)).value_or(session::SaidAnswer()).entry;
        const bool came = QTest::qWaitFor([&] { return entry(room, said).has_value(); }, 30'000);
        return came ? said : EntryId();
    }
    std::optional<domain::Entry> entry(const RoomId &room, const EntryId &id)
    {
        const auto found = wait(engine().store().entry(room, id));
        return found && *found ? std::optional((*found)->entry) : std::nullopt;
    }

private:
    static session::MatrixCredentials with(const Synapse &server, const SynapseUser &who)
    {
        session::MatrixCredentials credentials;
        credentials.homeserver = server.url().toString();
        credentials.user = who.id;
        credentials.password = who.password.toUtf8();
        return credentials;
    }
    QString open(const Result<session::WorkspaceEntry> &entry)
    {
        if (!entry)
            return entry.error().message;
        auto engine = wait(m_workspaces->open(*entry));
        if (!engine)
            return engine.error().message;
        m_workspace = std::make_unique<session::Workspace>(std::move(*engine));
        return {};
    }

    SystemClock m_clock;
    MemorySecrets m_secrets;
    std::unique_ptr<session::Profile> m_profile;
    std::unique_ptr<session::Workspaces> m_workspaces;
    std::unique_ptr<session::Workspace> m_workspace;
};

} // namespace wardroom::test
