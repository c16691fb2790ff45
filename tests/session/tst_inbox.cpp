// SPDX-FileCopyrightText: 2026 The Wardroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "chat/local/localplatform.h"
#include "chat/matrix/matrixplatform.h"
#include "net/scriptedserver.h"
#include "session/inbox.h"
#include "support/fakeclock.h"
#include "support/roombuilder.h"
#include "support/testmain.h"

#include <QCoroTask>
#include <QTemporaryDir>
#include <QTest>

using namespace wardroom;
using namespace wardroom::test;
using namespace Qt::StringLiterals;

namespace {

constexpr int kBatches = 30;
constexpr int kEach = 40;
constexpr qsizetype kMostFacts = 256; //!< of one transaction, so that folding them fits between two frames

} // namespace

//! What a platform tells faster than it can be stored.
class TstInbox final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void manyWaitingBatchesTakeFewTransactionsAndKeepTheirOrder();
    void factsAreTakenInPiecesThatFitBetweenTwoFrames();
    void anEditThatWaitsBehindItsMessageIsTakenWithIt();
    void aHistoryInPagesIsFoldedAFewTimesNotOncePerPage();
    void newFactsAndWordsDoNotWaitForTheHistory();
    void anAttachmentThatNeverComesKeepsNothingElse();
    void anAttachmentThatIsHereGoesInWithItsEntry();

private:
    //! Otherwise a transaction may be over before the next batch is told.
    void keepTheStoreBusy()
    {
        RoomBuilder other;
        for (int i = 0; i < 10'000; ++i)
            other.talk(domain::RoomId(u"another room"_s), u"lina"_s, u"line %1"_s.arg(i));
        QCoro::connect(m_store->ingest(other.entries(domain::RoomId(u"another room"_s)), {}), this,
                       [](const auto &) {});
    }
    //! From the newest page to the oldest, as a server gives them.
    void tellBackwards(const QList<domain::Entry> &all, int page)
    {
        for (qsizetype end = all.size(); end > 0; end -= page) {
            tell(all.mid(std::max<qsizetype>(0, end - page), std::min<qsizetype>(end, page)), {});
            QTRY_VERIFY(m_inbox->isIdle());
        }
    }
    void tell(const QList<domain::Entry> &entries, const QByteArray &cursor)
    {
        Q_EMIT m_platform->arrived(entries, cursor);
    }
    QList<domain::Entry> kept(const domain::RoomId &room)
    {
        return QCoro::waitFor(m_store->envelopes(room)).value_or(QList<domain::Entry>());
    }

    FakeClock m_clock;
    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<RoomBuilder> m_builder;
    std::unique_ptr<store::Store> m_store;
    std::unique_ptr<chat::LocalPlatform> m_platform;
    std::unique_ptr<session::RoomBook> m_book;
    std::unique_ptr<session::Inbox> m_inbox;
    QList<QList<store::StoredEntry>> m_stored; //!< by transaction
    const domain::RoomId m_room{u"room-7"_s};
};

void TstInbox::init()
{
    m_inbox.reset();
    m_platform.reset();
    m_store.reset();
    m_stored.clear();
    m_folder = std::make_unique<QTemporaryDir>();
    m_builder = std::make_unique<RoomBuilder>();
    m_store = store::Store::open({m_folder->filePath(u"store.db"_s)}).value();
    m_platform = std::make_unique<chat::LocalPlatform>(chat::LocalOptions{
        m_folder->filePath(u"workspace"_s), domain::PersonId(u"lina"_s), domain::NodeId(u"node-lina"_s), m_clock});
    m_book = std::make_unique<session::RoomBook>(m_builder->workspace());
    chat::Room control;
    control.id = m_builder->controlRoom();
    control.purpose = chat::Purpose::control;
    m_book->setRooms({control});
    m_inbox = std::make_unique<session::Inbox>(*m_store, *m_platform, *m_book, m_clock);
    connect(m_inbox.get(), &session::Inbox::stored, this,
            [this](const QList<store::StoredEntry> &entries) { m_stored.append(entries); });
    tell(m_builder->entries(control.id), {});
    QTRY_VERIFY(m_inbox->isIdle());
    m_stored.clear();
}

