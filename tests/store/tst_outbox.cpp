// SPDX-FileCopyrightText: 2026 The Wardroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "storefixture.h"
#include "support/testmain.h"

using namespace wardroom;
using namespace wardroom::test;
using namespace Qt::StringLiterals;
using store::SendState;

class TstOutbox final : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void aTypedMessageIsThereAfterReopeningWithAllOfIt();
    void theSameTxnIsQueuedOnce();
    void aTxnAndATimeAreMadeUpWhenMissing();
    void whatIsSentIsNotWaitingAndItsTxnIsStillKnown();
    void whatWasBeingSentIsUnknownAfterARestart();
    void aDroppedMessageIsGoneAndSaysSo();
};

namespace {

store::OutboxItem message(const QString &txn, const QString &text)
{
    store::OutboxItem item;
    item.txn = txn;
    item.room = domain::RoomId(u"r"_s);
    item.text = text;
    item.queuedAt = 1000;
    return item;
}

} // namespace

void TstOutbox::aTypedMessageIsThereAfterReopeningWithAllOfIt()
{
    TempStore store;
    auto item = message(u"t1"_s, u"数据 hello"_s);
    item.envelope = "{}";
    item.display = u"card"_s;
    item.replyTo = domain::EntryId(u"9"_s);
    item.thread = domain::EntryId(u"8"_s);
    item.attachments = {Sha256::of("a"), Sha256::of("b")};
    const auto queued = soon(store->enqueue(item));
    QVERIFY(queued && queued->id > 0);
    soon(store->enqueue(message(u"t2"_s, u"second"_s)));
    store.reopen();
    const auto waiting = soon(store->outbox());
    QCOMPARE(waiting->size(), 2);
    const auto &back = waiting->first();
    QCOMPARE(back.id, queued->id);
    QCOMPARE(back.txn, u"t1"_s);
    QCOMPARE(back.room, item.room);
    QCOMPARE(back.text, item.text);
    QCOMPARE(back.envelope, item.envelope);
    QCOMPARE(back.display, item.display);
    QCOMPARE(back.replyTo, item.replyTo);
    QCOMPARE(back.thread, item.thread);
    QCOMPARE(back.attachments, item.attachments);
    QCOMPARE(back.state, SendState::queued);
    QCOMPARE(back.queuedAt, 1000);
}

void TstOutbox::theSameTxnIsQueuedOnce()
{
    TempStore store;
    const auto first = soon(store->enqueue(message(u"t"_s, u"first"_s)));
    const auto again = soon(store->enqueue(message(u"t"_s, u"again"_s)));
    QCOMPARE(again->id, first->id);
    QCOMPARE(again->text, u"first"_s);
    QCOMPARE(soon(store->outbox())->size(), 1);
}

void TstOutbox::aTxnAndATimeAreMadeUpWhenMissing()
{
    TempStore store;
    auto item = message({}, u"x"_s);
    item.queuedAt = 0;
    const auto one = soon(store->enqueue(item));
    const auto two = soon(store->enqueue(item));
    QVERIFY(!one->txn.isEmpty() && one->txn != two->txn);
    QVERIFY(one->queuedAt > 0);
}

void TstOutbox::whatIsSentIsNotWaitingAndItsTxnIsStillKnown()
{
    TempStore store;
    const auto item = soon(store->enqueue(message(u"t"_s, u"x"_s)));
    QVERIFY(soon(store->updateOutbox(item->id, SendState::failed, u"no network"_s)));
    QCOMPARE(soon(store->outbox())->first().problem, u"no network"_s);
    QVERIFY(soon(store->updateOutbox(item->id, SendState::sent, {})));
    QVERIFY(soon(store->outbox())->isEmpty());
    QCOMPARE(soon(store->enqueue(message(u"t"_s, u"x"_s)))->state, SendState::sent);
    QVERIFY(soon(store->outbox())->isEmpty());
}

void TstOutbox::whatWasBeingSentIsUnknownAfterARestart()
{
    TempStore store;
    const auto item = soon(store->enqueue(message(u"t"_s, u"x"_s)));
    soon(store->enqueue(message(u"u"_s, u"untouched"_s)));
    soon(store->updateOutbox(item->id, SendState::sending, {}));
    store.reopen();
    QCOMPARE(soon(store->outbox())->at(0).state, SendState::unknown);
    QCOMPARE(soon(store->outbox())->at(1).state, SendState::queued);
}

void TstOutbox::aDroppedMessageIsGoneAndSaysSo()
{
    TempStore store;
    const auto item = soon(store->enqueue(message(u"t"_s, u"x"_s)));
    QVERIFY(soon(store->dropOutbox(item->id)));
    QVERIFY(soon(store->outbox())->isEmpty());
    const auto again = soon(store->dropOutbox(item->id));
    QVERIFY(!again);
    QCOMPARE(again.error().kind, ErrorKind::notFound);
    QCOMPARE(soon(store->updateOutbox(item->id, SendState::sent, {})).error().kind, ErrorKind::notFound);
    QVERIFY(soon(store->enqueue(message(u"v"_s, u"y"_s)))->id > item->id); // ids are never used again
}

WARDROOM_TEST(TstOutbox)
#include "tst_outbox.moc"
