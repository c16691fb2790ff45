// SPDX-FileCopyrightText: 2026 The Wardroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "matrixseat.h"

#include "session/conversation.h"
#include "session/files.h"
#include "session/team.h"
#include "support/testmain.h"

#include <QDirIterator>
#include <QSignalSpy>

using namespace wardroom;
using namespace wardroom::test;
using session::FileLine;
using session::FileStep;

//! Pictures and files that somebody's phone posts on a real Synapse, and threads that it answers in.
class TstMatrixFiles final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        const auto up = m_server.start();
        QVERIFY2(up, up ? "" : qPrintable(up.error().message));
        m_boAccount = m_server.user(u"bo"_s).value_or(SynapseUser());
        const SynapseUser ana = m_server.user(u"ana"_s).value_or(SynapseUser());
        m_ana = std::make_unique<Seat>(m_folder.filePath(u"ana"_s), u"Ana Lima"_s);
        QCOMPARE(m_ana->add(m_server, ana), QString());
        m_ops = m_ana->room(u"security-ops"_s);
        QVERIFY(wait(m_ana->engine().platform().invite(m_ops, session::PersonId(m_boAccount.id))));
        QCOMPARE(call("POST", u"/join"_s, {}).status, 200);
        m_rows = m_ana->workspace().conversation(m_ops);
    }
    void cleanupTestCase()
    {
        m_rows.reset();
        m_ana.reset();
    }

    void aPictureFromAPhoneStandsThereWithoutBeingFetched()
    {
        m_posted = post(u"m.image"_s, u"../../x\u202Egpj.png"_s, m_bytes, u"the console, as it is now"_s);
        QTRY_VERIFY_WITH_TIMEOUT(file(m_posted), kPatienceMs);
        const FileLine line = *file(m_posted);
        QCOMPARE(line.kind, domain::MediaKind::image);
        QCOMPARE(line.name, u"xgpj.png"_s);
        QCOMPARE(line.size, m_bytes.size());
        QCOMPARE(std::get<session::Words>(row(m_posted).content).text, u"the console, as it is now"_s);
        QTest::qWait(500);
        QCOMPARE(file(m_posted)->step, FileStep::away);
        QVERIFY(file(m_posted)->hash.isNull());
        const auto plain = post(u"m.file"_s, u"auth.log"_s, "lines", {});
        QTRY_VERIFY_WITH_TIMEOUT(file(plain), kPatienceMs);
        QVERIFY(std::get<session::Words>(row(plain).content).text.isEmpty()); // the name alone is said once
        QVERIFY(!row(plain).plain);
    }

    void itIsFetchedOnceWhenAskedForAndItsHashIsWrittenDown()
    {
        session::Files &files = m_ana->workspace().files();
        QSignalSpy changed(&files, &session::Files::changed);
        const auto bytes = wait(files.bytes(*file(m_posted)));
        QVERIFY2(bytes, bytes ? "" : qPrintable(bytes.error().message));
        QCOMPARE(Sha256::of(*bytes), Sha256::of(m_bytes));
        QTRY_COMPARE(file(m_posted)->step, FileStep::here);
        QCOMPARE(file(m_posted)->hash, Sha256::of(m_bytes));
        QVERIFY(changed.size() >= 2);
        const auto known = wait(m_ana->engine().store().values(u"file/"_s));
        QVERIFY(known && known->size() == 1);
        QVERIFY(known->first().contains(Sha256::of(m_bytes).hex().toUtf8()));
    }

    //! The file as the server has it on its disk is another one now, and the copy here is gone.
    void otherBytesThanTheFirstTimeAreRefused()
    {
        clearCache();
        QVERIFY(replaceOnServer(m_bytes, QByteArray(m_bytes.size(), 'F')));
        session::Files &files = m_ana->workspace().files();
        const auto bytes = wait(files.bytes(*file(m_posted)));
        QVERIFY(!bytes);
        QCOMPARE(bytes.error().kind, ErrorKind::corrupt);
        QTRY_COMPARE(file(m_posted)->step, FileStep::failed);
        QVERIFY2(file(m_posted)->problem.contains(Sha256::of(m_bytes).brief()), qPrintable(file(m_posted)->problem));
        QVERIFY(replaceOnServer(QByteArray(m_bytes.size(), 'F'), m_bytes));
        QCOMPARE(wait(files.bytes(*file(m_posted))).value(), m_bytes); // try again
        QTRY_COMPARE(file(m_posted)->step, FileStep::here);
    }

    void whatTheServerHasNoMoreIsSaidWithWhatToDo()
    {
        const QByteArray bytes(5'000, 'g');
        const EntryId gone = post(u"m.file"_s, u"gone.log"_s, bytes, {});
        QTRY_VERIFY_WITH_TIMEOUT(file(gone), kPatienceMs);
        QVERIFY(replaceOnServer(bytes, {}));
        QVERIFY(!wait(m_ana->workspace().files().bytes(*file(gone))));
        QTRY_COMPARE(file(gone)->step, FileStep::failed);
        QVERIFY2(file(gone)->problem.contains(u"Ask whoever posted it"_s), qPrintable(file(gone)->problem));
    }

    void itIsCancelledWhileItComes()
    {
        session::Files &files = m_ana->workspace().files();
        const EntryId large = post(u"m.video"_s, u"cam.mp4"_s, QByteArray(12 << 20, 'v'), {});
        QTRY_VERIFY_WITH_TIMEOUT(file(large), kPatienceMs);
        const FileLine line = *file(large);
        connect(&files, &session::Files::changed, this, [&files, line](const QString &key) {
            if (key == line.key() && files.seen(line).got > 0)
                files.cancel(line);
        });
        const auto bytes = wait(files.bytes(line));
        files.disconnect(this);
        QVERIFY(!bytes);
        QCOMPARE(bytes.error().kind, ErrorKind::cancelled);
        QCOMPARE(files.seen(line).step, FileStep::away); // nothing went wrong: it was wished
        QVERIFY(wait(files.bytes(line)));
    }

    void aFileThatSaysItIsTooLargeIsNotAskedFor()
    {
        const EntryId huge = post(u"m.file"_s, u"disk.img"_s, "small", {}, session::Files::kLargest + 1);
        QTRY_VERIFY_WITH_TIMEOUT(file(huge), kPatienceMs);
        const auto bytes = wait(m_ana->workspace().files().bytes(*file(huge)));
        QVERIFY(!bytes);
        QCOMPARE(bytes.error().kind, ErrorKind::tooLarge);
    }

    void whatIsNoFileIsShownAsItsWords()
    {
        const QJsonObject encrypted{{u"url"_s, u"mxc://localhost/abc"_s}};
        QList<QJsonObject> bad{
            {{u"msgtype"_s, u"m.image"_s}, {u"body"_s, u"no place"_s}},
            {{u"msgtype"_s, u"m.image"_s}, {u"body"_s, u"elsewhere"_s}, {u"url"_s, u"https://evil.example/x.png"_s}},
            {{u"msgtype"_s, u"m.file"_s}, {u"body"_s, u"only encrypted"_s}, {u"file"_s, encrypted}},
            {{u"msgtype"_s, u"m.file"_s}, {u"body"_s, u"no string"_s}, {u"url"_s, 7}}};
        for (const QJsonObject &content : std::as_const(bad)) {
            const EntryId sent(send(content));
            QVERIFY(!sent.isEmpty());
            QTRY_COMPARE_WITH_TIMEOUT(row(sent).entry, sent, kPatienceMs);
            QVERIFY(!row(sent).file);
            QCOMPARE(std::get<session::Words>(row(sent).content).text, content.value("body"_L1).toString());
        }
    }

    void aPhonesAnswersStandInTheThreadAndAnAnswerFromHereGoesThere()
    {
        const EntryId root = m_ana->say(m_ops, u"ssh brute force"_s);
        QJsonObject content{{u"msgtype"_s, u"m.text"_s}, {u"body"_s, u"from the phone"_s}};
        content.insert(u"m.relates_to"_s, QJsonObject{{u"rel_type"_s, u"m.thread"_s},
                                                      {u"event_id"_s, root.text()},
                                                      {u"is_falling_back"_s, true},
                                                      {u"m.in_reply_to"_s, QJsonObject{{u"event_id"_s, root.text()}}}});
        const EntryId phone(send(content));
        QTRY_COMPARE_WITH_TIMEOUT(row(root).replies.replies, 1, kPatienceMs);
        QTRY_COMPARE(row(phone).inThread, u"ssh brute force"_s);
        const auto said = wait(m_ana->workspace().talk().say(m_ops, u"from here"_s, {}, root));
        QVERIFY2(said, said ? "" : qPrintable(said.error().message));
        QTRY_COMPARE_WITH_TIMEOUT(row(root).replies.replies, 2, kPatienceMs);
        QCOMPARE(row(root).replies.lastBy, u"Ana Lima"_s);
        const QString id = QString::fromLatin1(QUrl::toPercentEncoding(said->entry.text()));
        const QJsonObject relation =
            call("GET", u"/event/"_s + id, {}).body["content"_L1]["m.relates_to"_L1].toObject();
        QCOMPARE(relation.value("rel_type"_L1).toString(), u"m.thread"_s);
        QCOMPARE(relation.value("event_id"_L1).toString(), root.text());
        const auto thread = m_ana->workspace().conversation(m_ops, root);
        QTRY_COMPARE(thread->rows().size(), 3);
    }

private:
    static constexpr int kPatienceMs = 20'000;

    SynapseAnswer call(const QByteArray &method, const QString &rest, const QJsonObject &body)
    {
        const QString room = QString::fromLatin1(QUrl::toPercentEncoding(m_ops.text()));
        return m_server.call(method, u"/_matrix/client/v3/rooms/"_s + room + rest, m_boAccount.token, body);
    }
    QString send(const QJsonObject &content)
    {
        return call("PUT", u"/send/m.room.message/"_s + randomHex(8), content).body.value("event_id"_L1).toString();
    }
    EntryId post(const QString &type, const QString &name, const QByteArray &bytes, const QString &caption,
                 qint64 size = 0)
    {
        QJsonObject content{{u"msgtype"_s, type},
                            {u"body"_s, caption.isEmpty() ? name : caption},
                            {u"url"_s, m_server.upload(bytes, m_boAccount.token)},
                            {u"info"_s, QJsonObject{{u"size"_s, size > 0 ? size : bytes.size()}}}};
        if (!caption.isEmpty())
            content.insert(u"filename"_s, name);
        return EntryId(send(content));
    }
    session::ConversationRow row(const EntryId &entry) const
    {
        for (const session::ConversationRow &each : m_rows->rows())
            if (each.entry == entry)
                return each;
        return {};
    }
    std::optional<FileLine> file(const EntryId &entry) const { return row(entry).file; }
    void clearCache()
    {
        const QDir folder(m_folder.filePath(u"ana/files"_s));
        for (const QString &name : folder.entryList(QDir::Files))
            QVERIFY(QFile::remove(folder.filePath(name)));
    }
    //! Writes \a now over the file that holds \a bytes in the server's store; null: removes it.
    bool replaceOnServer(const QByteArray &bytes, const QByteArray &now)
    {
        bool done = false;
        QDirIterator each(m_server.folder(), QDir::Files, QDirIterator::Subdirectories);
        while (each.hasNext()) {
            QFile file(each.next());
            if (file.size() != bytes.size() || !file.open(QIODevice::ReadOnly) || file.readAll() != bytes)
                continue;
            file.close();
            done = now.isNull()
                       ? file.remove()
                       : file.open(QIODevice::WriteOnly | QIODevice::Truncate) && file.write(now) == now.size();
        }
        return done;
    }

    const QByteArray m_bytes = QByteArray("\x89PNG not really", 15).repeated(20'000);
    Synapse m_server;
    QTemporaryDir m_folder;
    SynapseUser m_boAccount;
    std::unique_ptr<Seat> m_ana;
    std::unique_ptr<session::Conversation> m_rows;
    RoomId m_ops;
    EntryId m_posted;
};

WARDROOM_TEST(TstMatrixFiles)
#include "tst_matrixfiles.moc"