void TstInbox::manyWaitingBatchesTakeFewTransactionsAndKeepTheirOrder()
{
    for (int i = 0; i < kBatches * kEach; ++i)
        m_builder->talk(m_room, u"lina"_s, u"line %1"_s.arg(i));
    const QList<domain::Entry> all = m_builder->entries(m_room);
    keepTheStoreBusy();
    for (int i = 0; i < kBatches; ++i)
        tell(all.mid(i * kEach, kEach), "cursor-" + QByteArray::number(i));
    QTRY_VERIFY(m_inbox->isIdle());
    QCOMPARE(m_stored.size(), 2); // the first begins at once, the others waited
    QCOMPARE(m_stored.at(0).size(), kEach);
    qint64 seq = 0;
    QStringList texts;
    for (const auto &transaction : std::as_const(m_stored)) {
        for (const store::StoredEntry &one : transaction) {
            QCOMPARE_GT(one.seq, seq);
            seq = one.seq;
            texts.append(one.entry.text);
        }
    }
    QCOMPARE(texts.size(), kBatches * kEach);
    for (int i = 0; i < texts.size(); ++i)
        QCOMPARE(texts.at(i), u"line %1"_s.arg(i));
    QCOMPARE(QCoro::waitFor(m_store->cursor()).value(), "cursor-" + QByteArray::number(kBatches - 1));
}

void TstInbox::factsAreTakenInPiecesThatFitBetweenTwoFrames()
{
    for (int i = 0; i < kBatches * kEach; ++i)
        m_builder->say(m_room, u"lina"_s, domain::NoteAdded{u"note %1"_s.arg(i)});
    const QList<domain::Entry> all = m_builder->entries(m_room);
    keepTheStoreBusy();
    for (int i = 0; i < kBatches; ++i)
        tell(all.mid(i * kEach, kEach), {});
    QTRY_VERIFY(m_inbox->isIdle());
    QCOMPARE_GT(m_stored.size(), 2);
    QCOMPARE_LT(m_stored.size(), kBatches);
    for (const auto &transaction : std::as_const(m_stored))
        QCOMPARE_LE(transaction.size(), kMostFacts);
    QCOMPARE(kept(m_room).size(), kBatches * kEach);
    QCOMPARE(m_book->state(m_room).notes.size(), kBatches * kEach);
}

void TstInbox::anEditThatWaitsBehindItsMessageIsTakenWithIt()
{
    for (int i = 0; i < 3; ++i)
        m_builder->say(m_room, u"lina"_s, domain::NoteAdded{u"note %1"_s.arg(i)});
    const QList<domain::Entry> all = m_builder->entries(m_room);
    domain::Entry gone = all.last();
    gone.envelope.clear();
    gone.text.clear();
    gone.deleted = true;
    tell(all.mid(0, 1), {});
    tell(all.mid(1), {});
    tell({gone}, {});
    QTRY_VERIFY(m_inbox->isIdle());
    QCOMPARE(m_book->state(m_room).notes.size(), 2);
}

void TstInbox::aHistoryInPagesIsFoldedAFewTimesNotOncePerPage()
{
    constexpr int kMissed = 2'000;
    constexpr int kPage = 20;
    for (int i = 0; i < kMissed; ++i)
        m_builder->say(m_room, u"lina"_s, domain::NoteAdded{u"note %1"_s.arg(i)});
    Q_EMIT m_platform->linkChanged(chat::LinkState::catchingUp);
    tellBackwards(m_builder->entries(m_room), kPage);
    QCOMPARE(kept(m_room).size(), kMissed); // custody has them at once
    Q_EMIT m_platform->linkChanged(chat::LinkState::live);
    const domain::RoomFold *fold = m_book->fold(m_room);
    QCOMPARE(fold->entries().size(), kMissed);
    QCOMPARE(m_book->state(m_room).notes.size(), kMissed);
    QCOMPARE_LE(fold->foldedCount(), 3 * kMissed);
    qsizetype told = 0;
    for (const auto &entries : std::as_const(m_stored))
        told += entries.size();
    QCOMPARE(told, kMissed);
}

