// SPDX-FileCopyrightText: 2026 The Wardroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <QHash>
#include <QObject>
#include <QString>

class QLocalServer;
class QLocalSocket;

namespace wardroom::chat {

//! "Look": tells the other programs on a log that something was written. A connection is the whole message. Nothing
//! depends on it: whoever hears nothing looks by himself every second. Used on one thread.
//!
//! Sockets are in a private folder with a short path (sun_path holds 108 bytes); each is named by a file in
//! `lookers/`, and those that nobody listens on any more are swept up by whoever knocks there.
class LookSignal final : public QObject
{
    Q_OBJECT

public:
    explicit LookSignal(QString lookersFolder, QObject *parent = nullptr);
    ~LookSignal() override;

    //! False where no private folder or socket could be had; then only poke() works.
    bool listen();
    //! Tells the others, at most once every few milliseconds.
    void poke();

Q_SIGNALS:
    void looked();

private:
    void pokeNow();
    void sweep(const QString &sockets);
    //! Where nobody listens any more, the socket goes, and the file that named it.
    void knock(const QString &path, const QString &record);

    QString m_folder;
    QString m_name;
    QLocalServer *m_server = nullptr;
    QHash<QString, QLocalSocket *> m_knocking;
    bool m_poking = false;
};

} // namespace wardroom::chat
