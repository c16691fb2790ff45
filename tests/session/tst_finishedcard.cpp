// SPDX-FileCopyrightText: 2026 The Wardroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/cards.h"
#include "session/conversation.h"
#include "session/founding.h"
#include "session/talk.h"
#include "support/testmain.h"
#include "support/world.h"

#include <QJsonArray>
#include <QJsonDocument>

using namespace wardroom;
using namespace wardroom::test;
using namespace Qt::StringLiterals;
using wardroom::domain::OpId;

namespace {

QByteArray line(const QJsonObject &object)
{
    return QJsonDocument(object).toJson(QJsonDocument::Compact) + '\n';
}

QByteArray textLine(const QString &text)
{
    return line({{u"type"_s, u"text"_s}, {u"text"_s, text}});
}

QByteArray tableOf(int count)
{
    QJsonArray rows;
    for (int i = 1; i <= count; ++i)
        rows.append(QJsonArray{u"row %1"_s.arg(i), u"a\u202Eb"_s});
    return line({{u"type"_s, u"table"_s}, {u"columns"_s, QJsonArray{u"What"_s, u"More"_s}}, {u"rows"_s, rows}});
}

} // namespace

//! What stands in the card and in the message of a command that is over: nothing of the answer goes unsaid.
class TstFinishedCard final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        m_host = std::make_unique<PracticeHost>();
        QVERIFY2(m_host->ok(), qPrintable(m_host->said()));
        m_priya = std::make_unique<Desk>(m_folder.filePath(u"priya"_s), u"Priya N."_s, m_clock);
        QCOMPARE(m_priya->found(u"acme"_s, m_folder.filePath(u"room"_s)), QString());
        m_room = m_priya->room(u"security-ops"_s);
        domain::Inventory inventory = m_priya->engine().book().workspace().inventory();
        inventory.hosts.append(m_host->host());
        QVERIFY(wait(session::publishInventory(m_priya->engine(), inventory)).has_value());
        QTRY_VERIFY(m_priya->engine().book().workspace().inventory().find(u"practice-01"_s));
    }
    void cleanupTestCase()
    {
        m_priya.reset();
        m_host.reset();
    }

    void aTruncatedSearchSaysSoWhenItIsOver()
    {
        fillLogs();
        const OpId op = ask(u"/log search practice-01 needle"_s);
        const session::OperationCard card = finished(op);
        QCOMPARE(card.tables.size(), 1);
        QVERIFY(card.summary.contains(u"shown: the last 50"_s));
        QVERIFY2(card.notes.join(u'\n').contains(u"Not everything was searched"_s), qPrintable(card.notes.join(u'|')));
        QVERIFY2(card.notes.join(u'\n').contains(u"Could not be read: var/log/torn.gz"_s),
                 qPrintable(card.notes.join(u'|')));
    }

    void whoeverHasNoWardroomReadsTheAnswerInTheMessage()
    {
        const OpId op = ask(u"/log search practice-01 needle"_s);
        finished(op);
        const QString text = finishText(op);
        QVERIFY2(text.contains(u"Not everything was searched"_s), qPrintable(text));
        QVERIFY2(text.contains(u"needle 30"_s), qPrintable(text));
        QVERIFY2(text.contains(u"and 38 more"_s), qPrintable(text)); // 50 of 80 are in the table, 12 in the message
        QVERIFY(text.size() < 4000);
        const OpId logins = ask(u"/host logins practice-01"_s);
        const session::OperationCard card = finished(logins);
        QVERIFY(!card.fields.isEmpty());
        const QString said = finishText(logins);
        for (const session::FieldRow &field : card.fields.first(std::min<qsizetype>(12, card.fields.size())))
            QVERIFY2(said.contains(u"%1: %2"_s.arg(field.label, field.value.simplified().left(100))), qPrintable(said));
    }

    void aReadWithFieldsKeepsItsSummary()
    {
        const OpId op = ask(u"/host processes practice-01"_s);
        const session::OperationCard card = finished(op);
        QCOMPARE(card.summary, m_priya->state(m_room).operation(op)->finish->summary);
        QVERIFY2(card.notes.join(u'\n').contains(u"Source: "_s), qPrintable(card.notes.join(u'|')));
    }

    void rowsThatAreNotKeptAreCounted()
    {
        const session::LiveOutput output = session::readOutput(tableOf(731));
        QCOMPARE(output.tables.first().rows.size(), 200);
        QCOMPARE(output.tables.first().more, 531);
        QVERIFY(session::plainOutput(output).endsWith(u"\nand 719 more"_s));
    }

    void aScriptsLongTableIsStoredWhole()
    {
        const auto parsed = bot::parseOutputLine(tableOf(731));
        QCOMPARE(parsed.json.value(u"rows"_s).toArray().size(), 731);
    }

    void aValueThatGoesOnStandsBelowTheOneAboveIt()
    {
        const QByteArray fields =
            R"({"type":"fields","rows":[{"label":"On record","value":"one"},{"label":"","value":"two"}]})";
        QCOMPARE(session::plainOutput(session::readOutput(fields + '\n')), u"On record: one\n  two"_s);
    }

    void theMessageIsBoundedAndHarmless()
    {
        QByteArray lines;
        for (int i = 0; i < 30; ++i)
            lines += textLine(u"note %1 \u001b[31m"_s.arg(i) + QString(900, u'x')) + tableOf(40);
        const session::LiveOutput output = session::readOutput(lines);
        QVERIFY(output.notes.size() <= 12 && output.moreNotes == 18);
        QVERIFY(output.tables.size() == 8 && output.moreTables == 22);
        const QString text = session::plainOutput(output);
        QVERIFY2(text.size() <= 3100, qPrintable(QString::number(text.size())));
        QVERIFY(text.contains(u"row 1 · a⟨U+202E⟩b"_s) && !text.contains(u'\u001b') && !text.contains(u'\u202E'));
        QCOMPARE(session::plainOutput({}), QString());
    }

