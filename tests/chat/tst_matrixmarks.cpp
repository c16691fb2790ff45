// SPDX-FileCopyrightText: 2026 The Wardroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "chat/matrix/matrixmarks.h"
#include "support/testmain.h"

#include <QJsonArray>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace wardroom;
using namespace wardroom::chat;
using domain::EntryId;
using domain::PersonId;

//! Who is writing and what is read, out of whatever a server hands on.
class TstMatrixMarks : public QObject
{
    Q_OBJECT

private:
    const PersonId m_self{u"@ana:localhost"_s};

    static QJsonObject part(const QString &name, const QString &type, const QJsonObject &content)
    {
        const QJsonObject event{{u"type"_s, type}, {u"content"_s, content}};
        return {{name, QJsonObject{{u"events"_s, QJsonArray{event}}}}};
    }
    MatrixMarks receipts(const QJsonObject &content) const
    {
        return marksIn(part(u"ephemeral"_s, u"m.receipt"_s, content), m_self);
    }
    static QJsonObject receipt(const QString &kind, const QString &who, qint64 at, const QString &thread = {})
    {
        QJsonObject about{{u"ts"_s, at}};
        if (!thread.isEmpty())
            about.insert(u"thread_id"_s, thread);
        return {{kind, QJsonObject{{who, about}}}};
    }

private Q_SLOTS:
    void aRoomThatSaysNothingSaysNothing()
    {
        const MatrixMarks marks = marksIn({}, m_self);
        QVERIFY(!marks.typing && marks.read.isEmpty());
    }

    void thoseWhoTypeAreOthersOnceEachAndFew()
    {
        QJsonArray people{m_self.text(), u"@bo:localhost"_s, u"@bo:localhost"_s, u"no account"_s, 7, QJsonObject()};
        for (int i = 0; i < 5000; ++i)
            people.append(u"@p%1:localhost"_s.arg(i));
        const MatrixMarks marks = marksIn(part(u"ephemeral"_s, u"m.typing"_s, {{u"user_ids"_s, people}}), m_self);
        QVERIFY(marks.typing);
        QCOMPARE(marks.typing->size(), 20);
        QCOMPARE(marks.typing->first(), PersonId(u"@bo:localhost"_s));
        QCOMPARE(marks.typing->count(PersonId(u"@bo:localhost"_s)), 1);
        const MatrixMarks none = marksIn(part(u"ephemeral"_s, u"m.typing"_s, {{u"user_ids"_s, u"all"_s}}), m_self);
        QVERIFY(none.typing && none.typing->isEmpty());
    }

    void onesNewestReceiptCountsWhereverItIsFrom()
    {
        const MatrixMarks marks = receipts({{u"$old"_s, receipt(u"m.read"_s, m_self.text(), 10)},
                                            {u"$new"_s, receipt(u"m.read.private"_s, m_self.text(), 20, u"main"_s)},
                                            {u"$bo"_s, receipt(u"m.read"_s, u"@bo:localhost"_s, 30)},
                                            {u"$thread"_s, receipt(u"m.read"_s, m_self.text(), 40, u"$root"_s)}});
        QCOMPARE(marks.read.size(), 1);
        QCOMPARE(marks.read.first().entry, EntryId(u"$new"_s));
        QCOMPARE(marks.read.first().at, 20);
    }

    void nonsenseIsNoReceipt()
    {
        QVERIFY(receipts({{u"not an event"_s, receipt(u"m.read"_s, m_self.text(), 10)}}).read.isEmpty());
        QVERIFY(receipts({{u"$e"_s, receipt(u"m.read"_s, m_self.text(), -1)}}).read.isEmpty());
        QVERIFY(receipts({{u"$e"_s, QJsonObject{{u"m.read"_s, u"yes"_s}}}}).read.isEmpty());
        QVERIFY(receipts({{u"$e"_s, 5}}).read.isEmpty());
    }

    void aMarkerHasNoTime()
    {
        const auto marker = [this](const QString &id) {
            return marksIn(part(u"account_data"_s, u"m.fully_read"_s, {{u"event_id"_s, id}}), m_self);
        };
        QCOMPARE(marker(u"$e"_s).read.size(), 1);
        QCOMPARE(marker(u"$e"_s).read.first().at, 0);
        QVERIFY(marker(u"nothing"_s).read.isEmpty());
    }

    void howeverManyThereAreFewAreTaken()
    {
        QJsonArray events;
        for (int i = 0; i < 1000; ++i)
            events.append(QJsonObject{{u"type"_s, u"m.fully_read"_s},
                                      {u"content"_s, QJsonObject{{u"event_id"_s, u"$e%1"_s.arg(i)}}}});
        const QJsonObject room{{u"account_data"_s, QJsonObject{{u"events"_s, events}}}};
        QVERIFY(marksIn(room, m_self).read.size() <= 4);
    }
};

WARDROOM_TEST(TstMatrixMarks)
#include "tst_matrixmarks.moc"
