// SPDX-FileCopyrightText: 2026 The Wardroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "bot/sandbox/confinement.h"
#include "bot/sandbox/jobpipes.h"
#include "bot/sandbox/networkgate.h"
#include "bot/sandbox/redactor.h"

#include <QElapsedTimer>
#include <QProcess>
#include <QSocketNotifier>
#include <QTimer>

namespace wardroom::bot {

//! One run of one job: starts it, hands out its lines, keeps its limits, and ends only when no process of it is left.
class JobProcess : public QObject
{
    Q_OBJECT

public:
    JobProcess(SandboxJob job, std::function<void(QByteArray)> line);
    ~JobProcess() override;

    Result<void> start();
    //! SIGTERM to everything in it, SIGKILL after two seconds.
    void stop(domain::Outcome outcome, const QString &reason);
    //! SIGKILL to everything in it, now.
    void killNow(domain::Outcome outcome, const QString &reason);
    //! The callback is never called again.
    void forgetLine() { m_line = {}; }
    bool hasEnded() const { return m_hasEnded; }
    //! Why it could not even start, else how it ended.
    Result<SandboxEnd> end() const;

Q_SIGNALS:
    void ended();

private:
    Result<void> openGate();
    void closeGate();
    void note(domain::Outcome outcome, const QString &reason);
    void killAll();
    void readInfo();
    void readOutput();
    void readErrors();
    void takeOutput(const QByteArray &bytes);
    void say(QByteArrayView line);
    bool countOutput(qint64 bytes);
    void watchMemory();
    void processEnded();
    void endWhenAllGone();
    JobPipes::Plan plan() const;

    SandboxJob m_job;
    std::function<void(QByteArray)> m_line;
    JobPipes m_pipes;
    QProcess m_process;
    std::unique_ptr<QSocketNotifier> m_infoReady;
    std::unique_ptr<QSocketNotifier> m_firstGone;
    QTimer m_timeLimit;
    QTimer m_grace;
    QTimer m_memoryWatch;
    QElapsedTimer m_clock;
    std::unique_ptr<NetworkGate> m_gate; //!< only where the job may speak to somebody
    QString m_gateFolder;
    int m_refusals = 0;
    int m_info = -1;
    QByteArray m_infoText;
    qint64 m_first = 0; //!< process id of the sandbox's first process: with it, all end
    int m_firstFd = -1;
    bool m_isFirstGone = false;
    Redactor m_outputRedactor;
    Redactor m_errorRedactor;
    QByteArray m_rest; //!< an unfinished line
    qint64 m_printed = 0;
    bool m_isStopping = false;
    bool m_hasEnded = false;
    SandboxEnd m_end;
};

} // namespace wardroom::bot
