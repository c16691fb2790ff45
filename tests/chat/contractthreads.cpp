// SPDX-FileCopyrightText: 2026 The Wardroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/hash.h"
#include "contract.h"
#include "domain/media.h"

//! Threads, and the files that other programs post.
namespace wardroom::test {

using namespace Qt::StringLiterals;
using namespace wardroom::chat;

void ContractSuite::whatIsSaidInAThreadStandsInItForEverybody()
{
    if (!person(0).capabilities().threads)
        QSKIP("there are no threads on this platform");
    const RoomId here = room(2);
    Listener &reader = listener(0);
    const auto root = send(0, message(here, u"ssh brute force"_s));
    QVERIFY(root);
    Outgoing said = message(here, u"looks like the scanner"_s);
    said.thread = root->entry;
    const auto first = send(1, said);
    QVERIFY(first);
    QCOMPARE(send(1, said)->entry, first->entry); // once more: the same one
    const auto beside = send(1, message(here, u"lunch?"_s));
    QVERIFY(beside);
    QVERIFY(seesAll(0, here, {root->entry, first->entry, beside->entry}));
    QCOMPARE(reader.entry(first->entry).thread, root->entry);
    QCOMPARE(reader.entry(root->entry).thread, EntryId());
    QCOMPARE(reader.entry(beside->entry).thread, EntryId());
    for (const domain::Entry &entry : wholeHistory(1, here))
        QCOMPARE(entry.thread, entry.position.entry == first->entry ? root->entry : EntryId());
    if (!person(1).capabilities().edits)
        return;
    QVERIFY(wait(person(1).edit(here, first->entry, u"it is the scanner"_s)));
    QVERIFY(comes(0, here, [&] { return reader.entry(first->entry).text == u"it is the scanner"_s; }));
    QCOMPARE(reader.entry(first->entry).thread, root->entry);
}

void ContractSuite::anAnswerGoesIntoTheThreadOfWhatItAnswers()
{
    if (!person(0).capabilities().threads)
        QSKIP("there are no threads on this platform");
    const RoomId here = room(2);
    Listener &reader = listener(0);
    const auto root = send(0, message(here, u"ssh brute force"_s));
    QVERIFY(root);
    Outgoing said = message(here, u"the scanner?"_s);
    said.thread = root->entry;
    const auto first = send(1, said);
    QVERIFY(first);
    Outgoing answer = message(here, u"it is"_s);
    answer.replyTo = first->entry;
    const auto inside = send(0, answer);
    answer = message(here, u"seen"_s);
    answer.replyTo = root->entry;
    const auto outside = send(0, answer);
    QVERIFY(inside && outside);
    QVERIFY(seesAll(0, here, {inside->entry, outside->entry}));
    QCOMPARE(reader.entry(inside->entry).thread, root->entry);
    QCOMPARE(reader.entry(inside->entry).replyTo, first->entry);
    QCOMPARE(reader.entry(outside->entry).thread, EntryId()); // who answers in the room begins no thread
}

void ContractSuite::filesOfOtherProgramsAreFetchedWhenAskedFor()
{
    if (!person(0).capabilities().files) {
        const auto refused = wait(person(0).fetch(u"somewhere"_s, 1000, {}, {}));
        QVERIFY(!refused);
        QCOMPARE(refused.error().kind, ErrorKind::unsupported);
        QSKIP("other programs post no files on this platform");
    }
    const RoomId here = room(2);
    Listener &reader = listener(0);
    const QByteArray bytes = QByteArray("not a picture at all\0\xff", 22).repeated(50'000);
    const EntryId posted = m_fixture->post(1, here, u"../../photo\u202Egnp.exe"_s, bytes);
    QVERIFY(!posted.isEmpty());
    QVERIFY(seesAll(0, here, {posted}));
    const auto media = domain::mediaFromText(reader.entry(posted).media);
    QVERIFY(media);
    QCOMPARE(media->name, u"../../photo\u202Egnp.exe"_s); // as it was said: whoever shows it makes it harmless
    QCOMPARE(media->size, bytes.size());
    qint64 last = 0;
    bool grows = true;
    const auto progress = [&](qint64 got, qint64 of) {
        grows = grows && got >= last && (of == 0 || of == bytes.size());
        last = got;
    };
    const auto fetched = wait(person(0).fetch(media->place, bytes.size(), progress, {}));
    QVERIFY2(fetched, fetched ? "" : qPrintable(fetched.error().message));
    QCOMPARE(Sha256::of(*fetched), Sha256::of(bytes));
    QVERIFY(grows);
    QCOMPARE(last, bytes.size());
    QCOMPARE(wait(person(0).fetch(media->place, bytes.size(), {}, {})).value(), bytes); // nobody need watch
}

void ContractSuite::aFileThatIsTooLargeOrNotThereIsRefused()
{
    if (!person(0).capabilities().files)
        QSKIP("other programs post no files on this platform");
    const RoomId here = room(2);
    Listener &reader = listener(0);
    const EntryId posted = m_fixture->post(1, here, u"big.log"_s, QByteArray(100'000, 'x'));
    QVERIFY(seesAll(0, here, {posted}));
    const auto media = domain::mediaFromText(reader.entry(posted).media);
    QVERIFY(media);
    const auto large = wait(person(0).fetch(media->place, 99'999, {}, {}));
    QVERIFY(!large);
    QCOMPARE(large.error().kind, ErrorKind::tooLarge);
    const QString gone = media->place.left(media->place.lastIndexOf(u'/') + 1) + u"neverThere"_s;
    const auto missing = wait(person(0).fetch(gone, 99'999, {}, {}));
    QVERIFY(!missing);
    QCOMPARE(missing.error().kind, ErrorKind::notFound);
    for (const QString &bad : {QString(), u"https://127.0.0.1/x"_s, u"file:///etc/passwd"_s, u"mxc://a/../../b"_s}) {
        const auto refused = wait(person(0).fetch(bad, 1000, {}, {}));
        QVERIFY(!refused);
        QCOMPARE(refused.error().kind, ErrorKind::invalid);
    }
}

void ContractSuite::fetchingCanBeStopped()
{
    if (!person(0).capabilities().files)
        QSKIP("other programs post no files on this platform");
    const RoomId here = room(2);
    Listener &reader = listener(0);
    const EntryId posted = m_fixture->post(1, here, u"big.log"_s, QByteArray(8 << 20, 'x'));
    QVERIFY(seesAll(0, here, {posted}));
    const auto media = domain::mediaFromText(reader.entry(posted).media);
    QVERIFY(media);
    std::stop_source stop;
    const auto onFirst = [&stop](qint64, qint64) { stop.request_stop(); };
    const auto stopped = wait(person(0).fetch(media->place, 16 << 20, onFirst, stop.get_token()));
    QVERIFY(!stopped);
    QCOMPARE(stopped.error().kind, ErrorKind::cancelled);
    const auto early = wait(person(0).fetch(media->place, 16 << 20, {}, stop.get_token()));
    QVERIFY(!early);
    QCOMPARE(early.error().kind, ErrorKind::cancelled);
}

} // namespace wardroom::test
