// SPDX-FileCopyrightText: 2026 The Wardroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "bot/runtime/operationcard.h"
#include "support/testmain.h"

#include <QJsonObject>
#include <QTest>

using namespace wardroom;
using namespace wardroom::bot;
using namespace Qt::StringLiterals;

namespace {

OutputLine logLine(const QString &text)
{
    return {OutputLine::Type::log, {{u"type"_s, u"log"_s}, {u"text"_s, text}}};
}

OutputLine progressLine(int step, int of, const QString &text)
{
    return {OutputLine::Type::progress,
            {{u"type"_s, u"progress"_s}, {u"step"_s, step}, {u"of"_s, of}, {u"text"_s, text}}};
}

} // namespace

//! What the other desktops and the phones see of a run while it goes on.
class TstOperationCard : public QObject
{
    Q_OBJECT

    QStringList m_shown;
    std::unique_ptr<OperationCard> m_card;

    void make(const QString &title)
    {
        m_card = std::make_unique<OperationCard>(title, [this](const QString &text) { m_shown.append(text); });
    }

private Q_SLOTS:
    void init()
    {
        m_shown.clear();
        make(u"Patch nginx on web-01"_s);
    }
    void cleanup() { m_card.reset(); }

    void theFirstLineIsShownAtOnce()
    {
        m_card->take(progressLine(1, 3, u"asking apt"_s));
        QCOMPARE(m_shown, QStringList{u"1/3 · Patch nginx on web-01 · asking apt\nasking apt"_s});
    }

    void aStormOfLinesIsToldTwiceASecondAndEndsWithTheLast()
    {
        for (int i = 0; i < 5000; ++i)
            m_card->take(logLine(u"line %1"_s.arg(i)));
        QCOMPARE(m_shown.size(), 1);
        QTRY_COMPARE(m_shown.size(), 2);
        QTest::qWait(OperationCard::kEveryMs + 200);
        QCOMPARE(m_shown.size(), 2);
        const QStringList lines = m_shown.last().split(u'\n');
        QCOMPARE(lines.size(), 1 + OperationCard::kMostLines);
        QCOMPARE(lines.first(), u"Patch nginx on web-01"_s);
        QCOMPARE(lines.at(1), u"line 4980"_s);
        QCOMPARE(lines.last(), u"line 4999"_s);
    }

    void longLinesMakeRoomForTheNewest()
    {
        for (int i = 0; i < 100; ++i)
            m_card->take(logLine(QString::number(i) + QString(100'000, u'x')));
        QTRY_COMPARE(m_shown.size(), 2);
        QVERIFY(m_shown.last().size() <= 3000);
        QVERIFY(m_shown.last().split(u'\n').last().startsWith(u"99x"_s));
    }

    void hostileLinesStayOneLineOfPlainText()
    {
        make(u"Patch\u202Exnign\n9/9 · done"_s);
        m_card->take(progressLine(1, 2, u"\u001b[31mred\u202Egnp.exe\n2/2 · verified\r"_s));
        QCOMPARE(m_shown.size(), 1);
        const QStringList lines = m_shown.first().split(u'\n');
        QCOMPARE(lines.size(), 2);
        QVERIFY(lines.first().startsWith(u"1/2 · Patch⟨U+202E⟩xnign 9/9 · done · "_s));
        for (const QChar bad : u"\u001b\u202E\r"_s)
            QVERIFY(!m_shown.first().contains(bad));
    }

    void rowsAndResultsAreNotLogged()
    {
        m_card->take({OutputLine::Type::fields, {{u"type"_s, u"fields"_s}}});
        m_card->take({OutputLine::Type::result, {{u"type"_s, u"result"_s}, {u"summary"_s, u"ok"_s}}});
        QTest::qWait(OperationCard::kEveryMs + 100);
        QVERIFY(m_shown.isEmpty());
    }

    void theEndShowsWhatWasHeldBack()
    {
        m_card->take(logLine(u"one"_s));
        m_card->take(logLine(u"two"_s));
        QCOMPARE(m_shown.size(), 1);
        m_card->finish();
        QCOMPARE(m_shown.size(), 2);
        QVERIFY(m_shown.last().endsWith(u"one\ntwo"_s));
        m_card->finish();
        QTest::qWait(OperationCard::kEveryMs + 100);
        QCOMPARE(m_shown.size(), 2);
    }

    void nothingIsSaidAfterItIsGone()
    {
        m_card->take(logLine(u"one"_s));
        m_card->take(logLine(u"two"_s));
        m_card.reset();
        QTest::qWait(OperationCard::kEveryMs + 100);
        QCOMPARE(m_shown.size(), 1);
    }
};

WARDROOM_TEST(TstOperationCard)
#include "tst_operationcard.moc"
