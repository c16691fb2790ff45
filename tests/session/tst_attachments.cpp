// SPDX-FileCopyrightText: 2026 The Wardroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/attachments.h"
#include "support/fakeclock.h"
#include "support/roombuilder.h"
#include "support/testmain.h"

#include <QCoroFuture>
#include <QCoroTask>
#include <QPromise>
#include <QTemporaryDir>
#include <QTest>

using namespace wardroom;
using namespace wardroom::test;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using session::Attachments;

//! What envelopes leave to an attachment, and how often it is asked for.
class TstAttachments final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void whatAnotherNodeSignedIsFetchedAndKept();
    void whatNobodySignedIsNotAskedFor();
    void whoseNodeIsLetInLaterIsAskedForThen();
    void whatCannotBeHadIsAskedForLessAndLess();
    void whatIsWrongIsNotFetchedAgainUntilSomebodySaysAnotherPlace();
    void whatIsTooLongIsNeitherKeptNorFetchedAgain();
    void aLinkThatIsBackIsAReasonToAskAtOnce();
    void slowOnesLeaveRoomForOthers();

private:
    //! A note of lina's whose body lies in an attachment that is not here.
    domain::Entry bareNote(QChar letter = u'n')
    {
        m_builder->say(m_room, u"lina"_s, domain::NoteAdded{QString(3'000, letter)});
        domain::Entry entry = m_builder->entries(m_room).last();
        m_bodies.insert(Attachments::wantedBy(bare(entry)).hex(), entry.spilled);
        return bare(entry);
    }
    static domain::Entry bare(domain::Entry entry)
    {
        entry.spilled.clear();
        return entry;
    }
    void want(const domain::Entry &entry)
    {
        m_attachments->want(entry);
        look();
    }
    //! And lets what that begins come to its end.
    void look()
    {
        m_attachments->look();
        QVERIFY(QTest::qWaitFor([this] { return !m_attachments->isAsking(); }, 20'000));
    }
    //! In steps of a second.
    void pass(std::chrono::seconds time)
    {
        for (std::chrono::seconds gone = 0s; gone < time; gone += 1s) {
            m_clock.advance(1s);
            look();
        }
    }

    FakeClock m_clock;
    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<RoomBuilder> m_builder;
    std::unique_ptr<store::Store> m_store;
    std::unique_ptr<session::RoomBook> m_book;
    std::unique_ptr<Attachments> m_attachments;
    std::function<QCoro::Task<Result<QByteArray>>(Sha256)> m_answer;
    QHash<QString, QByteArray> m_bodies; //!< by hash, as their writer uploaded them
    QStringList m_asked;
    QList<domain::Entry> m_found;
    const domain::RoomId m_room{u"room-7"_s};
};

void TstAttachments::init()
{
    m_attachments.reset();
    m_store.reset();
    m_asked.clear();
    m_found.clear();
    m_bodies.clear();
    m_folder = std::make_unique<QTemporaryDir>();
    m_builder = std::make_unique<RoomBuilder>();
    m_store = store::Store::open({m_folder->filePath(u"store.db"_s)}).value();
    m_book = std::make_unique<session::RoomBook>(m_builder->workspace());
    chat::Room control;
    control.id = m_builder->controlRoom();
    control.purpose = chat::Purpose::control;
    m_book->setRooms({control});
    m_book->add(m_builder->entries(control.id));
    m_answer = [](Sha256) -> QCoro::Task<Result<QByteArray>> { co_return fail(ErrorKind::notFound, {}); };
    m_attachments = std::make_unique<Attachments>(*m_store, *m_book, m_clock, [this](Sha256 hash) {
        m_asked.append(hash.hex());
        return m_answer(hash);
    });
    connect(m_attachments.get(), &Attachments::found, this,
            [this](const QList<domain::Entry> &entries) { m_found += entries; });
}

void TstAttachments::whatAnotherNodeSignedIsFetchedAndKept()
{
    const domain::Entry note = bareNote();
    m_answer = [this](Sha256 hash) -> QCoro::Task<Result<QByteArray>> { co_return m_bodies.value(hash.hex()); };
    m_attachments->want(note);
    m_attachments->look();
    QVERIFY(m_attachments->isFirstTrying());
    QTRY_COMPARE(m_found.size(), 1);
    QCOMPARE(m_found.first().spilled, m_bodies.values().first());
    QVERIFY(QCoro::waitFor(m_store->blob(Sha256::of(m_found.first().spilled))));
    QVERIFY(!m_attachments->isFirstTrying());
    want(m_found.first());
    QCOMPARE(m_asked.size(), 1);
}

//! Anybody in the room can write an envelope, and somebody else's into a message of theirs.
void TstAttachments::whatNobodySignedIsNotAskedFor()
{
    domain::Entry forged = bareNote();
    forged.envelope.replace("\"policy\":1", "\"policy\":2");
    QVERIFY(!Attachments::wantedBy(forged).isNull());
    want(forged);
    domain::Entry copied = bareNote(u'm');
    copied.sender = domain::PersonId(u"somebody on a phone"_s);
    want(copied);
    domain::Entry unknown = bareNote(u'o');
    unknown.envelope.replace(m_builder->desk(u"lina"_s).node.text().toUtf8(), "n-somebody");
    QVERIFY(!Attachments::wantedBy(unknown).isNull());
    want(unknown);
    pass(60s);
    QCOMPARE(m_asked, QStringList());
    QVERIFY(!m_attachments->isFirstTrying());
}

void TstAttachments::whoseNodeIsLetInLaterIsAskedForThen()
{
    m_builder->enrol(u"mia"_s, u"Mia Wallace"_s);
    m_builder->say(m_room, u"mia"_s, domain::NoteAdded{QString(3'000, u'x')});
    want(bare(m_builder->entries(m_room).last()));
    QCOMPARE(m_asked.size(), 0);
    m_book->add(m_builder->entries(m_builder->controlRoom()));
    look();
    QCOMPARE(m_asked.size(), 1);
}

void TstAttachments::whatCannotBeHadIsAskedForLessAndLess()
{
    want(bareNote());
    QCOMPARE(m_asked.size(), 1);
    pass(60s);
    QVERIFY2(m_asked.size() >= 4 && m_asked.size() <= 6, qPrintable(QString::number(m_asked.size())));
    for (int hours = 0; hours < 30; ++hours) {
        m_clock.advance(1h);
        look();
    }
    const qsizetype asked = m_asked.size();
    pass(60s);
    QCOMPARE(m_asked.size(), asked);
    m_clock.advance(1h);
    look();
    QCOMPARE(m_asked.size(), asked + 1); // never given up
    QVERIFY(m_found.isEmpty());
}

void TstAttachments::whatIsWrongIsNotFetchedAgainUntilSomebodySaysAnotherPlace()
{
    m_answer = [](Sha256) -> QCoro::Task<Result<QByteArray>> { co_return fail(ErrorKind::corrupt, {}); };
    const domain::Entry note = bareNote();
    want(note);
    pass(60s);
    QCOMPARE(m_asked.size(), 2); // the first time it may have been somebody on the way
    want(note);                  // the same message once more says nothing new
    QCOMPARE(m_asked.size(), 2);
    domain::Entry again = note;
    again.position.entry = domain::EntryId(u"said again"_s);
    want(again);
    QCOMPARE(m_asked.size(), 3);
}

void TstAttachments::whatIsTooLongIsNeitherKeptNorFetchedAgain()
{
    const QByteArray large(Attachments::kLongest + 1, 'x');
    m_answer = [large](Sha256) -> QCoro::Task<Result<QByteArray>> {
        const QByteArray bytes = large;
        co_return bytes;
    };
    want(bareNote());
    pass(60s);
    QCOMPARE(m_asked.size(), 2);
    QVERIFY(m_found.isEmpty());
    QVERIFY(!QCoro::waitFor(m_store->blob(Sha256::of(large))));
}

void TstAttachments::aLinkThatIsBackIsAReasonToAskAtOnce()
{
    want(bareNote());
    pass(30s);
    const qsizetype asked = m_asked.size();
    m_attachments->hurry();
    QTRY_COMPARE(m_asked.size(), asked + 1);
}

void TstAttachments::slowOnesLeaveRoomForOthers()
{
    QPromise<void> slow;
    slow.start();
    const QFuture<void> end = slow.future();
    m_answer = [end](Sha256) -> QCoro::Task<Result<QByteArray>> {
        const QFuture<void> waited = end;
        co_await waited;
        co_return fail(ErrorKind::timeout, {});
    };
    for (int i = 0; i < 10; ++i)
        m_attachments->want(bareNote(QChar(u'a' + i)));
    m_attachments->look();
    QTRY_COMPARE(m_asked.size(), 4);
    QVERIFY(m_attachments->isFirstTrying());
    m_clock.advance(61s);
    QVERIFY2(!m_attachments->isFirstTrying(), "a node that lets others wait does so for a minute");
    slow.finish();
    QTRY_COMPARE(m_asked.size(), 10);
    look();
}

WARDROOM_TEST(TstAttachments)
#include "tst_attachments.moc"
