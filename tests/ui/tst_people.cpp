// SPDX-FileCopyrightText: 2026 The Wardroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "fixture.h"
#include "pictures.h"
#include "support/testmain.h"

#include "ui/conversation/rowlayout.h"
#include "ui/people/addpersonsheet.h"
#include "ui/people/letinsheet.h"
#include "ui/people/nodespanel.h"
#include "ui/people/revokesheet.h"
#include "ui/rooms/roomspane.h"
#include "ui/settings/settingspage.h"
#include "ui/shell/linkpresenter.h"
#include "ui/shell/linkwords.h"
#include "ui/welcome/signinagainsheet.h"

#include <QCheckBox>
#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QScrollArea>
#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace wardroom;
using namespace wardroom::test;
using namespace wardroom::ui;
using chat::LinkState;

//! Who is in and with what key, letting in and revoking, and what a window says of what it could not send.
class TstPeople : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { m_theme = std::make_unique<Theme>(); }
    void cleanup() { m_theme.reset(); }

    void whatWasRefusedForGoodIsCountedAtTheFootAndPromisedByNobody()
    {
        const LinkWords calm = linkWords(link(LinkState::live), at(2, 14));
        QCOMPARE(withFailed(calm, 0).sentence, calm.sentence);
        const LinkWords failed = withFailed(calm, 2);
        QVERIFY2(failed.sentence.contains(u"2 not sent"_s) && failed.tone != u"green", qPrintable(failed.sentence));
        QVERIFY(failed.explanation.contains(u"refused for good"_s));
    }

    void aSignedFactThatFailedIsTriedAgainAndNeverDiscarded()
    {
        session::ConversationRow fact = message(u"outbox:1"_s, u"Ana"_s, at(1, 36), {});
        fact.send = store::SendState::failed;
        fact.problem = u"The room takes nothing from you."_s;
        session::ConversationRow words = fact;
        fact.content = session::Notice{u"Note: the shop is slow"_s, u"blue"_s};
        words.content = session::Words{u"the shop is slow"_s};
        QCOMPARE(offered(fact), QList{RowAction::retry});
        QCOMPARE(offered(words), (QList{RowAction::retry, RowAction::discard}));
        fact.send = store::SendState::queued;
        QVERIFY(offered(fact).isEmpty());
        QVERIFY(models::ConversationModel::spoken(fact).contains(u"Waiting to be sent"_s));
    }

    void revokingNamesWhatStillCountsAndNeedsAReason()
    {
        auto *sheet = new RevokeSheet(someNodes().at(1));
        sheet->open();
        QSignalSpy confirmed(sheet, &Sheet::confirmed);
        QVERIFY(says(sheet, u"last said in #it"_s) && says(sheet, u"two policy admins"_s));
        QCOMPARE(sheet->focusWidget(), field(sheet, u"Reason"_s));
        QVERIFY(QTest::qWaitForWindowExposed(sheet));
        const QPushButton *go = button(sheet, u"Revoke"_s);
        const int below = sheet->height() - go->mapTo(sheet, go->rect().bottomLeft()).y();
        const int above = go->y() - field(sheet, u"Reason"_s)->geometry().bottom();
        QVERIFY2(below < 40 && above < 60, qPrintable(u"%1 px below, %2 above the buttons"_s.arg(below).arg(above)));
        QTest::mouseClick(button(sheet, u"Revoke"_s), Qt::LeftButton);
        QCOMPARE(confirmed.size(), 0);
        QVERIFY(says(sheet, u"Say why"_s));
        QTest::keyClicks(field(sheet, u"Reason"_s), u"stolen on the train"_s);
        QTest::keyClick(field(sheet, u"Reason"_s), Qt::Key_Return);
        QCOMPARE(confirmed.size(), 1);
        QCOMPARE(sheet->reason(), u"stolen on the train"_s);
        delete sheet;
    }

    void everyNodeSaysItsStateInWordsAndOnlyWhatOneMayDoIsOffered()
    {
        NodesPanel panel(*m_theme);
        panel.setNodes(someNodes(), {u"Ana alone is policy admin."_s});
        panel.show();
        for (const QString &words : {u"● in since"_s, u"◇ asks to be let in"_s, u"✕ revoked"_s, u"Ana alone"_s,
                                     u"Reason: laptop lost"_s, u"answers phones"_s})
            QVERIFY2(says(&panel, words), qPrintable(words));
        QSignalSpy revoke(&panel, &NodesPanel::revokeWanted), letIn(&panel, &NodesPanel::letInWanted);
        QList<QPushButton *> buttons = panel.findChildren<QPushButton *>();
        QStringList names;
        for (const QPushButton *each : std::as_const(buttons))
            names << each->accessibleName();
        QCOMPARE(names, (QStringList{u"Let in Cy on cys-desk"_s, u"Revoke Ana on anas-desk"_s}));
        for (QPushButton *each : std::as_const(buttons)) {
            each->setFocus();
            QTest::keyClick(each, Qt::Key_Space);
        }
        QCOMPARE(letIn.size(), 1);
        QCOMPARE(revoke.value(0).value(0).value<session::NodeLine>().node, domain::NodeId(u"n-1"_s));
    }

    void aSecondPolicyAdminsWordIsWaitedForInPlainSight()
    {
        session::AskingLine line = asking();
        line.said = {u"Ana"_s};
        line.saidByMe = line.needsTwo = true;
        line.whyNotMe = u"You have said so."_s;
        auto *sheet = new LetInSheet({line});
        sheet->open();
        QSignalSpy confirmed(sheet, &Sheet::confirmed);
        sheet->findChild<QCheckBox *>()->setChecked(true);
        QTest::mouseClick(button(sheet, u"Let in"_s), Qt::LeftButton);
        QCOMPARE(confirmed.size(), 0);
        QVERIFY(says(sheet, u"Let in by Ana; one more has to say the same."_s));
        sheet->setDone(u"Said."_s);
        QVERIFY(says(sheet, u"Said."_s) && !button(sheet, u"Let in"_s)->isVisible());
        QPushButton *close = button(sheet, u"Close"_s);
        QVERIFY(close && close->isVisible());
        delete sheet;
    }

    void somebodyWithOnlyAPhoneIsAddedByAccount()
    {
        const QList<session::PersonLine> people{{domain::PersonId(u"@ana:acme.example"_s), u"Ana"_s, {}, true}};
        auto *local = new AddPersonSheet(people, {{session::RoomId(u"1"_s), u"it"_s, true}}, false);
        local->open();
        QTest::mouseClick(button(local, u"Add"_s), Qt::LeftButton);
        QVERIFY(says(local, u"Nobody else is in this workspace yet"_s));
        delete local;
        auto *sheet = new AddPersonSheet(people, {{session::RoomId(u"1"_s), u"it"_s, true}}, true);
        sheet->open();
        QSignalSpy confirmed(sheet, &Sheet::confirmed);
        QLineEdit *account = field(sheet, u"Account"_s);
        QVERIFY(account->isVisible());
        account->setText(u"cy"_s);
        QTest::mouseClick(button(sheet, u"Add"_s), Qt::LeftButton);
        QVERIFY(confirmed.isEmpty() && says(sheet, u"An account looks like"_s));
        account->setText(u" @cy:acme.example "_s);
        QTest::mouseClick(button(sheet, u"Add"_s), Qt::LeftButton);
        QCOMPARE(confirmed.size(), 1);
        QCOMPARE(sheet->person(), domain::PersonId(u"@cy:acme.example"_s));
        delete sheet;
    }

    void signingInAgainOffersWhatTheServerDoesAndATokenAlways()
    {
        auto *sheet = new SignInAgainSheet(u"@ana:acme.example"_s, u"acme.example"_s);
        sheet->open();
        QSignalSpy confirmed(sheet, &Sheet::confirmed);
        auto *way = sheet->findChild<QComboBox *>();
        QVERIFY(field(sheet, u"Password"_s)->isVisible() && !field(sheet, u"Access token"_s)->isVisible());
        QCOMPARE(way->count(), 2); // until the server has said so, nobody is sent into a browser for nothing
        way->setCurrentIndex(way->findText(u"With an access token"_s));
        QVERIFY(!field(sheet, u"Password"_s)->isVisible() && field(sheet, u"Access token"_s)->isVisible());
        QTest::mouseClick(button(sheet, u"Sign in"_s), Qt::LeftButton);
        QVERIFY(confirmed.isEmpty() && says(sheet, u"Paste the access token."_s));
        sheet->setOffers({u"https://acme.example"_s, false, true});
        QCOMPARE(sheet->way(), SignInWay::token); // what somebody chose stays
        field(sheet, u"Access token"_s)->setText(u" syt_x \n"_s);
        QTest::mouseClick(button(sheet, u"Sign in"_s), Qt::LeftButton);
        QCOMPARE(confirmed.size(), 1);
        QCOMPARE(sheet->secret(), QByteArray("syt_x"));
        QCOMPARE(way->findText(u"With the password"_s), -1);
        way->setCurrentIndex(way->findText(u"In the browser"_s));
        sheet->setProblem({});
        QTest::mouseClick(button(sheet, u"Sign in"_s), Qt::LeftButton);
        QCOMPARE(confirmed.size(), 2);
        delete sheet;
    }

    void theSheetsInPictures_data()
    {
        QTest::addColumn<bool>("dark");
        QTest::newRow("dark") << true;
        QTest::newRow("light") << false;
    }
    void theSheetsInPictures()
    {
        QFETCH(bool, dark);
        m_theme->apply();
        m_theme->setMode(dark ? ThemeMode::dark : ThemeMode::light);
        const QString end = u"-"_s + QString::fromLatin1(QTest::currentDataTag());
        MainWindow window(*m_theme);
        fill(window);
        window.resize(1280, 800);
        window.show();
        auto *sheet = new LetInSheet({asking()}, &window);
        sheet->open();
        sheet->setDone(u"Said, and on the record. It is not in yet: a second policy admin has to say the same in their "
                       u"window, or another Wardroom of this person's."_s);
        QVERIFY(pictured(*sheet, u"people-let-in-said"_s + end) > 15);
        delete sheet;
        window.settings()->nodes()->setNodes(
            someNodes(), {u"Ana alone is policy admin. Who loses the only Wardroom they have needs two "
                          u"policy admins to come back, and if Ana does, nobody can change this "
                          u"workspace again. Make two more people admins."_s});
        window.showPage(Page::settings);
        if (auto *area = window.settings()->findChild<QScrollArea *>())
            area->ensureWidgetVisible(window.settings()->nodes(), 0, 300);
        QVERIFY(pictured(window, u"people-nodes"_s + end) > 15);
        auto *revoke = new RevokeSheet(someNodes().at(1), &window);
        revoke->open();
        QVERIFY(pictured(*revoke, u"people-revoke"_s + end) > 15);
        delete revoke;
        auto *add = new AddPersonSheet({}, {{session::RoomId(u"1"_s), u"it"_s, true}}, true, &window);
        add->open();
        QVERIFY(pictured(*add, u"people-add-account"_s + end) > 15);
        delete add;
        auto *again = new SignInAgainSheet(u"@ana:acme.example"_s, u"acme.example"_s, &window);
        again->setOffers({u"https://acme.example"_s, true, true});
        again->open();
        QVERIFY(pictured(*again, u"people-again-password"_s + end) > 15);
        auto *way = again->findChild<QComboBox *>();
        way->setCurrentIndex(way->findText(u"In the browser"_s));
        QVERIFY(pictured(*again, u"people-again-browser"_s + end) > 15);
        delete again;
        QList<session::ConversationRow> rows = someConversation().mid(0, 2);
        rows << message(u"q5"_s, u"Ana"_s, at(1, 41), {});
        rows.last().content = session::Notice{u"Note by Ana · The key was in the backup, too."_s, u"blue"_s};
        rows.last().send = store::SendState::queued;
        rows << rows.last();
        rows.last().key = u"q6"_s;
        rows.last().send = store::SendState::failed;
        rows.last().problem = u"You may not write in #it-handover."_s;
        window.models().conversation.setRows(rows);
        window.showPage(Page::rooms);
        window.rooms()->setLink(withFailed(linkWords(link(LinkState::live), at(2, 14)), 1), u"01:57:12"_s);
        QVERIFY(pictured(window, u"people-facts"_s + end) > 40);
    }