void TstInbox::newFactsAndWordsDoNotWaitForTheHistory()
{
    for (int i = 0; i < 10; ++i)
        m_builder->say(m_room, u"lina"_s, domain::NoteAdded{u"note %1"_s.arg(i)});
    m_builder->talk(m_room, u"lina"_s, u"an old word"_s);
    const QList<domain::Entry> all = m_builder->entries(m_room);
    QList<domain::Entry> newest = all.mid(3, 7);
    Q_EMIT m_platform->linkChanged(chat::LinkState::catchingUp);
    tell(newest, {});
    QTRY_VERIFY(m_inbox->isIdle());
    tell(all.mid(2, 1) + all.mid(10), {}); // history, and a word
    QTRY_VERIFY(m_inbox->isIdle());
    QCOMPARE(m_book->fold(m_room)->entries().size(), 7);
    QCOMPARE(m_stored.last().size(), 1);
    QCOMPARE(m_stored.last().first().entry.text, u"an old word"_s);
    m_builder->say(m_room, u"lina"_s, domain::NoteAdded{u"just now"_s});
    tell(m_builder->entries(m_room).mid(11), {});
    QTRY_VERIFY(m_inbox->isIdle());
    QCOMPARE(m_book->fold(m_room)->entries().size(), 8);
    // The line went down before the rest came: what is there is shown.
    Q_EMIT m_platform->linkChanged(chat::LinkState::offline);
    QCOMPARE(m_book->fold(m_room)->entries().size(), 9);
}

//! A note so long that its body lies in an attachment.
domain::Fact longNote()
{
    return domain::NoteAdded{QString(3'000, u'n')};
}

//! An entry of \a all whose attachment did not come with it.
domain::Entry bare(domain::Entry entry)
{
    entry.spilled.clear();
    return entry;
}

void TstInbox::anAttachmentThatNeverComesKeepsNothingElse()
{
    ScriptedServer server([](const SeenRequest &) { return QByteArray(); }); // takes every question and says nothing
    const chat::MatrixAccount account{server.url(u""_s), domain::PersonId(u"@lina:localhost"_s), u"DEVICE"_s};
    chat::MatrixPlatform platform(
        {account, {u"token"_s, {}, 0}, {}, {}, m_builder->workspace(), domain::RoomId(u"!c:localhost"_s), {}, m_clock});
    m_inbox = std::make_unique<session::Inbox>(*m_store, platform, *m_book, m_clock);
    m_builder->say(m_room, u"lina"_s, longNote());
    m_builder->say(m_room, u"lina"_s, domain::NoteAdded{u"said after it"_s});
    const QList<domain::Entry> all = m_builder->entries(m_room);
    QVERIFY(!all.first().spilled.isEmpty());
    Q_EMIT platform.arrived({bare(all.first())}, {});
    Q_EMIT platform.arrived({all.last()}, {});
    QTRY_COMPARE(m_book->state(m_room).notes.size(), 1);
    QCOMPARE(kept(m_room).size(), 2);
    QCOMPARE(m_book->placed(all.first()).judgement.standing, domain::Standing::waiting);
    QTRY_VERIFY2(!server.seen().isEmpty(), "it is asked for");
    QVERIFY2(!m_inbox->isIdle(), "whoever is to act waits for what a node signed");
    m_clock.advance(std::chrono::minutes(2));
    QVERIFY2(m_inbox->isIdle(), "but not for ever");
    m_inbox.reset();
}

void TstInbox::anAttachmentThatIsHereGoesInWithItsEntry()
{
    m_builder->say(m_room, u"lina"_s, longNote());
    const domain::Entry whole = m_builder->entries(m_room).first();
    QVERIFY(QCoro::waitFor(m_store->putBlob(whole.spilled)));
    tell({bare(whole)}, {});
    QTRY_VERIFY(m_inbox->isIdle());
    QCOMPARE(m_book->state(m_room).notes.size(), 1);
    QCOMPARE(kept(m_room).value(0).spilled, whole.spilled);
}

WARDROOM_TEST(TstInbox)
#include "tst_inbox.moc"