private:
    //! Eighty lines to find, one file that is no gzip, and more bytes than a search reads (most of them a hole).
    void fillLogs()
    {
        const QString folder = m_host->root() + u"/var/log/"_s;
        QFile found(folder + u"found.log"_s), torn(folder + u"torn.gz"_s), large(folder + u"large.log"_s);
        QVERIFY(found.open(QFile::WriteOnly) && torn.open(QFile::WriteOnly) && large.open(QFile::WriteOnly));
        for (int i = 0; i < 80; ++i)
            found.write(u"a needle %1\n"_s.arg(i).toUtf8());
        torn.write("not a gzip at all");
        QVERIFY(large.resize(80 << 20));
        const QDateTime before = QDateTime::currentDateTime().addDays(-400);
        QVERIFY(large.setFileTime(before, QFile::FileModificationTime));
    }
    OpId ask(const QString &words)
    {
        session::Talk talk(m_priya->engine());
        const auto asked = wait(talk.say(m_room, words));
        return asked ? asked->op : OpId();
    }
    session::OperationCard finished(const OpId &op)
    {
        session::Conversation conversation(m_priya->engine(), m_room);
        session::OperationCard found;
        const auto isThere = [&] {
            for (const session::ConversationRow &row : conversation.rows())
                if (const auto *card = std::get_if<session::OperationCard>(&row.content);
                    card && card->op == op && card->asOf > 0 && !(card->fields.isEmpty() && card->tables.isEmpty()))
                    found = *card;
            return found.asOf > 0;
        };
        [&] { QTRY_VERIFY_WITH_TIMEOUT(isThere(), 40'000); }();
        return found;
    }
    //! As the platform holds it: what an app that knows nothing of facts shows.
    QString finishText(const OpId &op)
    {
        const auto page = wait(m_priya->engine().store().pageBefore(m_room, 0, 200));
        for (const store::StoredEntry &stored : *page) {
            const auto [read, judgement] = m_priya->engine().book().placed(stored.entry);
            if (read && read->envelope && read->envelope->op == op &&
                std::holds_alternative<domain::CommandFinished>(read->fact))
                return stored.entry.text;
        }
        return {};
    }

    SystemClock m_clock;
    QTemporaryDir m_folder;
    std::unique_ptr<PracticeHost> m_host;
    std::unique_ptr<Desk> m_priya;
    domain::RoomId m_room;
};

WARDROOM_TEST(TstFinishedCard)
#include "tst_finishedcard.moc"
