// SPDX-FileCopyrightText: 2026 The Wardroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "control/answer.h"
#include "control/usage.h"

#include <QCoroTask>
#include <QObject>

namespace wardroom::control {

//! Asks the program that runs on a profile.
class ControlClient final : public QObject
{
    Q_OBJECT

public:
    explicit ControlClient(QString profileFolder);

    //! Hands \a arguments over. \a line is called for each line of a command that goes on. ErrorKind::transient:
    //! nobody listens there (yet). An answer that breaks off is ErrorKind::protocol. \a secret: what the command read
    //! on its standard input.
    QCoro::Task<Result<Answer>>
    ask(QStringList arguments, std::function<void(const QJsonValue &, const QString &)> line, QByteArray secret = {});

private:
    QString m_folder;
};

} // namespace wardroom::control
