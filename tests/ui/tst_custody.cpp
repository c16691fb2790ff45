// SPDX-FileCopyrightText: 2026 The Wardroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "fixture.h"
#include "pictures.h"
#include "support/testmain.h"

#include "ui/reports/custodydialog.h"
#include "ui/shell/linkwords.h"
#include "ui/timeline/detailpane.h"

#include <QLabel>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace wardroom;
using namespace wardroom::test;
using namespace wardroom::ui;
using session::CustodyLine;

//! What a window says of other desktops' pasts.
class TstCustodyView : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { m_theme = std::make_unique<Theme>(); }
    void cleanup() { m_theme.reset(); }

    void theFootOfTheTimelineCountsWitnessesAndThoseThatDiffer()
    {
        MainWindow window(*m_theme);
        fill(window);
        window.show();
        QSignalSpy wanted(window.detail(), &DetailPane::custodyWanted);
        window.detail()->setWitnesses(0, 0);
        QPushButton *witnesses = button(window.detail(), u"other Wardroom"_s);
        QVERIFY(!witnesses->isVisible());
        window.detail()->setWitnesses(2, 0);
        QVERIFY(witnesses->isVisible());
        QVERIFY(witnesses->text().startsWith(u'2'));
        window.detail()->setWitnesses(2, 1);
        QVERIFY2(witnesses->text().startsWith(u"✗ 1"_s), qPrintable(witnesses->text()));
        QTest::mouseClick(witnesses, Qt::LeftButton);
        QCOMPARE(wanted.size(), 1);
    }

    void whoHasAnotherPastIsNamedAndLedTo()
    {
        CustodyDialog dialog(u"Password guessing on the web shop"_s, lines());
        QSignalSpy place(&dialog, &CustodyDialog::placeWanted);
        dialog.show();
        QVERIFY(said(dialog, u"another past"_s));
        QVERIFY(said(dialog, u"has the same past"_s));
        QTest::mouseClick(button(&dialog, u"Show from where on Mei Lin"_s), Qt::LeftButton);
        QCOMPARE(place.size(), 1);
        QCOMPARE(place.first().first().value<session::EntryId>(), session::EntryId(u"$seven"_s));
    }

    void aRoomWithoutWitnessesSaysSo()
    {
        CustodyDialog dialog(u"it"_s, {});
        dialog.show();
        QVERIFY(said(dialog, u"No other Wardroom"_s));
    }

    void whereOneNodeAloneRunsThingsTheFootSaysWhose()
    {
        session::LinkView link{chat::LinkState::live, u"Acme"_s, u"matrix.acme.example"_s, 0, 0, at(1, 57), 0};
        QVERIFY(!linkWords(link, at(2, 14)).sentence.contains(u"alone"_s));
        const LinkWords words = linkWords(link, at(2, 14), u"Night watch"_s);
        QVERIFY(words.sentence.contains(u"Night watch alone runs"_s));
        QVERIFY(words.explanation.contains(u"forbids the locks"_s));
        QVERIFY(!words.isTrouble);
    }

    void inPictures_data()
    {
        QTest::addColumn<ThemeMode>("mode");
        QTest::newRow("dark") << ThemeMode::dark;
        QTest::newRow("light") << ThemeMode::light;
    }
    void inPictures()
    {
        QFETCH(ThemeMode, mode);
        m_theme->setMode(mode);
        m_theme->apply();
        const QString end = mode == ThemeMode::dark ? u"-dark"_s : u"-light"_s;
        CustodyDialog dialog(u"Password guessing on the web shop"_s, lines());
        dialog.show();
        QVERIFY(pictured(dialog, u"custody"_s + end) > 15);
        MainWindow window(*m_theme);
        fill(window);
        window.resize(1500, 900);
        window.show();
        window.detail()->setRecord(u"128 entries, Mei Lin has another past"_s, false);
        window.detail()->setWitnesses(2, 1);
        QVERIFY(pictured(window, u"custody-window"_s + end) > 40);
    }

private:
    static QList<CustodyLine> lines()
    {
        CustodyLine other{
            domain::NodeId(u"n-2"_s),
            u"Mei Lin, desk-2"_s,
            u"Mei Lin"_s,
            CustodyLine::Fit::different,
            at(2, 14),
            41,
            41,
            at(1, 58),
            session::EntryId(u"$seven"_s),
            u"Mei Lin, desk-2 has another past up to 02:14, with as many facts; the same up to 01:58. Compare bundles of both desktops."_s};
        CustodyLine same{domain::NodeId(u"n-3"_s),
                         u"Night watch, srv-1"_s,
                         u"Night watch"_s,
                         CustodyLine::Fit::same,
                         at(2, 14),
                         41,
                         41,
                         at(2, 14),
                         {},
                         u"Night watch, srv-1 has the same past: 41 facts up to 02:14."_s};
        return {other, same};
    }
    static QPushButton *button(QWidget *within, const QString &name)
    {
        for (QPushButton *each : within->findChildren<QPushButton *>())
            if (each->accessibleName().contains(name) || each->text().contains(name))
                return each;
        qFatal("no button %s", qPrintable(name));
    }
    static bool said(QWidget &within, const QString &words)
    {
        const QList<QLabel *> labels = within.findChildren<QLabel *>();
        return std::any_of(labels.begin(), labels.end(),
                           [&](const QLabel *label) { return label->text().contains(words); });
    }

    std::unique_ptr<Theme> m_theme;
};

WARDROOM_TEST(TstCustodyView)
#include "tst_custody.moc"
