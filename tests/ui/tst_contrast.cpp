// SPDX-FileCopyrightText: 2026 The Wardroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/testmain.h"

#include "ui/theme/badges.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace wardroom;
using namespace wardroom::ui;

//! WCAG 2.1, 1.4.3 (words 4.5:1) and 1.4.11 (what carries meaning without words 3:1), computed from the tokens.
class TstContrast : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void theFormulaIsTheOneOfTheGuideline()
    {
        QCOMPARE(contrastOf(Qt::black, Qt::white), 21.0);
        QVERIFY(qAbs(contrastOf(QColor(0x77, 0x77, 0x77), Qt::white) - 4.48) < 0.01); // the guideline's own example
    }

    void wordsAreReadable_data() { themes(); }
    void wordsAreReadable()
    {
        QFETCH(bool, dark);
        const Tokens t = dark ? Tokens::forDark() : Tokens::forLight();
        for (const QColor &ground : {t.background, t.panel, t.raised, t.chosen, t.hover, t.field})
            for (const QColor &ink : {t.text, t.muted, t.accentInk, t.redInk, t.amberInk, t.greenInk, t.violetInk})
                expect(ink, ground, 4.5);
        for (const QColor &fill : {t.accentFill, t.redFill, t.violetFill, t.tealFill})
            expect(t.onFill, fill, 4.5);
        expect(t.onAmber, t.amberFill, 4.5);
        for (const QString &tone :
             {u"red"_s, u"amber"_s, u"green"_s, u"blue"_s, u"violet"_s, u"muted"_s, u"good"_s, u"warn"_s, u"bad"_s})
            expect(toneInk(tone, t), t.chosen, 4.5);
    }

    void badgesAreReadable_data() { themes(); }
    void badgesAreReadable()
    {
        QFETCH(bool, dark);
        const Tokens t = dark ? Tokens::forDark() : Tokens::forLight();
        QList<BadgeStyle> badges;
        for (const qint64 severity : {1, 2, 3, 4})
            badges << severityBadge(severity, t);
        for (const auto &[severity, word] : domain::Words<domain::AlertSeverity>::all)
            badges << alertBadge(severity, t);
        for (const auto &[risk, word] : domain::Words<domain::Risk>::all)
            badges << riskBadge(risk, t);
        for (const auto &[tlp, word] : domain::Words<domain::Tlp>::all)
            badges << tlpBadge(tlp);
        for (const BadgeStyle &badge : std::as_const(badges)) {
            QVERIFY(!badge.text.isEmpty()); // colour never stands alone
            expect(badge.ink, badge.fill, 4.5);
        }
    }

    void dotsBarsAndTheFocusRingStandOut_data() { themes(); }
    void dotsBarsAndTheFocusRingStandOut()
    {
        QFETCH(bool, dark);
        const Tokens t = dark ? Tokens::forDark() : Tokens::forLight();
        for (const QColor &ground : {t.background, t.panel, t.raised})
            for (const QColor &mark : {t.accent, t.red, t.amber, t.green, t.violet, t.muted})
                expect(mark, ground, 3.0);
        expect(t.accent, t.chosen, 3.0);
    }

    void theDesignsColoursAreKept()
    {
        QCOMPARE(Tokens::forDark().accent, QColor(0x4c, 0x8d, 0xff));
        QCOMPARE(Tokens::forLight().amber, QColor(0xb2, 0x6a, 0x00));
        QCOMPARE(tlpBadge(domain::Tlp::amberStrict).text, u"TLP:AMBER+STRICT"_s);
        QCOMPARE(tlpBadge(domain::Tlp::amber).fill, QColor(Qt::black));
    }

private:
    static void themes()
    {
        QTest::addColumn<bool>("dark");
        QTest::newRow("dark") << true;
        QTest::newRow("light") << false;
    }
    static void expect(const QColor &ink, const QColor &ground, double least)
    {
        const double has = contrastOf(ink, ground);
        QVERIFY2(has >= least, qPrintable(u"%1 on %2 is %3:1"_s.arg(ink.name(), ground.name()).arg(has, 0, 'f', 2)));
    }
};

WARDROOM_TEST(TstContrast)
#include "tst_contrast.moc"
