// SPDX-FileCopyrightText: 2026 The Wardroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "base/error.h"

#include <QJsonObject>
#include <QProcess>
#include <QTemporaryDir>
#include <QUrl>
#include <memory>

namespace wardroom::test {

//! Somebody on the test's server.
struct SynapseUser
{
    QString id;   //!< "@ana:localhost"
    QString name; //!< "ana"
    QString password;
    QString device;
    QString token;
};

//! What the server said; status 0 when it said nothing.
struct SynapseAnswer
{
    int status = 0;
    QJsonObject body;
    bool isGood() const { return status >= 200 && status < 300; }
    QString errcode() const { return body.value(QLatin1String("errcode")).toString(); }
};

//! A real, private Synapse for tests: a process of its own on a loopback port that the system chose, with an empty
//! SQLite database in a temporary folder and every rate limit open. Killed with this object.
//!
//! The programs are prepared once by packaging/matrix/prepare in WARDROOM_CACHE (or ~/.cache/wardroom-tests)/synapse;
//! start() does that when nobody did. Where it cannot be had, start() is an error that says why: fail the test with
//! it. Blocking, with an event loop inside: for tests only. One thread.
class Synapse final
{
public:
    //! \a settings: keys of homeserver.yaml that differ from packaging/matrix/settings.json and the open rates.
    explicit Synapse(QJsonObject settings = {});
    ~Synapse();

    //! Runs until it answers (a few seconds). Again after stop() or kill9(): the same port, data and secrets.
    Result<void> start();
    void stop();               //!< SIGTERM, as at a restart of the machine
    void kill9();              //!< in the middle of whatever it does
    void freeze(bool stopped); //!< SIGSTOP and SIGCONT: there, and silent
    bool isRunning() const;

    //! Changes keys of homeserver.yaml for the next start(); null takes a key out.
    void reconfigure(const QJsonObject &changes);
    static QJsonObject noAliases();  //!< forbids making aliases
    static QJsonObject stockRates(); //!< the limits of an untouched Synapse

    //! At once, while it runs: every write finds the disk full / the clock is off by so much.
    void setDiskFull(bool full);
    void setClockOffset(std::chrono::milliseconds offset);

    QUrl url() const; //!< "http://127.0.0.1:PORT"
    quint16 port() const { return m_port; }
    QString serverName() const; //!< "localhost"
    QString folder() const { return m_folder.path(); }
    QString log() const; //!< what it wrote, for a failed test

    //! Makes \a name and logs in; a test's first person may be an administrator.
    Result<SynapseUser> user(const QString &name, bool isAdmin = false);
    //! Logs in again; \a device empty: a new one.
    Result<SynapseUser> login(const SynapseUser &user, const QString &device = {});

    //! Any request, for arranging and for looking behind the code under test. \a path from "/_matrix" on.
    SynapseAnswer call(const QByteArray &method, const QString &path, const QString &token = {},
                       const QJsonObject &body = {}) const;
    //! Uploads a file as any program would; answers its "mxc://…".
    QString upload(const QByteArray &bytes, const QString &token) const;

private:
    SynapseAnswer send(const QByteArray &method, const QString &path, const QString &token, const QByteArray &type,
                       const QByteArray &body) const;
    Result<void> prepare();
    Result<void> startOnce();
    void writeSettings() const;
    void copyTemplate() const;
    void share(int field, qint64 value);

    QTemporaryDir m_folder;
    QString m_programs;
    QJsonObject m_settings;
    QString m_secret;
    quint16 m_port = 0;
    std::unique_ptr<QProcess> m_process;
};

} // namespace wardroom::test
