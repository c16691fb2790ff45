// SPDX-FileCopyrightText: 2026 The Wardroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "bot/playbook/playbook.h"
#include "session/views.h"

#include <QCoroTask>
#include <QObject>

namespace wardroom::session {

class Engine;

enum class PlaybookStanding { published, unpublished, changed, broken };

struct PlaybookLine
{
    QString name;
    QString version;
    QString summary;
    PlaybookStanding standing = PlaybookStanding::unpublished;
    QString starts;  //!< "by hand", "on alerts", "every 6 h"
    QString by;      //!< who published it
    QString problem; //!< broken: file, line and what was expected
    Sha256 file;     //!< of what would be started; null: nothing
};

//! What "/playbook …" did.
struct PlaybookTold
{
    QString words;       //!< for the one who asked alone
    domain::FactId fact; //!< what it said in the room, if anything
};

//! What a person does with playbooks.
class Playbooks final : public QObject
{
    Q_OBJECT

public:
    explicit Playbooks(Engine &engine);

    QList<PlaybookLine> list() const;
    //! Signs for the bytes of \a path, or of this machine's playbook of that name.
    QCoro::Task<Result<FactId>> publish(QString nameOrPath);
    QCoro::Task<Result<FactId>> takeBack(QString name);
    //! \a inputs as said: texts by name. Answers the run.
    QCoro::Task<Result<FactId>> start(RoomId room, QString name, QJsonObject inputs);
    //! Every step, what it would do and who would have to agree. Says nothing and runs nothing but rehearsals.
    QCoro::Task<Result<QStringList>> rehearse(RoomId room, QString name, QJsonObject inputs);
    QCoro::Task<Result<FactId>> stop(RoomId room, FactId run, QString reason);
    QCoro::Task<Result<FactId>> decide(RoomId room, FactId run, FactId question, QString choice, QString reason);
    //! The run of this room that is meant: by the beginning of its id or its playbook's name; empty: the one that runs.
    Result<FactId> runNamed(const RoomId &room, const QString &word) const;

    //! What "/playbook …" does in a room.
    QCoro::Task<Result<PlaybookTold>> act(RoomId room, QString action, QJsonObject args);
    //! "host=web-01 path=/tmp/x" by name.
    static Result<QJsonObject> inputsOf(const QString &words);

private:
    QCoro::Task<QStringList> rehearsedStep(RoomId room, bot::Playbook playbook, bot::PlannedStep step,
                                           QJsonObject inputs);
    Result<domain::PublishedPlaybook> startable(const QString &name) const;

    Engine &m_engine;
};

} // namespace wardroom::session
