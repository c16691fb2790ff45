// SPDX-FileCopyrightText: 2026 The Wardroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "base/error.h"

#include <QCoroTask>
#include <QJsonObject>
#include <QMap>
#include <QProcess>
#include <memory>

namespace wardroom::app {

//! Somebody's account on the tour's server.
struct TourAccount
{
    QString user;
    QString password;
};

//! The private Matrix server that the tour plays on, as packaging/matrix/tour describes it in a file, and the programs
//! of their own that stand beside the two desktops there: a phone, which shares no code with Wardroom, and a wardroomd.
//! They end with the object.
class ChatServer final : public QObject
{
    Q_OBJECT

public:
    static Result<std::unique_ptr<ChatServer>> read(const QString &file);
    ~ChatServer() override;

    const QString &homeserver() const { return m_homeserver; }
    TourAccount account(const QString &name) const { return m_people.value(name); }
    //! Takes it away, as a server that is down, and brings the same one back.
    QCoro::Task<Result<void>> stop();
    QCoro::Task<Result<void>> start();
    //! One call of the phone's, as tests/matrix/phone understands it; its answer.
    QCoro::Task<Result<QJsonObject>> phone(QJsonObject call);
    //! Joins as "night" by \a invitation with a profile in \a folder, and runs wardroomd there until the end.
    QCoro::Task<Result<void>> startNight(QString folder, QString invitation);

private:
    ChatServer() = default;
    QCoro::Task<Result<QJsonObject>> ask(QJsonObject call);
    QCoro::Task<Result<void>> run(QStringList argv, QProcessEnvironment environment, QByteArray input);

    QString m_homeserver;
    QMap<QString, TourAccount> m_people;
    QStringList m_phone;
    QStringList m_start;
    QStringList m_stop;
    QProcess m_phoneProcess;
    QProcess m_night;
};

} // namespace wardroom::app
