// SPDX-FileCopyrightText: 2026 The Wardroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "base/clock.h"
#include "bot/catalogue/catalogue.h"
#include "bot/sandbox/sandbox.h"
#include "connectors/securitytool.h"
#include "domain/inventory.h"
#include "domain/ports.h"

namespace wardroom::bot {

//! A line a script printed, parsed and bounded; anything else it prints becomes a log line.
struct OutputLine
{
    static constexpr int kLongest = 64 * 1024; //!< bytes of a line
    enum class Type { progress, log, text, fields, table, result } type = Type::log;
    QJsonObject json;
};
//! Never fails: what is not a line of the protocol is a log line. Texts and lists are cut, numbers with a fraction
//! become texts, so that what a result holds can stand in a fact.
OutputLine parseOutputLine(const QByteArray &line);
//! Why \a line, which names a type of the protocol, is no line of it, for whoever writes the script; empty: it is one,
//! or does not claim to be.
QString whyNoOutputLine(const QByteArray &line);

struct StepResult
{
    domain::Outcome outcome = domain::Outcome::failed;
    int exitCode = 0;
    qint64 took = 0; //!< ms
    QString summary;
    QJsonObject data;  //!< of the result line
    QByteArray output; //!< all lines, JSON lines: the attachment
    bool ok() const { return outcome == domain::Outcome::done; }
};

struct StepRequest
{
    QString command;       //!< "patch.apply"
    QString step;          //!< rehearse, run, verify, undo, verify_undo
    QJsonObject args;      //!< as in the request
    domain::Host host;     //!< empty name: none
    QJsonObject rehearsal; //!< data of earlier steps
    QJsonObject run;
    Sha256 expectedHash; //!< of the plugin folder; null: whatever is there now
    QString language;
    domain::RoomId room = {}; //!< where it was asked; empty: nowhere
};

//! Runs one step of a command, exactly as the room, the shell and the plugin tests all do: hash and copy the plugin,
//! then the sandbox or the tool. Room steps are refused: those are facts, and the session says them.
class StepRunner : public QObject
{
    Q_OBJECT

public:
    //! \a catalogue, \a record (may be null) and \a clock outlive this; a catalogue loaded again is seen at the next
    //! step.
    StepRunner(const Catalogue &catalogue, QList<connectors::SecurityTool *> tools, domain::Record *record,
               const Clock &clock, QObject *parent = nullptr);
    ~StepRunner() override;

    const Catalogue &catalogue() const;
    //! Where keys and secrets are read by name; without it, no host is reached over SSH. Must outlive this. \a taker is
    //! the program that hosts without a forced command are fed (takerProgram()).
    void setSecrets(domain::Secrets *secrets, const QByteArray &taker);
    //! From now on only practice hosts are reached: no other machine, no service, no network of a script's own. For the
    //! workspaces of drills, where nothing real may ever be touched.
    void practiseOnly();
    //! What scripts answer in where a request names no language; English unless told.
    void setLanguage(const QString &language);
    //! What the script printed and how it ended is a StepResult, also when it failed. An error means nothing ran:
    //! conflict when the plugin is not the one \a expectedHash names.
    QCoro::Task<Result<StepResult>> run(StepRequest request, std::function<void(OutputLine)> line);
    //! The rehearsal as a Plan; for tool steps, the exact HTTP request.
    QCoro::Task<Result<domain::Plan>> rehearse(StepRequest request);

private:
    class Private;
    std::shared_ptr<Private> d;
};

} // namespace wardroom::bot
