// SPDX-FileCopyrightText: 2026 The Wardroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "bot/sandbox/networkgate.h"

#include <QLocalSocket>
#include <QTcpSocket>
#include <QTimer>
#include <optional>

namespace wardroom::bot {

//! A host and a port, as a script asked for them.
struct AskedPlace
{
    QString host;
    int port = 0;
};

//! What "CONNECT host:port HTTP/1.1" asks for; nothing for any other line.
std::optional<AskedPlace> askedPlace(const QByteArray &request);

//! One connection of a script through its gate: asked for, judged, made, and carried until either side ends it. Deletes
//! itself.
class GatePassage final : public QObject
{
    Q_OBJECT

public:
    //! Takes \a inside; \a gate outlives this.
    GatePassage(NetworkGate &gate, QLocalSocket *inside, QObject *parent);
    ~GatePassage() override;
    //! Answers with \a status and a sentence, and ends.
    void refuse(const QByteArray &status, const QString &sentence);

Q_SIGNALS:
    void refused(const QString &sentence);

private:
    void read();
    void judge(const QByteArray &request);
    void reach(const NetworkNeed &need, const QList<QHostAddress> &addresses);
    void tryNext();
    void open();
    void carry(QIODevice &from, QIODevice &to);
    void end();

    enum class Stage { asked, connecting, open, ended };

    NetworkGate &m_gate;
    QLocalSocket *m_inside;
    QTcpSocket m_outside;
    QTimer m_patience;
    QByteArray m_head;
    QString m_wanted; //!< as asked for, neutralised
    QList<QHostAddress> m_left;
    int m_port = 0;
    Stage m_stage = Stage::asked;
};

} // namespace wardroom::bot
