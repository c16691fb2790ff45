// SPDX-FileCopyrightText: 2026 The Wardroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "base/clock.h"
#include "domain/ports.h"
#include "session/cardviews.h"
#include "session/filecache.h"

#include <QCoroTask>
#include <QHash>
#include <QObject>
#include <QPromise>
#include <QSet>

#include <memory>
#include <stop_token>

namespace wardroom::session {

//! The files of a workspace, fetched when somebody asks for them and never before: those that chat apps post, and the
//! attachments of facts. What an attachment is stands in its fact; of other files the SHA-256 is recorded when they are
//! fetched first, and other bytes are refused from then on.
class Files final : public QObject
{
    Q_OBJECT

public:
    static constexpr qint64 kLargest = 64LL * 1024 * 1024; //!< bytes of one of them
    static constexpr qsizetype kAtOnce = 4;                //!< fetched at the same time

    //! \a folder: where fetched ones are kept for a while. All others outlive it.
    Files(store::Store &store, chat::ChatPlatform &platform, domain::Custody &custody, QString folder);
    ~Files() override;

    //! What was fetched in earlier runs.
    QCoro::Task<void> load();
    //! \a file with how far it is.
    FileLine seen(FileLine file) const;
    //! The bytes, from here or fetched; one request for all who ask. ErrorKind::cancelled after cancel().
    QCoro::Task<Result<QByteArray>> bytes(FileLine file);
    void cancel(const FileLine &file);

Q_SIGNALS:
    void changed(const QString &key);

private:
    struct Transfer
    {
        std::stop_source stop;
        std::shared_ptr<QPromise<Result<QByteArray>>> promise;
        qint64 got = 0;
        qint64 of = 0;
        int number = 0; //!< one that was cancelled ends later, when the next may be under way
    };
    struct Known
    {
        Sha256 hash;
        qint64 size = 0;
    };

    QCoro::Task<Result<QByteArray>> get(FileLine file);
    QCoro::Task<Result<QByteArray>> fetch(FileLine file);
    QCoro::Task<Result<void>> record(FileLine file, QByteArray bytes);
    Result<void> mayFetch(const FileLine &file) const;
    void hear(const QString &key, qint64 got, qint64 of);
    void finish(const QString &key, int number, const Result<QByteArray> &bytes);

    store::Store &m_store;
    chat::ChatPlatform &m_platform;
    domain::Custody &m_custody;
    std::shared_ptr<FileCache> m_cache;
    QHash<QString, Transfer> m_transfers; //!< by key
    QHash<QString, Known> m_known;        //!< by the SHA-256 of the place
    QSet<Sha256> m_here;
    QHash<QString, QString> m_problems; //!< by key
    int m_last = 0;                     //!< transfer's number
};

} // namespace wardroom::session
