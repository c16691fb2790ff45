// SPDX-FileCopyrightText: 2026 The Wardroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Writes numbered rows and says which of them were confirmed, until it is killed:
// wardroom_storechild DATABASE FIRST
#include "store/store.h"

#include <QCoreApplication>
#include <QCoroTask>
#include <cstdio>
#include <unistd.h>

using namespace wardroom;
using namespace Qt::StringLiterals;

namespace {

//! One write(2) a line: what was said is said, whatever happens next.
void say(const char *what, qint64 number)
{
    const QByteArray line = QByteArray(what) + ' ' + QByteArray::number(number) + '\n';
    if (::write(1, line.constData(), static_cast<size_t>(line.size())) != line.size())
        std::abort();
}

domain::Entry entryOf(qint64 number, const QString &text)
{
    domain::Entry entry;
    entry.room = domain::RoomId(number % 3 == 0 ? u"a"_s : u"b"_s);
    entry.position = {1'790'000'000'000 + number, domain::EntryId(QString::number(number))};
    entry.sender = domain::PersonId(u"mia"_s);
    entry.text = text;
    return entry;
}

QCoro::Task<> writeOn(store::Store *store, qint64 number)
{
    for (;; number += 4) {
        store::OutboxItem item;
        item.txn = QString::number(number);
        item.text = u"typed %1"_s.arg(number);
        if (co_await store->enqueue(item))
            say("typed", number);
        // The row comes twice, as after a reconnect.
        const QList<domain::Entry> entries(2, entryOf(number, u"said %1 数据"_s.arg(number)));
        if (co_await store->ingest(entries, QByteArray::number(number)))
            say("said", number);
        auto edit = entryOf(number, u"edited %1"_s.arg(number));
        edit.edited = true;
        const QList<domain::Entry> edits(1, edit);
        if (number % 5 == 0) {
            if (co_await store->ingest(edits, QByteArray()))
                say("edited", number);
        }
        if (co_await store->setValue(u"journal/%1"_s.arg(number), "starting"_ba))
            say("journal", number);
        if (number % 7 == 0) {
            if (co_await store->putBlob(QByteArray::number(number).repeated(500)))
                say("blob", number);
        }
    }
}

} // namespace

int main(int argc, char **argv)
{
    QCoreApplication app(argc, argv);
    store::StoreOptions options;
    options.path = app.arguments().value(1);
    auto opened = store::Store::open(options);
    if (!opened) {
        std::fputs(qPrintable(opened.error().message), stderr);
        return 1;
    }
    const qint64 first = app.arguments().value(2).toLongLong();
    say("open", first);
    // Four callers at once, so that bursts hold more than one job.
    for (int caller = 0; caller < 4; ++caller)
        writeOn(opened->get(), first + caller);
    return app.exec();
}
