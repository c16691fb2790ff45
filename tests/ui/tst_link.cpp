// SPDX-FileCopyrightText: 2026 The Wardroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "fixture.h"
#include "pictures.h"
#include "support/testmain.h"

#include "models/times.h"
#include "ui/conversation/conversationview.h"
#include "ui/people/invitedialog.h"
#include "ui/people/letinsheet.h"
#include "ui/rooms/roomspane.h"
#include "ui/shell/band.h"
#include "ui/shell/linkwords.h"
#include "ui/shell/roomheader.h"
#include "ui/welcome/signinpage.h"

#include <QCheckBox>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QPushButton>
#include <QRadioButton>
#include <QSignalSpy>
#include <QTest>
#include <QToolButton>

using namespace Qt::StringLiterals;
using namespace wardroom;
using namespace wardroom::test;
using namespace wardroom::ui;
using chat::LinkState;

//! What a window says of its connection, of signing in and of who waits; without a server.
class TstLink : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { m_theme = std::make_unique<Theme>(); }
    void cleanup() { m_theme.reset(); }

    void everyStateHasAShapeAWordAndWhatToDo()
    {
        QSet<QString> sentences;
        for (const LinkState state : {LinkState::offline, LinkState::connecting, LinkState::catchingUp, LinkState::live,
                                      LinkState::rateLimited, LinkState::signInNeeded, LinkState::disabled}) {
            const LinkWords words = linkWords(link(state), at(2, 14));
            QVERIFY(!words.shape.isEmpty() && !words.sentence.isEmpty() && words.explanation.size() > 20);
            sentences.insert(words.shape + words.sentence);
        }
        QCOMPARE(sentences.size(), 7);
        QVERIFY(linkWords(link(LinkState::signInNeeded), at(2, 14)).needsSignIn);
        QVERIFY(!linkWords(link(LinkState::live), at(2, 14)).isTrouble);
    }

    void offlineSaysSinceWhenAndWhatBecomesOfWhatWasTyped()
    {
        const LinkWords words = linkWords(link(LinkState::offline), at(2, 14));
        QCOMPARE(words.sentence, u"Offline since 01:58"_s);
        QVERIFY(words.explanation.contains(u"matrix.acme.example"_s));
        QVERIFY2(words.explanation.contains(u"3 messages wait"_s), qPrintable(words.explanation));
        QVERIFY(linkWords(link(LinkState::offline), at(2, 14) + 24 * 3'600'000LL).sentence.contains(u"Yesterday"_s));
    }

    void aLimitSaysUntilWhen()
    {
        QCOMPARE(linkWords(link(LinkState::rateLimited), at(2, 14)).sentence, u"Slowed down until 02:15:30"_s);
    }

    void theFootOfTheRoomsOffersToSignInAgainOnlyWhenThatIsNeeded()
    {
        MainWindow window(*m_theme);
        fill(window);
        window.show();
        QSignalSpy wanted(window.rooms(), &RoomsPane::signInWanted);
        QPushButton *again = button(window.rooms(), u"Sign in again"_s);
        QVERIFY(!again->isVisible());
        show(window, LinkState::signInNeeded);
        QVERIFY(again->isVisible());
        QTest::mouseClick(again, Qt::LeftButton);
        QCOMPARE(wanted.size(), 1);
        show(window, LinkState::live);
        QVERIFY(!again->isVisible() && window.linkBand()->sentence().isEmpty());
    }

    void theSwitcherListsTheWorkspacesAndCountsWhatIsUnreadElsewhere()
    {
        Rail rail(*m_theme);
        rail.show();
        QSignalSpy chosen(&rail, &Rail::workspaceChosen);
        QSignalSpy fresh(&rail, &Rail::newWorkspaceWanted);
        rail.setWorkspace(u"Acme"_s);
        rail.setChoices({{u"Acme"_s, 9, true}, {u"R&D"_s, 4, true}, {u"Far"_s, 0, false}});
        auto *top = rail.findChildren<QToolButton *>().first();
        QVERIFY2(top->accessibleName().contains(u"4 unread"_s), qPrintable(top->accessibleName()));
        Q_EMIT top->menu()->aboutToShow();
        const QList<QAction *> actions = top->menu()->actions();
        QCOMPARE(actions.size(), 5);
        QVERIFY(actions.at(0)->isChecked() && !actions.at(1)->isChecked());
        QVERIFY2(actions.at(1)->text().startsWith(u"R&&D"_s), qPrintable(actions.at(1)->text()));
        actions.at(1)->trigger();
        QCOMPARE(chosen.value(0).value(0).toString(), u"R&D"_s);
        actions.last()->trigger();
        QCOMPARE(fresh.size(), 1);
    }

    void theSignInPageAsksForWhatIsMissingAndOnlyOffersWhatTheServerDoes()
    {
        SignInPage page(*m_theme);
        page.show();
        QSignalSpy look(&page, &SignInPage::lookWanted);
        QSignalSpy sign(&page, &SignInPage::signInWanted);
        QTest::mouseClick(button(&page, u"Find the server"_s), Qt::LeftButton);
        QCOMPARE(look.size(), 0);
        QVERIFY(says(&page, u"name the server"_s));
        field(&page, u"Server"_s)->setText(u"@ada:acme.example"_s);
        QTest::mouseClick(button(&page, u"Find the server"_s), Qt::LeftButton);
        QCOMPARE(look.value(0).value(0).toString(), u"@ada:acme.example"_s);
        page.setOffers({u"https://acme.example"_s, false, true});
        for (const QRadioButton *way : page.findChildren<QRadioButton *>())
            if (way->text() == "Password"_L1)
                QVERIFY(!way->isVisible());
        page.setOffers({u"https://acme.example"_s, true, false});
        QCOMPARE(field(&page, u"Account"_s)->text(), u"@ada:acme.example"_s);
        field(&page, u"Password"_s)->setText(u"secret"_s);
        QTest::mouseClick(button(&page, u"Sign in and found"_s), Qt::LeftButton);
        QVERIFY(says(&page, u"Give the workspace a name."_s));
        field(&page, u"Workspace"_s)->setText(u"Acme"_s);
        for (QRadioButton *way : page.findChildren<QRadioButton *>())
            if (way->text().contains(u"fingerprint"_s))
                way->setChecked(true);
        field(&page, u"Fingerprint"_s)->setText(u"not one"_s);
        QPushButton *ask = button(&page, u"Sign in and ask to be let in"_s);
        QVERIFY(ask);
        QTest::mouseClick(ask, Qt::LeftButton);
        QCOMPARE(sign.size(), 0);
        field(&page, u"Fingerprint"_s)->setText(QString(64, u'A'));
        QTest::mouseClick(ask, Qt::LeftButton);
        QCOMPARE(sign.size(), 1);
        QCOMPARE(sign.at(0).at(0).value<SignInWish>().fingerprint, QString(64, u'a'));
    }

    void whatGoesOnCanBeCancelledAndNothingElseClicked()
    {
        SignInPage page(*m_theme);
        page.show();
        QSignalSpy cancel(&page, &SignInPage::cancelWanted);
        QSignalSpy back(&page, &SignInPage::backWanted);
        page.setBusy(u"Signing in…"_s);
        QVERIFY(!field(&page, u"Server"_s)->isEnabled());
        QTest::mouseClick(button(&page, u"Cancel"_s), Qt::LeftButton);
        QCOMPARE(cancel.size(), 1);
        page.setProblem(u"The name or the password is wrong."_s);
        QVERIFY(field(&page, u"Server"_s)->isEnabled() && says(&page, u"wrong"_s));
        QTest::mouseClick(button(&page, u"Back"_s), Qt::LeftButton);
        QCOMPARE(back.size(), 1);
    }

    void lettingInNeedsTheFingerprintToBeCompared()
    {
        auto *sheet = new LetInSheet({asking()});
        sheet->open();
        QSignalSpy confirmed(sheet, &Sheet::confirmed);
        QTest::mouseClick(button(sheet, u"Let in"_s), Qt::LeftButton);
        QCOMPARE(confirmed.size(), 0);
        sheet->findChild<QCheckBox *>()->setChecked(true);
        QTest::mouseClick(button(sheet, u"Let in"_s), Qt::LeftButton);
        QCOMPARE(confirmed.size(), 1);
        QCOMPARE(sheet->node(), domain::NodeId(u"n-7"_s));
        delete sheet;
    }

    void anInvitationOntoAServerInvitesTheAccountFirst()
    {
        auto *dialog = new InviteDialog(u"wardroom:x"_s, true);
        dialog->open();
        QSignalSpy admit(dialog, &InviteDialog::admitWanted);
        field(dialog, u"Their account"_s)->setText(u"bo"_s);
        QTest::mouseClick(button(dialog, u"Invite the account"_s), Qt::LeftButton);
        QCOMPARE(admit.size(), 0);
        field(dialog, u"Their account"_s)->setText(u"@bo:acme.example"_s);
        QTest::mouseClick(button(dialog, u"Invite the account"_s), Qt::LeftButton);
        QCOMPARE(admit.value(0).value(0).toString(), u"@bo:acme.example"_s);
        delete dialog;
        auto *local = new InviteDialog(u"wardroom:x"_s, false);
        QVERIFY(!field(local, u"Their account"_s));
        delete local;
    }

    void theStatesInPictures_data()
    {
        QTest::addColumn<bool>("dark");
        QTest::addColumn<QSize>("size");
        for (const bool dark : {true, false})
            for (const QSize size : {QSize(1280, 800), QSize(1600, 1000)})
                QTest::addRow("%s-%d", dark ? "dark" : "light", size.width()) << dark << size;
    }
    void theStatesInPictures()
    {
        QFETCH(bool, dark);
        QFETCH(QSize, size);
        m_theme->apply();
        m_theme->setMode(dark ? ThemeMode::dark : ThemeMode::light);
        const QString end = u"-"_s + QString::fromLatin1(QTest::currentDataTag());
        MainWindow window(*m_theme);
        fill(window);
        window.resize(size);
        window.show();
        window.rail()->setChoices({{u"Acme Corp"_s, 0, true}, {u"Far"_s, 4, true}});
        window.models().conversation.setRows(remarked());
        for (const auto &[state, name] : {std::pair(LinkState::live, u"live"_s),
                                          {LinkState::catchingUp, u"catching-up"_s},
                                          {LinkState::offline, u"offline"_s},
                                          {LinkState::rateLimited, u"limited"_s},
                                          {LinkState::signInNeeded, u"signed-out"_s}}) {
            show(window, state);
            QVERIFY(pictured(window, u"link-"_s + name + end) > 40);
        }
        window.peopleBand()->setWords(u"◇"_s, u"blue"_s, u"Bo asks to be let in, with a Wardroom on bos-desk."_s,
                                      u"Let in…"_s);
        session::HeaderView header = someHeader();
        header.isIncident = false;
        header.encrypted = true;
        window.header()->setView(header, at(2, 14));
        QVERIFY(pictured(window, u"link-asking"_s + end) > 40);
        window.showPage(Page::welcome);
        QVERIFY(pictured(window, u"link-welcome"_s + end) > 15);
        window.showPage(Page::signIn);
        window.signIn()->setOffers({u"https://matrix.acme.example"_s, true, true});
        field(window.signIn(), u"Server"_s)->setText(u"@ada:acme.example"_s);
        window.signIn()->setOffers({u"https://matrix.acme.example"_s, true, true});
        window.signIn()->setProblem(
            u"matrix.acme.example does not accept the name or the password. Check the account and the password and try again."_s);
        QVERIFY(pictured(window, u"link-sign-in"_s + end) > 15);
        auto *sheet = new LetInSheet({asking()}, &window);
        sheet->open();
        QVERIFY(pictured(*sheet, u"link-let-in"_s + end) > 15);
        delete sheet;
    }

