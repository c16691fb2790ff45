// SPDX-FileCopyrightText: 2026 The Wardroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "fixture.h"
#include "support/fakeclock.h"
#include "support/testmain.h"

#include "ui/approvals/approvaldialog.h"
#include "ui/composer/composer.h"
#include "ui/conversation/conversationview.h"
#include "ui/incident/sheets.h"
#include "ui/people/addpersonsheet.h"
#include "ui/rooms/roomspane.h"
#include "ui/theme/codelabel.h"
#include "ui/welcome/welcomepage.h"

#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QScrollArea>
#include <QScrollBar>
#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace wardroom;
using namespace wardroom::test;
using namespace wardroom::ui;

class TstWidgets : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { m_theme = std::make_unique<Theme>(); }
    void cleanup() { m_theme.reset(); }

    void enterSendsAndShiftEnterBeginsALine()
    {
        Composer composer(*m_theme);
        composer.show();
        QSignalSpy sent(&composer, &Composer::sendWanted);
        QTest::keyClicks(composer.editor(), u"one"_s);
        QTest::keyClick(composer.editor(), Qt::Key_Return, Qt::ShiftModifier);
        QCOMPARE(sent.size(), 0);
        QTest::keyClicks(composer.editor(), u"two"_s);
        QTest::keyClick(composer.editor(), Qt::Key_Return);
        QCOMPARE(sent.size(), 1);
        QCOMPARE(sent.at(0).at(0).toString(), u"one\ntwo"_s);
        QTest::keyClick(composer.editor(), Qt::Key_Return);
        QCOMPARE(sent.size(), 1);
    }

    void typedTextComesBackWhenItCouldNotBeSent()
    {
        Composer composer(*m_theme);
        composer.show();
        QSignalSpy draft(&composer, &Composer::draftChanged);
        QTest::keyClicks(composer.editor(), u"important"_s);
        draft.clear();
        QTest::keyClick(composer.editor(), Qt::Key_Return);
        QCOMPARE(draft.size(), 0); // the draft on disk stays until the words are safe
        QTest::keyClicks(composer.editor(), u"next"_s);
        composer.refused(u"important"_s, u"The disk is full."_s);
        QCOMPARE(composer.text(), u"important\nnext"_s);
    }

    void aSuggestionIsTakenWithTabAndReplacesTheWord()
    {
        Composer composer(*m_theme);
        composer.show();
        composer.activateWindow();
        composer.focusEditor();
        QTRY_VERIFY(composer.editor()->hasFocus());
        QTest::keyClicks(composer.editor(), u"/ho"_s);
        composer.setCompletions(
            {{u"/host status "_s, u"/host status HOST"_s, u"x"_s}, {u"/host list"_s, u"/host list"_s, u"y"_s}});
        QVERIFY(composer.popup()->isVisible());
        QSignalSpy sent(&composer, &Composer::sendWanted);
        QTest::keyClick(composer.editor(), Qt::Key_Down);
        QTest::keyClick(composer.editor(), Qt::Key_Tab);
        QCOMPARE(composer.text(), u"/host list "_s);
        QVERIFY(!composer.popup()->isVisible());
        composer.setText(u"hello @pr"_s);
        composer.setCompletions({{u"@priya"_s, u"@priya"_s, u"Priya N."_s}});
        QTest::keyClick(composer.editor(), Qt::Key_Return);
        QCOMPARE(composer.text(), u"hello @priya "_s);
        QCOMPARE(sent.size(), 0);
    }

    void whatWasUnderstoodIsWrittenOutWithTab()
    {
        Composer composer(*m_theme);
        composer.show();
        composer.activateWindow();
        composer.focusEditor();
        QTRY_VERIFY(composer.editor()->hasFocus());
        QTest::keyClicks(composer.editor(), u"block that one"_s);
        composer.setHint(u"ip block"_s, u"blue"_s, u"/ip block 203.0.113.7 for 4h"_s);
        QSignalSpy sent(&composer, &Composer::sendWanted);
        QTest::keyClick(composer.editor(), Qt::Key_Tab);
        QCOMPARE(composer.text(), u"/ip block 203.0.113.7 for 4h"_s);
        QCOMPARE(sent.size(), 0);
        composer.editor()->undo();
        QCOMPARE(composer.text(), u"block that one"_s);
        composer.setHint(u"only talk"_s);
        QTest::keyClick(composer.editor(), Qt::Key_Tab); // goes to the next control, writes nothing
        QCOMPARE(composer.text(), u"block that one"_s);
    }

    void decliningNeedsAReason()
    {
        FakeClock clock(at(2, 14));
        auto dialog = shown(clock, someApproval());
        QSignalSpy declined(dialog.get(), &ApprovalDialog::declineWanted);
        QTest::mouseClick(button(dialog.get(), u"Decline"_s), Qt::LeftButton);
        QCOMPARE(declined.size(), 0);
        QTest::keyClicks(dialog->findChild<QLineEdit *>(), u"not tonight"_s);
        QTest::mouseClick(button(dialog.get(), u"Decline"_s), Qt::LeftButton);
        QCOMPARE(declined.size(), 1);
        QCOMPARE(declined.at(0).at(0).toString(), u"not tonight"_s);
        QVERIFY(dialog->isVisible());
    }

    void aDecisionIsAskedForOnceAndCanBeTriedAgain()
    {
        FakeClock clock(at(2, 14));
        auto dialog = shown(clock, someApproval());
        QSignalSpy accepted(dialog.get(), &ApprovalDialog::acceptWanted);
        QPushButton *accept = button(dialog.get(), u"Accept and apply"_s);
        QTest::mouseClick(accept, Qt::LeftButton);
        QTest::mouseClick(accept, Qt::LeftButton);
        QCOMPARE(accepted.size(), 1);
        dialog->setProblem(u"The room could not be reached."_s);
        QTest::mouseClick(accept, Qt::LeftButton);
        QCOMPARE(accepted.size(), 2);
    }

    void theRequesterSeesNoAcceptButtonAndReadsWhy()
    {
        FakeClock clock(at(2, 14));
        session::ApprovalView view = someApproval();
        view.whyNotMe = u"You asked for this yourself."_s;
        auto dialog = shown(clock, view);
        QVERIFY(!button(dialog.get(), u"Accept and apply"_s)->isVisible());
        QVERIFY(!button(dialog.get(), u"Decline"_s)->isVisible());
        QVERIFY(says(dialog.get(), view.whyNotMe));
    }

    void anExpiredRequestCannotBeAccepted()
    {
        FakeClock clock(at(2, 14));
        auto dialog = shown(clock, someApproval());
        QVERIFY(says(dialog.get(), u"expires in 14:32"_s));
        clock.advance(std::chrono::minutes(20));
        dialog->setView(someApproval());
        QVERIFY(says(dialog.get(), u"expired"_s));
        QVERIFY(!button(dialog.get(), u"Accept and apply"_s)->isEnabled());
    }

    void markupInTheDialogIsShownLiterally()
    {
        FakeClock clock(at(2, 14));
        session::ApprovalView view = someApproval();
        const QString evil = u"<b>rm</b>"_s;
        view.argv = view.where = view.effect = view.verify = view.undo = view.danger = view.title = evil;
        auto dialog = shown(clock, view);
        for (const QLabel *label : dialog->findChildren<QLabel *>())
            QCOMPARE(label->textFormat(), Qt::PlainText);
        QVERIFY(says(dialog.get(), evil));
    }

    //! Somebody who asks writes all of this; the approver decides by what stands there.
    void nothingInTheDialogTurnsHidesOrPassesForSomethingElse()
    {
        FakeClock clock(at(2, 14));
        session::ApprovalView view = someApproval();
        const QString evil = u"pay\u202Eexe\u202C\u200B\u2066 \u0007now"_s;
        for (QString *field :
             {&view.title, &view.requester, &view.group, &view.incident, &view.reason, &view.argv, &view.where,
              &view.effect, &view.verify, &view.undo, &view.danger, &view.script, &view.vettedBy, &view.hash})
            *field = evil;
        view.decisions = view.missing = {evil};
        auto dialog = shown(clock, view);
        int marks = 0;
        for (const QLabel *label : dialog->findChildren<QLabel *>()) {
            for (const QString &words : {label->text(), label->accessibleName()}) {
                for (const QChar hidden : {QChar(0x202E), QChar(0x202C), QChar(0x200B), QChar(0x2066), QChar(0x0007)})
                    QVERIFY2(!words.contains(hidden), qPrintable(words));
            }
            marks += static_cast<int>(label->text().count(u"⟨U+202E⟩"_s));
        }
        QCOMPARE(marks, 16);
        QVERIFY(!dialog->windowTitle().contains(QChar(0x202E)));
    }

    void theWholeOfAVeryLongCommandCanBeSeen()
    {
        FakeClock clock(at(2, 14));
        session::ApprovalView view = someApproval();
        view.argv = u"sh -c 'true "_s + QString(9000, u'a') + QString(400, QChar(0x754C)) + u" ; rm -rf /data'"_s;
        view.effect = QString(5000, u'e') + u" and the last word"_s;
        auto dialog = shown(clock, view);
        QVERIFY(QTest::qWaitForWindowExposed(dialog.get()));
        QTRY_VERIFY2(dialog->height() <= 800, qPrintable(QString::number(dialog->height())));
        for (const QString &text : {view.argv, view.effect}) {
            const CodeLabel *whole = nullptr;
            for (const CodeLabel *label : dialog->findChildren<CodeLabel *>())
                if (QString(label->text()).remove(u'\n') == text)
                    whole = label;
            QVERIFY2(whole, "the dialog does not have all of it");
            const QFontMetricsF metrics(whole->font());
            const QStringList lines = whole->text().split(u'\n');
            for (const QString &line : lines)
                QVERIFY(metrics.horizontalAdvance(line.trimmed()) <= whole->width());
            QVERIFY2(whole->height() >= lines.size() * QFontMetrics(whole->font()).lineSpacing(), "its end is cut off");
        }
        const auto *scroll = dialog->findChild<QScrollArea *>();
        const QWidget *inside = scroll->widget();
        QVERIFY2(scroll->verticalScrollBar()->isVisible() && inside->height() > scroll->height(),
                 "nothing says that it goes on");
        QVERIFY(inside->height() >= inside->childrenRect().bottom());
        const QPushButton *accept = button(dialog.get(), u"Accept and apply"_s);
        QVERIFY(dialog->rect().contains(QRect(accept->mapTo(dialog.get(), QPoint()), accept->size())));
    }

    void aSheetStaysOpenUntilItWorked()
    {
        auto *sheet = new WordsSheet({u"That was me"_s, {}, u"Words"_s, u"Say it"_s, u"Say something."_s, {}});
        sheet->open();
        QSignalSpy confirmed(sheet, &Sheet::confirmed);
        QTest::mouseClick(button(sheet, u"Say it"_s), Qt::LeftButton);
        QCOMPARE(confirmed.size(), 0);
        QVERIFY(says(sheet, u"Say something."_s));
        QTest::keyClicks(sheet->findChild<QPlainTextEdit *>(), u"travelling"_s);
        QTest::mouseClick(button(sheet, u"Say it"_s), Qt::LeftButton);
        QCOMPARE(confirmed.size(), 1);
        QVERIFY(sheet->isVisible());
        delete sheet;
    }

    void aSheetBeginsInItsFirstFieldAndTabEndsAtItsButtons()
    {
        auto *sheet = new AddPersonSheet({{session::PersonId(u"p2"_s), u"Lina Berg"_s, {}, false}},
                                         {{session::RoomId(u"1"_s), u"it"_s, true}}, false);
        sheet->open();
        const QList<QComboBox *> fields = sheet->findChildren<QComboBox *>();
        QCOMPARE(fields.size(), 2);
        QCOMPARE(sheet->focusWidget(), fields.at(0));
        for (QWidget *next : {static_cast<QWidget *>(fields.at(1)), static_cast<QWidget *>(button(sheet, u"Cancel"_s)),
                              static_cast<QWidget *>(button(sheet, u"Add"_s)), static_cast<QWidget *>(fields.at(0))}) {
            QTest::keyClick(sheet->focusWidget(), Qt::Key_Tab);
            QCOMPARE(sheet->focusWidget(), next);
        }
        delete sheet;
    }

    void theApprovalDialogIsAsTallAsWhatItShows()
    {
        FakeClock clock(at(2, 14));
        auto dialog = shown(clock, someApproval());
        QVERIFY(QTest::qWaitForWindowExposed(dialog.get()));
        const QPushButton *accept = button(dialog.get(), u"Accept and apply"_s);
        const int below = dialog->height() - accept->mapTo(dialog.get(), accept->rect().bottomLeft()).y();
        QVERIFY2(below < 32, qPrintable(u"%1 px below the buttons"_s.arg(below)));
    }

    void theWelcomeAsksForANameInline()
    {
        WelcomePage page(*m_theme);
        page.setDrills({{u"first-shift"_s, u"First shift"_s, u"Learn to read."_s, 10},
                        {u"bastion"_s, u"Bastion"_s, u"Brute force."_s, 15}});
        page.show();
        QSignalSpy practise(&page, &WelcomePage::practiseWanted);
        QTest::mouseClick(button(&page, u"Start the drill"_s), Qt::LeftButton);
        QCOMPARE(practise.size(), 0);
        QTest::keyClicks(page.findChildren<QLineEdit *>().first(), u"Priya"_s);
        QTest::mouseClick(button(&page, u"Start the drill"_s), Qt::LeftButton);
        QCOMPARE(practise.size(), 1);
        QCOMPARE(practise.last().at(1).toString(), u"first-shift"_s);
        auto *drills = page.findChild<QComboBox *>();
        QTest::keyClick(drills, Qt::Key_Down);
        QVERIFY2(drills->accessibleDescription().contains(u"Brute force"_s),
                 qPrintable(drills->accessibleDescription()));
        QTest::mouseClick(button(&page, u"Start the drill"_s), Qt::LeftButton);
        QCOMPARE(practise.last().at(1).toString(), u"bastion"_s);
        QSignalSpy team(&page, &WelcomePage::connectWanted);
        QTest::mouseClick(button(&page, u"Sign in"_s), Qt::LeftButton);
        QCOMPARE(team.size(), 1);
    }

    void theListOfWhatWasFoundAsksForMoreOnlyAtItsEnd()
    {
        models::RoomListModel rooms;
        models::SearchModel found;
        RoomsPane pane(*m_theme, &rooms, &found);
        pane.resize(280, 500);
        pane.show();
        QVERIFY(QTest::qWaitForWindowExposed(&pane));
        pane.findChild<QLineEdit *>()->setText(u"again"_s);
        QSignalSpy wanted(&found, &models::SearchModel::moreWanted);
        const QList<session::SearchLine> twenty(20, {session::RoomId(u"r"_s), u"ids"_s, {}, 1, u"Ada"_s, u"again"_s});
        found.setPage({twenty, {}, true});
        QListView *list = nullptr;
        for (QListView *one : pane.findChildren<QListView *>())
            if (one->model() == &found)
                list = one;
        QVERIFY(list && list->isVisible());
        QTRY_VERIFY(list->verticalScrollBar()->maximum() > 0);
        QTest::qWait(50);
        QCOMPARE(wanted.size(), 0);
        list->scrollToBottom();
        QTRY_COMPARE(wanted.size(), 1);
        found.addPage({twenty, {}, false});
        QCOMPARE(found.rowCount(), 40);
        list->scrollToBottom();
        QTest::qWait(50);
        QCOMPARE(wanted.size(), 1);
    }

    void altArrowsChangeTheRoomAndCtrlKSearches()
    {
        MainWindow window(*m_theme);
        fill(window);
        window.show();
        window.activateWindow();
        QTRY_VERIFY(window.isActiveWindow());
        QSignalSpy chosen(window.rooms(), &RoomsPane::roomChosen);
        QTest::keyClick(&window, Qt::Key_Down, Qt::AltModifier);
        QCOMPARE(chosen.size(), 1);
        QCOMPARE(chosen.at(0).at(0).value<session::RoomId>(), session::RoomId(u"2"_s));
        QTest::keyClick(&window, Qt::Key_K, Qt::ControlModifier);
        QVERIFY(qobject_cast<QLineEdit *>(window.focusWidget()));
        QTest::keyClick(&window, Qt::Key_F6);
        QVERIFY(window.conversation()->hasFocus());
    }

private:
    std::unique_ptr<ApprovalDialog> shown(const Clock &clock, const session::ApprovalView &view)
    {
        auto dialog = std::make_unique<ApprovalDialog>(*m_theme, clock);
        dialog->setAttribute(Qt::WA_DeleteOnClose, false);
        dialog->setView(view);
        dialog->open();
        return dialog;
    }
    static QPushButton *button(const QWidget *widget, const QString &text)
    {
        for (QPushButton *each : widget->findChildren<QPushButton *>())
            if (each->text() == text)
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

WARDROOM_TEST(TstWidgets)
#include "tst_widgets.moc"
