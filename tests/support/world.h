// SPDX-FileCopyrightText: 2026 The Wardroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "session/workspaces.h"
#include "support/memorysecrets.h"

#include <QCoroTask>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>
#include <unistd.h>

namespace wardroom::test {

//! Waits for a task with the event loop running; only tests may do that.
template <class T> T wait(QCoro::Task<T> task)
{
    return QCoro::waitFor(std::move(task));
}

//! One person on one machine: a profile, secrets, and an engine on a Local workspace.
class Desk
{
public:
    Desk(const QString &folder, const QString &name, const Clock &clock, const QStringList &morePlugins = {})
    {
        m_profile = std::move(*session::Profile::open(folder));
        m_profile->setPersonName(name);
        session::Environment environment;
        environment.profile = m_profile.get();
        environment.secrets = &m_secrets;
        environment.clock = &clock;
        environment.catalogue =
            bot::Catalogue::load(QStringList{QStringLiteral(WARDROOM_SOURCE_DIR "/resources/plugins")} + morePlugins);
        m_workspaces = std::make_unique<session::Workspaces>(environment);
    }

    QString found(const QString &name, const QString &folder)
    {
        const auto entry = wait(m_workspaces->found(name, folder));
        return entry ? open(*entry) : entry.error().message;
    }
    QString foundForPractice(const QString &name)
    {
        const auto entry = wait(m_workspaces->foundForPractice(name));
        return entry ? open(*entry) : entry.error().message;
    }
    QString join(const QString &invitation)
    {
        const auto entry = wait(m_workspaces->join(invitation));
        return entry ? open(*entry) : entry.error().message;
    }
    //! Starts the engine; empty, or what went wrong.
    QString open(const session::WorkspaceEntry &entry)
    {
        m_entry = entry;
        auto engine = wait(m_workspaces->open(entry));
        if (!engine)
            return engine.error().message;
        m_engine = std::move(*engine);
        return {};
    }
    QString reopen()
    {
        m_engine.reset();
        return open(m_entry);
    }
    void close() { m_engine.reset(); }

    session::Engine &engine() { return *m_engine; }
    std::unique_ptr<session::Engine> takeEngine() { return std::move(m_engine); }
    session::Profile &profile() { return *m_profile; }
    domain::RoomId room(const QString &name) const
    {
        for (const chat::Room &room : m_engine->book().rooms())
            if (room.name == name)
                return room.id;
        return {};
    }
    const domain::IncidentState &state(const domain::RoomId &room) const { return m_engine->book().state(room); }

private:
    MemorySecrets m_secrets;
    std::unique_ptr<session::Profile> m_profile;
    std::unique_ptr<session::Workspaces> m_workspaces;
    session::WorkspaceEntry m_entry;
    std::unique_ptr<session::Engine> m_engine;
};

//! A practice host made by the shipped script; gone with the object.
class PracticeHost
{
public:
    explicit PracticeHost(const QString &name = QStringLiteral("practice-01"),
                          const QString &kind = QStringLiteral("webshop"))
        : m_folder(QStringLiteral("/tmp/wr-practice-XXXXXX"))
    {
        m_root = m_folder.filePath(QStringLiteral("host"));
        QFile::setPermissions(m_folder.path(), QFile::Permissions(0x7755));
        QStringList make{QStringLiteral("make"),
                         QStringLiteral("--root"),
                         m_root,
                         QStringLiteral("--name"),
                         name,
                         QStringLiteral("--drill"),
                         kind};
        const int user = bot::Sandbox::jobUser();
        if (geteuid() == 0)
            make << QStringLiteral("--owner") << QStringLiteral("%1:%1").arg(user);
        m_ok = run(make) && run({QStringLiteral("start"), QStringLiteral("--root"), m_root});
        m_host.name = name;
        m_host.reach = QStringLiteral("practice");
        m_host.root = m_root;
        m_host.owner = QStringLiteral("IT");
    }
    ~PracticeHost() { run({QStringLiteral("destroy"), QStringLiteral("--root"), m_root}); }

    bool ok() const { return m_ok; }
    const domain::Host &host() const { return m_host; }
    QString root() const { return m_root; }
    bool run(const QStringList &arguments)
    {
        QProcess process;
        process.start(QStringLiteral(WARDROOM_SOURCE_DIR "/resources/practice/practice-host"), arguments);
        const bool done = process.waitForFinished(30'000) && process.exitCode() == 0;
        m_said = QString::fromUtf8(process.readAllStandardOutput() + process.readAllStandardError());
        return done;
    }
    QString said() const { return m_said; }

private:
    QTemporaryDir m_folder;
    QString m_root;
    QString m_said;
    domain::Host m_host;
    bool m_ok = false;
};

} // namespace wardroom::test