private:
    QList<RowAction> offered(const session::ConversationRow &row)
    {
        QList<RowAction> actions;
        for (const ActionSpot &spot : layOutRow(row, {}, 700, *m_theme).actions)
            if (!spot.quiet)
                actions << spot.action;
        return actions;
    }
    static session::NodeLine nodeLine(const domain::NodeId &id, const QString &person, const QString &machine,
                                      session::NodeLine::Standing standing)
    {
        session::NodeLine line;
        line.node = id;
        line.person = person;
        line.machine = machine;
        line.fingerprint = QString(64, u'a');
        line.standing = standing;
        return line;
    }
    static QList<session::NodeLine> someNodes()
    {
        using Standing = session::NodeLine::Standing;
        session::NodeLine asks = nodeLine(domain::NodeId(u"n-9"_s), u"Cy"_s, u"cys-desk"_s, Standing::asking);
        asks.since = at(2, 10);
        session::NodeLine ana = nodeLine(domain::NodeId(u"n-1"_s), u"Ana"_s, u"anas-desk"_s, Standing::in);
        ana.mine = true;
        ana.since = at(0, 5);
        ana.hosts = {u"web-01"_s, u"db-1"_s};
        ana.last = {at(2, 3), u"Accepted by Ana"_s, u"it"_s};
        ana.afterwards = {u"It is this one: afterwards this window reads and talks, and nothing it signs counts."_s,
                          u"Ana has no other; a next one has to be let in by two policy admins."_s};
        session::NodeLine night = nodeLine(domain::NodeId(u"n-5"_s), u"Night"_s, u"ops-1"_s, Standing::in);
        night.isRunner = true;
        night.since = at(0, 20);
        night.last = {at(2, 12), u"Alert: abnormal deployment to web-01"_s, u"ids-alerts"_s};
        night.whyNotMe = u"Only a policy admin can revoke somebody else's Wardroom."_s;
        session::NodeLine lost = nodeLine(domain::NodeId(u"n-3"_s), u"Bo"_s, u"bos-laptop"_s, Standing::revoked);
        lost.since = at(1, 50);
        lost.revokedBy = u"Ana"_s;
        lost.reason = u"laptop lost"_s;
        lost.last = {at(1, 20), u"Note by Bo"_s, u"security-ops"_s};
        return {asks, ana, night, lost};
    }
    static session::LinkView link(LinkState state)
    {
        return {state, u"Acme"_s, u"matrix.acme.example"_s, at(1, 58), at(2, 15, 30), at(1, 57, 12), 3};
    }
    static session::AskingLine asking()
    {
        return {domain::NodeId(u"n-7"_s),
                domain::PersonId(u"@bo:acme.example"_s),
                u"Bo"_s,
                u"bos-desk"_s,
                QString(64, u'7'),
                {}};
    }
    static QPushButton *button(const QWidget *widget, const QString &text)
    {
        for (QPushButton *each : widget->findChildren<QPushButton *>())
            if (each->text() == text)
                return each;
        return nullptr;
    }
    static QLineEdit *field(const QWidget *widget, const QString &name)
    {
        for (QLineEdit *each : widget->findChildren<QLineEdit *>())
            if (each->accessibleName() == name)
                return each;
        return nullptr;
    }
    static bool says(const QWidget *widget, const QString &text)
    {
        for (const QLabel *label : widget->findChildren<QLabel *>())
            if (!label->isHidden() && label->text().contains(text))
                return true;
        return false;
    }

    std::unique_ptr<Theme> m_theme;
};

WARDROOM_TEST(TstPeople)
#include "tst_people.moc"
