// SPDX-FileCopyrightText: 2026 The Wardroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "fixture.h"
#include "pictures.h"
#include "support/fakeclock.h"
#include "support/testmain.h"

#include "ui/approvals/approvaldialog.h"
#include "ui/settings/policypanel.h"
#include "ui/settings/policysheets.h"

#include <QComboBox>
#include <QLabel>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace wardroom;
using namespace wardroom::test;
using namespace wardroom::ui;

namespace {

session::CommandStanding command(const QString &name, domain::Risk risk, qint64 verified, qint64 failed)
{
    session::CommandStanding standing;
    standing.command = name;
    standing.risk = risk;
    standing.level = 2;
    standing.vetted = true;
    standing.evidence.runs = verified + failed;
    standing.evidence.verified = verified;
    standing.evidence.failed = failed;
    standing.evidence.took = {1200};
    standing.changedAt = at(1, 0);
    standing.runsByItself = risk == domain::Risk::read;
    return standing;
}

session::PolicyStanding somePolicy(qint64 needed)
{
    session::PolicyStanding policy{4, 2, needed, {}, {}};
    policy.commands = {
        command(u"host.status"_s, domain::Risk::read, 0, 0), command(u"ip.block"_s, domain::Risk::change, 24, 0),
        command(u"patch.apply"_s, domain::Risk::change, 3, 1), command(u"host.isolate"_s, domain::Risk::disrupt, 0, 0)};
    policy.commands[1].isOffered = true;
    policy.commands[2].note = u"Its record is not clean: 4 runs, 3 verified, 1 failed, 0 undone."_s;
    policy.commands[3].note = u"What disrupts never runs by itself, as the policy is."_s;
    return policy;
}

session::ApprovalView someProposal()
{
    session::ApprovalView view = someApproval();
    view.title = u"Publish policy 5"_s;
    view.group = u"policy admins"_s;
    view.incident.clear();
    view.changes = {
        u"New policy admin: Tomás R."_s,
        u"Level of automation: 3, what has a clean record may run by itself, before 2, a change runs once approved"_s,
        u"ip.block MAY RUN BY ITSELF, with nobody's approval (level 3), as long as its files are 9f3c 1a07 … 44e1 and no run goes wrong"_s,
        u"This desktop's record of ip.block with these files: 24 runs, 24 verified, 0 failed, 0 undone."_s};
    view.document =
        u"{\n    \"acknowledgeWithin\": 300,\n    \"admins\": [\n        \"priya\"\n    ],\n    \"level\": 3,\n    \"version\": 5\n}\n"_s;
    view.danger.clear();
    return view;
}

QPushButton *buttonNamed(const QWidget &widget, const QString &name)
{
    for (QPushButton *button : widget.findChildren<QPushButton *>())
        if (button->accessibleName() == name || button->text() == name)
            return button;
    return nullptr;
}

QString allWords(const QWidget &widget)
{
    QStringList words;
    for (const QLabel *label : widget.findChildren<QLabel *>())
        words << label->text();
    return words.join(u'\n');
}

} // namespace

//! Levels with their evidence, and a proposal in the approval dialog.
class TstPolicy : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        m_theme = std::make_unique<Theme>();
        m_theme->apply();
    }
    void cleanupTestCase() { m_theme.reset(); }

    void eachCommandStandsBesideItsEvidence()
    {
        PolicyPanel panel(*m_theme);
        panel.setStanding(somePolicy(1));
        const QString words = allWords(panel);
        QVERIFY2(words.contains(u"24 runs, 24 verified, 0 failed, 0 undone"_s), qPrintable(words));
        QVERIFY(words.contains(u"no runs yet"_s) && words.contains(u"Its record is not clean"_s));
        QSignalSpy wanted(&panel, &PolicyPanel::levelWanted);
        QPushButton *change = buttonNamed(panel, u"Level of ip block"_s);
        QVERIFY(change && change->text() == u"Let it run by itself…"_s);
        change->click();
        QCOMPARE(wanted.size(), 1);
        QCOMPARE(wanted.first().first().value<session::CommandStanding>().command, u"ip.block"_s);
    }

    void whoMayNotProposeOnlyReads()
    {
        PolicyPanel panel(*m_theme);
        session::PolicyStanding policy = somePolicy(1);
        policy.whyNotMe = u"Only a policy admin can change this."_s;
        panel.setStanding(policy);
        QVERIFY(!buttonNamed(panel, u"Level of ip block"_s));
        QVERIFY(buttonNamed(panel, u"Change the policy…"_s)->isHidden());
        QVERIFY(allWords(panel).contains(policy.whyNotMe));
    }

    void aLevelThatIsNoneIsNotProposed()
    {
        LevelSheet sheet(somePolicy(1).commands.at(2), 1);
        QSignalSpy confirmed(&sheet, &Sheet::confirmed);
        buttonNamed(sheet, u"Propose"_s)->click();
        QVERIFY(confirmed.isEmpty());
        auto *level = sheet.findChild<QComboBox *>();
        level->setCurrentIndex(level->findData(1));
        buttonNamed(sheet, u"Propose"_s)->click();
        QCOMPARE(confirmed.size(), 1);
        QCOMPARE(sheet.level(), 1);
    }

    void aProposalShowsItsChangesInWordsAndTheWholeText()
    {
        FakeClock clock(at(2, 14));
        ApprovalDialog dialog(*m_theme, clock);
        dialog.setAttribute(Qt::WA_DeleteOnClose, false);
        dialog.setView(someProposal());
        const QString words = allWords(dialog);
        QVERIFY2(words.contains(u"New policy admin: Tomás R."_s) && words.contains(u"\"version\": 5"_s),
                 qPrintable(words));
        QVERIFY(!words.contains(u"Then verify"_s));
        QSignalSpy agreed(&dialog, &ApprovalDialog::acceptWanted);
        buttonNamed(dialog, u"Agree"_s)->click();
        QCOMPARE(agreed.size(), 1);
    }

    void theyLookWellInBothThemes()
    {
        for (const bool dark : {true, false}) {
            m_theme->setMode(dark ? ThemeMode::dark : ThemeMode::light);
            const QString end = dark ? u"-dark"_s : u"-light"_s;
            FakeClock clock(at(2, 14));
            auto *dialog = new ApprovalDialog(*m_theme, clock);
            dialog->setView(someProposal());
            dialog->open();
            QVERIFY(pictured(*dialog, u"proposal-dialog"_s + end) > 20);
            delete dialog;
            PolicyPanel panel(*m_theme);
            panel.setStanding(somePolicy(1));
            panel.resize(820, 520);
            panel.show();
            QVERIFY(pictured(panel, u"policy-panel"_s + end) > 20);
            LevelSheet level(somePolicy(1).commands.at(1), 1);
            level.setAttribute(Qt::WA_DeleteOnClose, false);
            level.open();
            QVERIFY(pictured(level, u"level-sheet"_s + end) > 10);
            PolicySheet policy(someProposal().document, 1, *m_theme);
            policy.setAttribute(Qt::WA_DeleteOnClose, false);
            policy.open();
            QVERIFY(pictured(policy, u"policy-sheet"_s + end) > 10);
        }
    }

private:
    std::unique_ptr<Theme> m_theme;
};

WARDROOM_TEST(TstPolicy)
#include "tst_policy.moc"
