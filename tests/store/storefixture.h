// SPDX-FileCopyrightText: 2026 The Wardroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "store/store.h"

#include <QCoroTask>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>
#include <sqlite3.h>

namespace wardroom::test {

//! A Store in a folder of its own.
class TempStore
{
public:
    explicit TempStore(int queueLimit = 4096, int giveUpMs = 30'000) : m_queueLimit(queueLimit), m_giveUpMs(giveUpMs)
    {
        reopen();
    }
    QString path() const { return m_folder.filePath(QStringLiteral("desk.db")); }
    void close() { m_store.reset(); }
    void reopen()
    {
        close();
        store::StoreOptions options;
        options.path = path();
        options.queueLimit = m_queueLimit;
        options.giveUpMs = m_giveUpMs;
        auto opened = store::Store::open(options);
        if (!opened)
            qFatal("%s", qPrintable(opened.error().message));
        m_store = std::move(*opened);
    }
    store::Store *operator->() const { return m_store.get(); }
    store::Store &operator*() const { return *m_store; }

private:
    QTemporaryDir m_folder;
    int m_queueLimit;
    int m_giveUpMs;
    std::unique_ptr<store::Store> m_store;
};

inline Result<std::unique_ptr<store::Store>> openAt(const QString &path, bool readOnly = false)
{
    store::StoreOptions options;
    options.path = path;
    options.readOnly = readOnly;
    return store::Store::open(options);
}

inline domain::Entry entryOf(const QString &room, int number, const QString &text)
{
    domain::Entry entry;
    entry.room = domain::RoomId(room);
    entry.position = {1'790'000'000'000 + number, domain::EntryId(QString::number(number))};
    entry.sender = domain::PersonId(QStringLiteral("mia"));
    entry.text = text;
    return entry;
}

//! Waits as only tests may.
template <class T> T soon(QCoro::Task<T> task)
{
    return QCoro::waitFor(std::move(task));
}

inline QByteArray bytesOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

inline void writeBytes(const QString &path, const QByteArray &bytes)
{
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly | QIODevice::Truncate));
    QCOMPARE(file.write(bytes), bytes.size());
}

//! What somebody else does to the file behind Wardroom's back.
inline bool tamper(const QString &path, const QByteArray &sql)
{
    sqlite3 *handle = nullptr;
    sqlite3_open(path.toUtf8().constData(), &handle);
    const bool good = sqlite3_exec(handle, sql.constData(), nullptr, nullptr, nullptr) == SQLITE_OK;
    sqlite3_close(handle);
    return good;
}

} // namespace wardroom::test