private:
    static session::LinkView link(LinkState state)
    {
        return {state, u"Acme"_s, u"matrix.acme.example"_s, at(1, 58), at(2, 15, 30), at(1, 57, 12), 3};
    }
    static void show(MainWindow &window, LinkState state)
    {
        const LinkWords words = linkWords(link(state), at(2, 14));
        window.rooms()->setLink(words, u"01:57:12"_s);
        window.linkBand()->setWords(words.shape, words.tone, words.isTrouble ? words.explanation : QString(),
                                    words.needsSignIn ? u"Sign in again…"_s : QString());
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
    static QList<session::ConversationRow> remarked()
    {
        QList<session::ConversationRow> rows = someConversation().mid(0, 2);
        rows << message(u"q1"_s, u"Mei Lin"_s, at(1, 37), u"Not us: we deploy from the pipeline only."_s);
        rows.last().quoted = u"Priya N.: Nobody on the release rota recognises it."_s;
        rows.last().reactions = u"👍 2   ✅"_s;
        rows << message(u"q2"_s, u"Tomás R."_s, at(1, 38), u"Closing the door on 203.0.113.41."_s);
        rows.last().edited = true;
        rows.last().before = {u"Closing the door on 203.0.113.40."_s};
        rows << message(u"q3"_s, u"Mallory"_s, at(1, 39), {});
        rows.last().deleted = true;
        rows.last().before = {u"It was me, sorry."_s};
        rows << message(u"q4"_s, u"Priya N."_s, at(1, 40), u"Typed while the server was away."_s);
        rows.last().send = store::SendState::queued;
        return rows;
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

WARDROOM_TEST(TstLink)
#include "tst_link.moc"
