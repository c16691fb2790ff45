// SPDX-FileCopyrightText: 2026 The Wardroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "base/error.h"
#include "bot/catalogue/command.h"
#include "domain/words.h"

#include <QCoroTask>
#include <QObject>
#include <functional>
#include <memory>

namespace wardroom::bot {

//! A host over SSH: who it is, as who, and with which key. Nothing of this user's own configuration or agent counts.
struct SshReach
{
    QString address; //!< a name or an address
    int port = 22;
    QString user;
    QString hostKey;     //!< pinned: "ssh-ed25519 AAAA…"
    bool forced = false; //!< the key's forced command takes the request; else python3 is fed the taker
    QByteArray key;      //!< private; only ever in memory
};

//! One program to run confined. Everything it may see is named here.
struct SandboxJob
{
    QString pluginFolder; //!< the private copy, seen as /plugin
    QStringList argv;     //!< argv[0] relative to the plugin folder
    SandboxKind kind = SandboxKind::isolated;
    //! Bound at its own path; empty: none. "/", only read and only in observe: this machine's list of packages and
    //! who signed in, as every user of it may read them. A folder that holds a home folder is refused.
    QString hostRoot;
    HostAccess hostAccess = HostAccess::none;
    QStringList readOnly;   //!< of this machine, seen at their own paths; never a home, a secret or the system's own
    bool netfilter = false; //!< CAP_NET_ADMIN over its own, empty network; isolated only
    QList<NetworkNeed> network; //!< whom it may speak to, through a gate of its own; empty: nobody. Isolated only
    QString gate;               //!< the gate's socket; made by whoever runs the job
    QByteArray input;           //!< stdin
    Limits limits;
    //! Set: the job runs on that host. Here only the SSH client runs, in a sandbox with the network and nothing else.
    std::optional<SshReach> ssh;
    QList<QPair<int, QByteArray>> secrets; //!< by file descriptor number, 3 to 39; at most 32 KB each
};

struct SandboxEnd
{
    domain::Outcome outcome = domain::Outcome::unknown;
    int exitCode = 0;
    qint64 took = 0;        //!< ms
    bool truncated = false; //!< more output than the limit; the rest was thrown away
    QByteArray errors;      //!< stderr, bounded
    QString reason;         //!< why it was ended, in words; empty when it ended by itself
};

//! Runs a program in bubblewrap: no network, no environment, nothing of the host but what the job names, never as
//! root, the whole process tree killed at the end. As root it becomes an unprivileged user first.
class Sandbox : public QObject
{
    Q_OBJECT

public:
    //! Says what is missing on this machine, in a sentence that says what to do; empty when it can run.
    static QString whatIsMissing();
    //! The user jobs run as: the own one, or an unprivileged one when this process is root. Folders named in a job must
    //! be reachable by it.
    static int jobUser();
    //! A folder jobs of this process can read: private, removed by the caller.
    static Result<QString> makeStagingFolder();

    explicit Sandbox(QObject *parent = nullptr);
    //! What runs is killed, and its lines are not delivered any more.
    ~Sandbox() override;
    //! \a line is called with each complete line of stdout as it comes (valid UTF-8, replaced where it was not).
    QCoro::Task<Result<SandboxEnd>> run(SandboxJob job, std::function<void(QByteArray)> line);
    //! Kills what runs now; run() then answers Outcome::killed.
    void kill();

private:
    class Private;
    std::shared_ptr<Private> d;
};

} // namespace wardroom::bot
