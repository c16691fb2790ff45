// SPDX-FileCopyrightText: 2026 The Wardroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/conversation.h"
#include "session/filecache.h"
#include "session/files.h"
#include "session/talk.h"
#include "session/workspace.h"
#include "support/testmain.h"
#include "support/world.h"

#include <QDir>

using namespace wardroom;
using namespace wardroom::test;
using namespace Qt::StringLiterals;
using session::FileCache;
using session::FileLine;
using session::FileStep;

//! What is kept of fetched files, and the attachments of facts, which are fetched the same way.
class TstFiles final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void theCacheKeepsNoMoreThanItMay()
    {
        QTemporaryDir folder;
        const FileCache cache(folder.filePath(u"files"_s), 3'000);
        QList<Sha256> put;
        for (int i = 0; i < 5; ++i) {
            put.append(cache.put(QByteArray(1'000, char('a' + i))).value());
            QTest::qWait(15); // a file's time has a grain
        }
        qint64 kept = 0;
        for (const QFileInfo &file : QDir(folder.filePath(u"files"_s)).entryInfoList(QDir::Files | QDir::Hidden))
            kept += file.size();
        QVERIFY2(kept <= 3'000, qPrintable(QString::number(kept)));
        QVERIFY(!cache.get(put.first()));
        QCOMPARE(cache.get(put.last()).value(), QByteArray(1'000, 'e'));
        QCOMPARE(cache.all().size(), 3);
        // One alone may be larger, whatever the times of the others say: it was asked for.
        QFile touched(folder.filePath(u"files/"_s + put.last().hex()));
        QVERIFY(touched.open(QIODevice::ReadWrite));
        QVERIFY(touched.setFileTime(QDateTime::currentDateTimeUtc().addDays(1), QFile::FileModificationTime));
        touched.close();
        const Sha256 large = cache.put(QByteArray(9'000, 'x')).value();
        QVERIFY(cache.get(large));
        QCOMPARE(cache.all(), QList<Sha256>{large});
    }

    void theCacheIsForItsOwnerAndNothingInItCanBeRun()
    {
        QTemporaryDir folder;
        const QString path = folder.filePath(u"files"_s);
        const FileCache cache(path);
        const Sha256 hash = cache.put("#!/bin/sh\n").value();
        const QFile::Permissions others = QFile::ReadGroup | QFile::ReadOther | QFile::WriteGroup | QFile::WriteOther |
                                          QFile::ExeGroup | QFile::ExeOther;
        QVERIFY(!(QFile::permissions(path) & others));
        QVERIFY(!(QFile::permissions(path + u'/' + hash.hex()) & (others | QFile::ExeOwner | QFile::ExeUser)));
    }

    void aFileThatWasChangedInTheCacheIsNotHandedOut()
    {
        QTemporaryDir folder;
        const FileCache cache(folder.path());
        const Sha256 hash = cache.put("evidence").value();
        QFile file(folder.filePath(hash.hex()));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write("other");
        file.close();
        QCOMPARE(cache.get(hash).error().kind, ErrorKind::notFound);
        QVERIFY(!file.exists());
        QVERIFY(!cache.get(Sha256()));
    }

    void evidenceStandsInTheConversationAndIsFetchedByItsHash()
    {
        Desk ada(m_folder.filePath(u"ada"_s), u"Ada"_s, m_clock);
        QCOMPARE(ada.found(u"acme"_s, m_folder.filePath(u"room"_s)), QString());
        const domain::RoomId ops = ada.room(u"security-ops"_s);
        session::Workspace workspace(ada.takeEngine());
        const QString path = m_folder.filePath(u"auth.log"_s);
        QFile log(path);
        QVERIFY(log.open(QIODevice::WriteOnly) && log.write("Failed password for root\n") > 0);
        log.close();
        const auto conversation = workspace.conversation(ops);
        QVERIFY(wait(workspace.talk().attach(ops, path)));
        const auto file = [&]() -> std::optional<FileLine> {
            for (const session::ConversationRow &row : conversation->rows())
                if (row.file)
                    return row.file;
            return {};
        };
        QTRY_VERIFY(file());
        QCOMPARE(file()->name, u"auth.log"_s);
        QCOMPARE(file()->size, 25);
        QCOMPARE(file()->hash, Sha256::of("Failed password for root\n"));
        QTRY_COMPARE(workspace.evidence(ops).size(), 1);
        QCOMPARE(workspace.evidence(ops).first().hash, file()->hash);
        QCOMPARE(wait(workspace.files().bytes(*file())).value(), "Failed password for root\n");
        QTRY_COMPARE(file()->step, FileStep::here);

        FileLine absent = *file();
        absent.hash = Sha256::of("never attached");
        const auto missing = wait(workspace.files().bytes(absent));
        QVERIFY(!missing);
        QCOMPARE(workspace.files().seen(absent).step, FileStep::failed);
        QVERIFY(!workspace.files().seen(absent).problem.isEmpty());

        FileLine huge = *file();
        huge.hash = Sha256::of("huge");
        huge.size = session::Files::kLargest + 1;
        const auto refused = wait(workspace.files().bytes(huge));
        QVERIFY(!refused);
        QCOMPARE(refused.error().kind, ErrorKind::tooLarge);
    }

private:
    SystemClock m_clock;
    QTemporaryDir m_folder;
};

WARDROOM_TEST(TstFiles)
#include "tst_files.moc"
