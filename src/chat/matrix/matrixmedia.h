// SPDX-FileCopyrightText: 2026 The Wardroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "base/hash.h"
#include "chat/matrix/matrixrequests.h"

#include <limits>

namespace wardroom::chat {

//! Attachments by their SHA-256 (Matrix 1.11, "Content repository", authenticated). The server names them otherwise,
//! so who uploads says in the control room's state which mxc:// has which hash. Nobody is believed: what does not hash
//! to the name is not handed out, and when somebody overwrote the place, what stood there before is tried.
class MatrixMediaStore final : public QObject
{
    Q_OBJECT

public:
    MatrixMediaStore(MatrixRequests &requests, qsizetype largest) : m_requests(requests), m_largest(largest) {}

    void setControl(const RoomId &control) { m_control = control; }
    void setLargest(qsizetype largest) { m_largest = largest; }
    //! The server is back: what was wrong may have been somebody else's answer.
    void forgetWrong() { m_wrong.clear(); }
    QCoro::Task<Result<Sha256>> keep(QByteArray bytes);
    //! At most \a most bytes, and what the server takes.
    QCoro::Task<Result<QByteArray>> bytes(Sha256 hash, qint64 most = std::numeric_limits<qint64>::max());
    //! Where \a text's hashes were uploaded to by this node: goes along in the message that names them.
    QJsonObject placesIn(const QByteArray &text) const;
    //! What a message says about where attachments are: a hint, checked by hash.
    void learn(const QJsonObject &places);

private:
    QCoro::Task<Result<QByteArray>> fetch(MatrixMedia media, Sha256 hash, qint64 most);
    QCoro::Task<Result<QByteArray>> bytesByState(Sha256 hash, qint64 most);

    MatrixRequests &m_requests;
    qsizetype m_largest;
    RoomId m_control;
    QHash<QString, MatrixMedia> m_own; //!< by hash, confirmed
    QHash<QString, MatrixMedia> m_hints;
    QHash<QString, int> m_wrong; //!< hash and place where other bytes lay, how often; what lies there never changes
};

} // namespace wardroom::chat
