// SPDX-FileCopyrightText: 2026 The Wardroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "base/error.h"

#include <QCoroTask>
#include <QJsonObject>
#include <QObject>

namespace wardroom::connectors {

//! One alert as any tool's is normalised; all texts are hostile and bounded by the intake.
struct RawAlert
{
    QString tool;
    QString toolId; //!< the tool's own id, for not reading it twice
    QString scenario;
    QString title;
    QString severity; //!< words of domain::AlertSeverity
    QString source;
    QString target;
    QString detail;
    qint64 first = 0; //!< ms
    qint64 last = 0;
    qint64 count = 1;
    QByteArray raw; //!< as the tool said it
};

//! The exact request an action makes, shown to whoever approves it.
struct ToolRequest
{
    QString method;
    QString url;
    QJsonObject body; //!< without secrets
};

//! A security tool as the bot sees it: the port. What it answers is already parsed and bounded.
class SecurityTool : public QObject
{
    Q_OBJECT

public:
    using QObject::QObject;
    virtual QString name() const = 0;        //!< "crowdsec"
    virtual QStringList actions() const = 0; //!< "block", "unblock", "check"
    //! What perform() would send; no effect.
    virtual Result<ToolRequest> describe(QString action, QJsonObject args) const = 0;
    //! `check` reads back: {"active":true,"until":ms,"id":…}. Others answer with the tool's own words.
    virtual QCoro::Task<Result<QJsonObject>> perform(QString action, QJsonObject args) = 0;
    virtual QCoro::Task<Result<void>> start() = 0; //!< signs in and begins to listen for alerts

Q_SIGNALS:
    void alertSeen(const wardroom::connectors::RawAlert &alert);
    //! Reachable or not, with a sentence that says what to do.
    void healthChanged(bool well, const QString &sentence);
};

} // namespace wardroom::connectors
