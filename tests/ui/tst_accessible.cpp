// SPDX-FileCopyrightText: 2026 The Wardroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "fixture.h"
#include "support/fakeclock.h"
#include "support/testmain.h"

#include "ui/approvals/approvaldialog.h"
#include "ui/drill/drillband.h"
#include "ui/incident/clocksheet.h"
#include "ui/shell/announcer.h"
#include "ui/shell/roomheader.h"
#include "ui/theme/codelabel.h"
#include "ui/timeline/clockcards.h"
#include "ui/timeline/detailpane.h"

#include <QAccessible>
#include <QLineEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace wardroom;
using namespace wardroom::test;
using namespace wardroom::ui;

//! What a screen reader is told, and what the keyboard does. How it arrives on the bus is tests/accessibility.
class TstAccessible : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aCommandIsNeverBrokenAtAHyphen()
    {
        const QString code =
            u"env APT_CONFIG=/etc/apt.conf apt-get -y -o APT::Status-Fd=3 --only-upgrade install shop-tls=1.4.3-1"_s;
        Theme theme;
        const QFont font = theme.font(Face::mono);
        for (int columns = 10; columns < 120; ++columns) {
            const qreal width = QFontMetricsF(font).horizontalAdvance(QString(columns, u'm')) + 1;
            const QStringList lines = CodeLabel::broken(code, font, width);
            QCOMPARE(lines.join(QString()), code);
            for (const QString &line : lines) {
                QVERIFY(line.size() <= columns + 1);
                QVERIFY2(columns < 30 || line == lines.last() || line.endsWith(u' '), qPrintable(line));
            }
        }
    }

    void noLineOfACommandIsWiderThanItsPlace()
    {
        Theme theme;
        const QString code =
            u"env APT_CONFIG=/tmp/wardroom-practice-KBfekp/host/etc/apt/apt.conf apt-get -y -o APT::Status-Fd=3 install shop-tls"_s;
        CodeLabel label(code, theme.font(Face::mono));
        label.show();
        for (int width = 200; width < 760; width += 7) {
            label.resize(width, label.heightForWidth(width));
            for (const QString &line : label.text().split(u'\n')) {
                QString seen = line;
                while (seen.endsWith(u' '))
                    seen.chop(1);
                QVERIFY2(QFontMetricsF(label.font()).horizontalAdvance(seen) <= width,
                         qPrintable(u"%1 in %2"_s.arg(seen).arg(width)));
            }
        }
    }

    //! Other scripts come from other fonts: counted in characters, half of such a line would be out of sight.
    void noLineOfWideCharactersIsWiderThanItsPlace()
    {
        Theme theme;
        const QFont font = theme.font(Face::mono);
        const QString code =
            QString(300, QChar(0x754C)) + u" --and "_s + u"\U0001F600"_s.repeated(90) + u" rm -rf /data"_s;
        for (int width = 120; width < 760; width += 40) {
            const QStringList lines = CodeLabel::broken(code, font, width);
            QCOMPARE(lines.join(QString()), code);
            for (const QString &line : lines) {
                QVERIFY(!line.front().isLowSurrogate());
                QVERIFY2(QFontMetricsF(font).horizontalAdvance(line.trimmed()) <= width,
                         qPrintable(u"%1 in %2"_s.arg(line).arg(width)));
            }
        }
    }

    void theApprovalDialogReadsItsExactCommand()
    {
        Theme theme;
        FakeClock clock(at(2, 14));
        auto *dialog = new ApprovalDialog(theme, clock);
        dialog->setView(someApproval());
        dialog->open();
        QStringList names;
        for (const QLabel *label : dialog->findChildren<QLabel *>())
            names << label->accessibleName();
        QVERIFY(names.contains(u"What will run: apt-get install --only-upgrade -y nginx=1.22.1-9+deb12u3"_s));
        QVERIFY(names.contains(u"Undo: apt-get install --allow-downgrades nginx=1.22.1-9"_s));
        QVERIFY(names.join(u'\n').contains(u"Danger: web-01 serves customers"_s));
        QTest::keyClick(dialog, Qt::Key_Escape);
        QVERIFY(!dialog->isVisible());
        delete dialog;
    }

    void theAnnouncerSaysWhatOthersDidAndWhatBecameOfIt()
    {
        models::ConversationModel rows;
        Announcer announcer(nullptr);
        announcer.listenTo(&rows);
        QSignalSpy said(&announcer, &Announcer::said);
        session::ConversationRow mine = message(u"r1"_s, u"Priya N."_s, at(1, 36), u"mine"_s);
        mine.mine = true;
        rows.append({mine});
        rows.append({message(u"r2"_s, u"Mei Lin"_s, at(1, 37), u"hello there"_s)});
        session::ConversationRow run = message(u"r3"_s, u"Wardroom bot"_s, at(1, 38), {});
        run.content = someRun();
        rows.append({run});
        QTRY_COMPARE(said.size(), 1);
        const QString first = said.takeFirst().first().toString();
        QVERIFY2(first.contains(u"hello there"_s) && first.contains(u"Patch nginx"_s) && !first.contains(u"mine"_s),
                 qPrintable(first));
        session::OperationCard card = someRun();
        card.logTail << u"one more line"_s; // the log is no news
        run.content = card;
        rows.change(2, run);
        QTest::qWait(300);
        QCOMPARE(said.size(), 0);
        card.status = u"verified"_s;
        run.content = card;
        rows.change(2, run);
        QTRY_COMPARE(said.size(), 1);
        QCOMPARE(said.takeFirst().first().toString(), u"Patch nginx on web-01: verified"_s);
        rows.append(manyMessages(10, 12));
        QTRY_COMPARE(said.size(), 1);
        QVERIFY(said.first().first().toString().contains(u"12"_s));
        QAccessibleInterface *reader = QAccessible::queryAccessibleInterface(&announcer);
        QVERIFY(reader && reader->role() == QAccessible::Notification);
        QVERIFY(!reader->text(QAccessible::Name).isEmpty());
    }

    void olderRowsAndAGrowingCountAreNoNews()
    {
        models::ConversationModel rows;
        rows.setRows(manyMessages(100, 5));
        Announcer announcer(nullptr);
        announcer.listenTo(&rows);
        QSignalSpy said(&announcer, &Announcer::said);
        rows.prepend(manyMessages(50, 2));
        session::ConversationRow alert = message(u"r200"_s, u"crowdsec"_s, at(1, 33), {});
        alert.content = someAlert();
        rows.append({alert});
        QTRY_COMPARE(said.size(), 1);
        session::AlertCard more = someAlert();
        more.count = 500;
        alert.content = more;
        rows.change(rows.size() - 1, alert);
        QTest::qWait(300);
        QCOMPARE(said.size(), 1);
    }

    //! What was refused stays below everything until somebody decides.
    void whatOthersSayAboveAMessageThatWaitsIsNews()
    {
        models::ConversationModel rows;
        session::ConversationRow mine = message(u"outbox:1"_s, u"Priya N."_s, at(1, 36), u"refused"_s);
        mine.mine = true;
        mine.outboxId = 1;
        mine.send = store::SendState::failed;
        rows.setRows({mine});
        Announcer announcer(nullptr);
        announcer.listenTo(&rows);
        QSignalSpy said(&announcer, &Announcer::said);
        rows.insert(0, {message(u"r2"_s, u"Mei Lin"_s, at(1, 37), u"hello there"_s)});
        QTRY_COMPARE(said.size(), 1);
        QVERIFY(said.first().first().toString().contains(u"hello there"_s));
    }

    void aMessageThatDidNotGetOutSaysSo()
    {
        session::ConversationRow row = message(u"r1"_s, u"Priya N."_s, at(1, 36), u"Is anybody there?"_s);
        row.send = store::SendState::failed;
        row.problem = u"The room is gone."_s;
        const QString words = models::ConversationModel::spoken(row);
        QVERIFY2(words.contains(u"Not sent. The room is gone."_s), qPrintable(words));
        row.send = store::SendState::queued;
        QVERIFY(models::ConversationModel::spoken(row).contains(u"Waiting to be sent"_s));
        row.send = store::SendState::sent;
        row.problem.clear();
        QVERIFY(!models::ConversationModel::spoken(row).contains(u'\n'));
    }

    void aLegalClockSaysWhatIsLeftAndIsPressedByKeyboard()
    {
        Theme theme;
        ClockCards cards(theme);
        session::DeadlineLine met = someClock();
        met.metAt = 1;
        cards.setClocks({someClock(), met}, at(2, 14, 7));
        cards.show();
        const auto buttons = cards.findChildren<ClockCard *>();
        QCOMPARE(buttons.size(), 1);
        QCOMPARE(buttons.first()->accessibleName(), u"NIS2 early warning, 20 h 47 min left"_s);
        QSignalSpy wanted(&cards, &ClockCards::metWanted);
        QTest::keyClick(buttons.first(), Qt::Key_Space);
        QCOMPARE(wanted.size(), 1);
        cards.setClocks({someClock()}, someClock().due + 3'600'000);
        QCOMPARE(buttons.first()->accessibleName(), u"NIS2 early warning, overdue by 1 h"_s);
        cards.setClocks({met}, at(2, 14, 7));
        QVERIFY(cards.isHidden());
    }

    void theClockSheetWantsAReason()
    {
        const session::RegimeChoice nis2{
            u"nis2"_s, u"NIS2: significant incident"_s, u"Since when?"_s, u"Remark"_s, {u"NIS2 early warning"_s}};
        auto *sheet = new ClockSheet({nis2}, at(2, 14, 30));
        sheet->open();
        QSignalSpy confirmed(sheet, &Sheet::confirmed);
        const auto record = [sheet] {
            for (QPushButton *button : sheet->findChildren<QPushButton *>())
                if (button->text() == u"Record"_s)
                    button->click();
        };
        record();
        QCOMPARE(confirmed.size(), 0);
        QTest::keyClicks(sheet->findChildren<QLineEdit *>().last(), u"the shop is down"_s);
        record();
        QCOMPARE(confirmed.size(), 1);
        QVERIFY(sheet->isReported());
        QVERIFY(sheet->since() <= at(2, 14, 30) && sheet->since() > at(2, 13));
        delete sheet;
    }

    void theDrillBandSaysEachStepOnce()
    {
        DrillBand band;
        QSignalSpy said(&band, &DrillBand::stepShown);
        QList<session::DrillLine> lines{{u"It begins."_s, u"Ask."_s, session::DrillStanding::now, 0},
                                        {u"Next."_s, u"Do."_s, session::DrillStanding::toCome, 0}};
        band.showStep(u"Your first night"_s, lines, 0);
        band.showStep(u"Your first night"_s, lines, 0);
        QCOMPARE(said.size(), 1);
        QCOMPARE(said.first().first().toString(), u"It begins. Ask."_s);
        QSignalSpy skip(&band, &DrillBand::skipWanted);
        for (QPushButton *button : band.findChildren<QPushButton *>())
            if (button->text() == u"Skip this step"_s)
                QTest::keyClick(button, Qt::Key_Space);
        QCOMPARE(skip.size(), 1);
    }
};

WARDROOM_TEST(TstAccessible)
#include "tst_accessible.moc"
