// SPDX-FileCopyrightText: 2026 The Wardroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "fixture.h"
#include "pictures.h"
#include "session/founding.h"
#include "session/talk.h"
#include "support/testmain.h"
#include "support/world.h"

#include "ui/catalogue/cataloguepage.h"
#include "ui/composer/advicepanel.h"
#include "ui/composer/composer.h"
#include "ui/conversation/conversationview.h"
#include "ui/conversation/outputdialog.h"
#include "ui/settings/settingspage.h"
#include "ui/shell/announcer.h"
#include "ui/shell/windowpresenter.h"

#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QMenu>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QSignalSpy>

using namespace Qt::StringLiterals;
using namespace wardroom;
using namespace wardroom::test;
using namespace wardroom::ui;

//! The bot's help, suggestions, page of commands and cards, by real widgets; where it says so, on a real workspace.
class TstTeaching : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_theme = std::make_unique<Theme>();
        m_theme->apply();
        m_window = std::make_unique<MainWindow>(*m_theme);
        m_window->resize(1440, 900);
    }
    void cleanup()
    {
        m_presenter.reset();
        m_window.reset();
        m_workspace.reset();
        m_desk.reset();
        m_theme.reset();
    }

    void aSuggestionGoesIntoTheMessageByMouseAndByKeyAndIsNotSent()
    {
        AdvicePanel *panel = m_window->advice();
        m_window->show();
        QVERIFY(QTest::qWaitForWindowExposed(m_window.get()));
        QVERIFY(!panel->isVisible());
        QSignalSpy chosen(panel, &AdvicePanel::chosen);
        panel->setAdvice(advice());
        QVERIFY(panel->isVisible());
        QPushButton *second = button(panel, u"/fix list web-01"_s);
        QVERIFY(second && second->accessibleDescription().contains(u"fixes"_s));
        QTest::mouseClick(second, Qt::LeftButton);
        QCOMPARE(chosen.last().at(0).toString(), u"/fix list web-01"_s);
        QTest::keyClick(m_window.get(), Qt::Key_1, Qt::AltModifier);
        QCOMPARE(chosen.last().at(0).toString(), u"/host logins web-01 since midnight"_s);
        QTest::keyClick(m_window.get(), Qt::Key_3, Qt::AltModifier); // there are two
        QCOMPARE(chosen.size(), 2);
        panel->setFocus();
        QTest::keyClick(second, Qt::Key_Escape);
        QVERIFY(!panel->isVisible());
        QTest::keyClick(m_window.get(), Qt::Key_1, Qt::AltModifier);
        QCOMPARE(chosen.size(), 2);
    }

    void whatIsSaidIsReadOutAndForeignWordsAreNoMarkup()
    {
        QSignalSpy said(m_window->advice(), &AdvicePanel::said);
        session::Advice evil = advice();
        evil.text = u"<b>bold</b>"_s;
        evil.next[0].line = u"/note add <i>x</i> &y"_s;
        m_window->advice()->setAdvice(evil);
        QCOMPARE(said.size(), 1);
        QVERIFY(said.at(0).at(0).toString().contains(u"/fix list web-01"_s));
        for (const QLabel *label : m_window->advice()->findChildren<QLabel *>())
            QCOMPARE(label->textFormat(), Qt::PlainText);
    }

    void theCommandsAreFoundBySearchingAndNarrowedByRisk()
    {
        fill(*m_window);
        m_window->show();
        m_window->showPage(Page::commands);
        CataloguePage *page = m_window->commands();
        QCOMPARE(page->list()->model()->rowCount(), 3);
        QTest::keyClicks(page->search(), u"Block an"_s);
        QCOMPARE(page->list()->model()->rowCount(), 1);
        QCOMPARE(page->shown(), u"ip.block"_s);
        QTest::keyClicks(page->search(), u" zzz"_s);
        QCOMPARE(page->list()->model()->rowCount(), 0);
        page->showCommand(u"host.status"_s); // whatever was searched for
        QCOMPARE(page->shown(), u"host.status"_s);
        QCOMPARE(page->list()->model()->rowCount(), 3);
        for (const auto &[chip, rows] : {std::pair(u"Reading"_s, 1), std::pair(u"Changing"_s, 2),
                                         std::pair(u"For me now"_s, 2), std::pair(u"All"_s, 3)}) {
            QTest::mouseClick(button(page, chip), Qt::LeftButton);
            QCOMPARE(page->list()->model()->rowCount(), rows);
        }
    }

    void aCommandIsReadThroughAndTriedByKeyboard()
    {
        fill(*m_window);
        m_window->show();
        m_window->showPage(Page::commands);
        CataloguePage *page = m_window->commands();
        QSignalSpy chosen(page, &CataloguePage::commandChosen);
        QSignalSpy practice(page, &CataloguePage::practiceWanted);
        QSignalSpy explain(page, &CataloguePage::explainWanted);
        page->list()->setFocus();
        page->showCommand(u"host.status"_s);
        QVERIFY(shows(page, u"Asked for 12 times: 11 went well, 1 badly."_s));
        QVERIFY(shows(page, u"For you: only reads, runs by itself"_s));
        QVERIFY(shows(page, u"12 runs, 0 verified, 1 failed, 0 undone · median 0.4 s"_s));
        QTest::keyClick(page->list(), Qt::Key_Return);
        QCOMPARE(chosen.last().at(0).toString(), u"/host status "_s);
        for (const QString &name :
             {u"Put host status into the message"_s, u"Try host status in practice"_s, u"Explain host status"_s}) {
            QPushButton *each = named(page, name);
            QVERIFY2(each, qPrintable(name));
            each->setFocus();
            QTest::keyClick(each, Qt::Key_Space);
        }
        QCOMPARE(chosen.last().at(0).toString(), u"/host status web-01"_s);
        QCOMPARE(practice.last().at(0).toString(), u"/host status practice-01"_s);
        QCOMPARE(practice.last().at(1).toBool(), true);
        QPushButton *other = named(page, u"Put into the message: /host status db-01"_s);
        QVERIFY(other);
        QTest::mouseClick(other, Qt::LeftButton);
        QCOMPARE(chosen.last().at(0).toString(), u"/host status db-01"_s);
        QCOMPARE(explain.last().at(0).toString(), u"/host status web-01"_s);
        page->showCommand(u"patch.apply"_s);
        QTRY_VERIFY(shows(page, u"For you: not for you now."_s));
        page->setProblems({u"greet/plugin.yaml, line 7: “risk” must be one of …"_s});
        QVERIFY(shows(page, u"greet/plugin.yaml, line 7"_s));
    }

    void theHoursOfSilenceAndTheToneAreKept()
    {
        SettingsPage *page = m_window->settings();
        page->setTones({{u"plain"_s, u"Plain"_s}, {u"warm"_s, u"Warm"_s}});
        SettingsValues values;
        values.manners = {u"warm"_s, 22 * 60, 7 * 60 + 30};
        page->setValues(values);
        QCOMPARE(page->values().manners, values.manners);
        values.manners = {};
        page->setValues(values);
        QCOMPARE(page->values().manners, values.manners);
    }

    void onACardKeysRunAgainQuoteOpenAndBlock()
    {
        openWorkspace();
        QVERIFY(say(u"/host status shop-03"_s));
        QTRY_VERIFY_WITH_TIMEOUT(newest() && newest()->asOf > 0 && !newest()->log.isNull(), 30'000);
        ConversationView *view = m_window->conversation();
        const auto focusCard = [&] {
            view->setFocus();
            for (int i = 0; i < view->model()->size(); ++i)
                QTest::keyClick(view, Qt::Key_Down);
            while (view->currentRow() > 0 &&
                   !std::holds_alternative<session::OperationCard>(view->model()->row(view->currentRow()).content))
                QTest::keyClick(view, Qt::Key_Up);
        };
        focusCard();
        QTest::keyClick(view, Qt::Key_O);
        OutputDialog *output = nullptr;
        QTRY_VERIFY((output = m_window->findChild<OutputDialog *>()));
        QTRY_VERIFY2(output->output().contains(u"\"type\""_s), qPrintable(output->output()));
        QTest::keyClick(output, Qt::Key_Escape);
        focusCard();
        QTest::keyClick(view, Qt::Key_Q);
        QVERIFY2(m_window->composer()->text().startsWith(u"/note add “"_s), qPrintable(m_window->composer()->text()));
        const int before = cards();
        focusCard();
        QTest::keyClick(view, Qt::Key_R);
        QTRY_COMPARE_WITH_TIMEOUT(cards(), before + 1, 30'000);
        QVERIFY(m_window->composer()->text().startsWith(u"/note add"_s)); // what was being written stays
        // An address that a card shows is blocked on the host where it was seen, without CrowdSec anywhere.
        QVERIFY(say(u"/host logins shop-03"_s));
        const auto showsAddress = [&] {
            const auto card = newest();
            return card && card->host == u"shop-03"_s &&
                   models::ConversationModel::spoken(view->model()->row(view->model()->size() - 1))
                       .contains(u"203.0.113."_s);
        };
        QTRY_VERIFY_WITH_TIMEOUT(showsAddress(), 30'000);
        focusCard();
        QTest::keyClick(view, Qt::Key_B);
        static const QRegularExpression block(u"^/ip block \\d+\\.\\d+\\.\\d+\\.\\d+ for 4h on shop-03$"_s);
        QVERIFY2(block.match(m_window->composer()->text()).hasMatch(), qPrintable(m_window->composer()->text()));
    }

    void aPlainSentenceShowsItsCommandWhileOneTypesAndTabWritesItOut()
    {
        openWorkspace();
        Composer *composer = m_window->composer();
        QPlainTextEdit *editor = composer->editor();
        editor->setFocus();
        const int before = m_window->models().conversation.size();
        QTest::keyClicks(editor, u"lunch was good"_s);
        QVERIFY(!shows(composer, u"Tab writes"_s));
        composer->setText({});
        QTest::keyClicks(editor, u"what is going on with shop-03?"_s);
        QTRY_VERIFY(shows(composer, u"/host status shop-03 · read-only · runs by itself · Tab writes it out"_s));
        QTest::keyClick(editor, Qt::Key_Tab);
        QCOMPARE(composer->text(), u"/host status shop-03"_s);
        QVERIFY2(editor->hasFocus(), "one goes on writing");
        editor->undo();
        QCOMPARE(composer->text(), u"what is going on with shop-03?"_s);
        composer->setText({});
        QTest::keyClicks(editor, u"patch shop-web on shop-03"_s);
        QTRY_VERIFY(shows(composer, u"/patch apply shop-03 shop-web · needs 1 approval"_s));
        QTest::keyClick(editor, Qt::Key_Tab);
        QCOMPARE(composer->text(), u"/patch apply shop-03 shop-web"_s);
        QTest::qWait(300);
        QCOMPARE(m_window->models().conversation.size(), before); // nothing was sent, and nothing asked for
        composer->setText(u"/host status shop-03"_s);
        QTest::keyClick(editor, Qt::Key_Return);
        QTRY_VERIFY_WITH_TIMEOUT(newest() && newest()->asOf > 0, 30'000);
    }

    void whatIsAskedBackHasButtonsAndTabTakesTheFirst()
    {
        openWorkspace();
        QPlainTextEdit *editor = m_window->composer()->editor();
        editor->setFocus();
        QTest::keyClicks(editor, u"what is going on with shop-04?"_s);
        QTRY_VERIFY2(shows(m_window->composer(), u"Which host?"_s), "the question stands below while one types");
        QVERIFY(shows(m_window->composer(), u"/host status shop-03"_s));
        QTest::keyClick(editor, Qt::Key_Tab);
        QCOMPARE(m_window->composer()->text(), u"/host status shop-03"_s);
        m_window->composer()->setText({});
        QTest::keyClicks(editor, u"what is going on with shop-04?"_s);
        QTest::keyClick(editor, Qt::Key_Return);
        QTRY_VERIFY(m_window->advice()->isVisible());
        QVERIFY(m_window->advice()->advice().isQuestion);
        QVERIFY(pictured(*m_window, u"asked-back"_s) > 20);
        QTest::keyClick(m_window.get(), Qt::Key_1, Qt::AltModifier);
        QCOMPARE(m_window->composer()->text(), u"/host status shop-03"_s);
        QTest::keyClick(editor, Qt::Key_Return);
        // The question goes with its answer.
        QTRY_VERIFY_WITH_TIMEOUT(newest() && newest()->asOf > 0, 30'000);
        QVERIFY(!m_window->advice()->isVisible() || !m_window->advice()->advice().isQuestion);
    }

    void theStepsOfARehearsalStayWhileOneTypes()
    {
        openWorkspace();
        QVERIFY(say(u"/playbook rehearse patch-followup host=shop-03 package=shop-web"_s));
        QTRY_VERIFY_WITH_TIMEOUT(m_window->advice()->isVisible(), 30'000);
        const QString text = m_window->advice()->advice().text;
        QVERIFY2(text.count(u'\n') >= 3, qPrintable(text));
        QVERIFY(pictured(*m_window, u"rehearsal"_s) > 20);
        m_window->composer()->editor()->setFocus();
        QTest::keyClicks(m_window->composer()->editor(), u"so"_s);
        QVERIFY(m_window->advice()->isVisible() && shows(m_window->advice(), text.section(u'\n', 0, 0)));
        QTest::keyClick(m_window.get(), Qt::Key_1, Qt::AltModifier);
        QCOMPARE(m_window->composer()->text(), u"/playbook start patch-followup host=shop-03 package=shop-web"_s);
    }

    void aMessageIsAnsweredByKeyAndTheAnswerSaysWhich()
    {
        openWorkspace();
        QVERIFY(say(u"who restarted the mail relay just now?"_s));
        ConversationView *view = m_window->conversation();
        Composer *composer = m_window->composer();
        QTRY_VERIFY(!rowSaying(u"who restarted the mail relay just now?"_s).entry.isEmpty());
        const auto answerIt = [&] {
            view->setFocus();
            QTest::keyClick(view, Qt::Key_End);
            while (view->currentRow() > 0 && view->model()->row(view->currentRow()).entry !=
                                                 rowSaying(u"who restarted the mail relay just now?"_s).entry)
                QTest::keyClick(view, Qt::Key_Up);
            QTest::keyClick(view, Qt::Key_A);
        };
        answerIt();
        QVERIFY(composer->editor()->hasFocus());
        QVERIFY(shows(composer, u"who restarted the mail relay just now?"_s));
        QTest::keyClick(composer->editor(), Qt::Key_Escape);
        QVERIFY(composer->answered().isEmpty() && !shows(composer, u"who restarted"_s));
        answerIt();
        QTest::keyClicks(composer->editor(), u"that was the update at six"_s);
        QTest::keyClick(composer->editor(), Qt::Key_Return);
        QVERIFY(composer->answered().isEmpty());
        QTRY_VERIFY(
            rowSaying(u"that was the update at six"_s).quoted.endsWith(u"who restarted the mail relay just now?"_s));
        QTest::keyClicks(composer->editor(), u"thanks"_s);
        QTest::keyClick(composer->editor(), Qt::Key_Return);
        QTRY_VERIFY(!rowSaying(u"thanks"_s).entry.isEmpty());
        QVERIFY(rowSaying(u"thanks"_s).quoted.isEmpty());
    }

    //! There it can be tried again or discarded; in the composer as well it would be sent twice.
    void whatIsRefusedStandsInItsRowWithWhatItAnswers()
    {
        openWorkspace();
        m_window->composer()->setAnswering(domain::EntryId(u"e1"_s), u"Ana: look"_s);
        m_window->composer()->setText(u"/no such command"_s);
        QTest::keyClick(m_window->composer()->editor(), Qt::Key_Return);
        QTRY_COMPARE(rowSaying(u"/no such command"_s).send, store::SendState::failed);
        QVERIFY(!rowSaying(u"/no such command"_s).problem.isEmpty());
        const QList<store::OutboxItem> &pending = m_workspace->engine().sender().pending();
        const auto isLine = [](const store::OutboxItem &item) { return item.text == u"/no such command"; };
        const auto line = std::find_if(pending.begin(), pending.end(), isLine);
        QVERIFY(line != pending.end());
        QCOMPARE(line->replyTo.text(), u"e1"_s);
        QCOMPARE(m_window->composer()->text(), QString());
    }

    void whatChangesSomethingIsShownBeforeItIsAskedForAgain()
    {
        openWorkspace();
        QVERIFY(say(u"/patch apply shop-03 shop-web"_s));
        QTRY_VERIFY_WITH_TIMEOUT(newest(), 30'000);
        session::ConversationRow row;
        session::OperationCard card = *newest();
        row.content = card;
        QCOMPARE(card.again, u"/patch apply shop-03 shop-web"_s);
        m_window->composer()->setText({});
        const int before = cards();
        m_presenter->cards()->act(m_presenter->room()->room(), row, RowAction::again);
        QTest::qWait(300);
        QCOMPARE(m_window->composer()->text(), card.again);
        QCOMPARE(cards(), before);
    }

    void anAddressInAMessageIsLookedUpFromItsMenu()
    {
        openWorkspace();
        QVERIFY(say(u"I see a lot from 203.0.113.7 tonight"_s));
        ConversationView *view = m_window->conversation();
        QTRY_VERIFY(view->model()->size() > 0);
        view->setFocus();
        QTest::keyClick(view, Qt::Key_End);
        QTest::keyClick(view, Qt::Key_Up);
        QContextMenuEvent asked(QContextMenuEvent::Keyboard, QPoint(10, 10), view->mapToGlobal(QPoint(10, 10)));
        QCoreApplication::sendEvent(view->viewport(), &asked);
        auto *menu = view->findChild<QMenu *>();
        QVERIFY(menu);
        QAction *look = nullptr;
        for (QAction *each : menu->actions())
            if (each->text() == u"/ip lookup 203.0.113.7")
                look = each;
        QVERIFY(look);
        look->trigger();
        QCOMPARE(m_window->composer()->text(), u"/ip lookup 203.0.113.7"_s);
        menu->close();
    }

    void explainAndHelpStandAboveTheMessageAndSendNothing()
    {
        openWorkspace();
        const int before = m_window->models().conversation.size();
        QTest::keyClick(m_window.get(), Qt::Key_F1);
        QTRY_VERIFY(m_window->advice()->isVisible());
        QVERIFY(m_window->advice()->advice().text.contains(u"/host status shop-03"_s));
        m_window->composer()->focusEditor();
        QTest::keyClicks(m_window->composer()->editor(), u"patch shop-web on shop-03"_s);
        QPushButton *explain = named(m_window->composer(), u"Explain what this would do"_s);
        QTRY_VERIFY(explain && explain->isVisible());
        QTest::mouseClick(explain, Qt::LeftButton);
        QTRY_VERIFY_WITH_TIMEOUT(m_window->advice()->advice().text.contains(u"Exactly this would run"_s), 30'000);
        QCOMPARE(m_window->composer()->text(), u"patch shop-web on shop-03"_s);
        QCOMPARE(m_window->models().conversation.size(), before);
        QTest::keyClick(m_window.get(), Qt::Key_1, Qt::AltModifier);
        QCOMPARE(m_window->composer()->text(), u"/patch apply shop-03 shop-web"_s);
    }

    void everyNewViewIsPicturedInBothThemes()
    {
        for (const bool dark : {true, false}) {
            m_theme->setMode(dark ? ThemeMode::dark : ThemeMode::light);
            const QString end = dark ? u"-dark"_s : u"-light"_s;
            MainWindow window(*m_theme);
            fill(window);
            window.resize(1440, 900);
            window.show();
            window.showPage(Page::commands);
            window.commands()->showCommand(u"host.status"_s);
            QVERIFY(pictured(window, u"catalogue"_s + end) > 20);
            window.commands()->showCommand(u"ip.block"_s);
            QVERIFY(pictured(window, u"catalogue-change"_s + end) > 20);
            window.showPage(Page::rooms);
            window.composer()->setAnswering(domain::EntryId(u"e1"_s),
                                            u"Priya N.: Nobody on the release rota recognises this sign-in; does "
                                            "anybody of yours know 203.0.113.40, or shall we block it now?"_s);
            window.composer()->setText(u"that was the update at six"_s);
            QVERIFY(pictured(window, u"answering"_s + end) > 20);
            window.composer()->setAnswering({}, {});
            window.advice()->setAdvice(advice());
            QVERIFY(pictured(window, u"advice"_s + end) > 20);
            session::Advice tip{
                {}, u"Next:"_s, u"You can also say: what's going on with web-01"_s, advice().next, false};
            window.advice()->setAdvice(tip);
            QVERIFY(pictured(window, u"advice-tip"_s + end) > 20);
            window.showPage(Page::settings);
            QVERIFY(pictured(window, u"settings-tone"_s + end) > 15);
            OutputDialog output(*m_theme, u"Status of web-01"_s, QString(64, u'a'), &window);
            output.setOutput(
                u"{\"type\":\"fields\",\"rows\":[]}\n{\"type\":\"result\",\"summary\":\"web-01 is well\"}"_s);
            output.setAttribute(Qt::WA_DeleteOnClose, false);
            output.show();
            QVERIFY(pictured(output, u"raw-output"_s + end) > 10);
        }
    }

private:
    static session::Advice advice()
    {
        return {
            {},
            u"/host status web-01"_s,
            u"What a host looks like now\nOn: web-01 (over SSH at 192.0.2.10, owned by IT)\nIt only reads, so it runs at once and nobody has to agree."_s,
            {{u"/host logins web-01 since midnight"_s, u"Who signed in"_s},
             {u"/fix list web-01"_s, u"What fixes wait"_s}}};
    }
    template <class Widget> static Widget *with(QWidget *place, const std::function<bool(Widget *)> &fits)
    {
        for (Widget *each : place->findChildren<Widget *>())
            if (!each->isHidden() && fits(each))
                return each;
        return nullptr;
    }
    static QPushButton *button(QWidget *place, const QString &text)
    {
        return with<QPushButton>(place, [&](QPushButton *each) { return each->text() == text; });
    }
    static QPushButton *named(QWidget *place, const QString &name)
    {
        return with<QPushButton>(place, [&](QPushButton *each) { return each->accessibleName() == name; });
    }
    static bool shows(QWidget *place, const QString &words)
    {
        return with<QLabel>(place, [&](QLabel *each) { return each->text().contains(words); }) != nullptr;
    }

    void openWorkspace()
    {
        m_host = std::make_unique<PracticeHost>(u"shop-03"_s);
        if (!m_host->ok())
            QSKIP("no practice host can be made here");
        m_folder = std::make_unique<QTemporaryDir>();
        m_desk = std::make_unique<Desk>(m_folder->filePath(u"ada"_s), u"Ada Byron"_s, m_clock);
        QCOMPARE(m_desk->found(u"blue"_s, m_folder->filePath(u"room"_s)), QString());
        domain::Inventory inventory = m_desk->engine().book().workspace().inventory();
        inventory.hosts = {m_host->host()};
        QVERIFY(wait(session::publishInventory(m_desk->engine(), inventory)).has_value());
        QTRY_VERIFY(m_desk->engine().book().workspace().inventory().find(u"shop-03"_s));
        const domain::RoomId room = m_desk->room(u"security-ops"_s);
        m_workspace = std::make_unique<session::Workspace>(m_desk->takeEngine());
        m_presenter = std::make_unique<WindowPresenter>(*m_window, m_clock);
        m_presenter->setNotifying(false);
        m_presenter->show(*m_workspace);
        m_presenter->openRoom(room);
        m_window->show();
        QVERIFY(QTest::qWaitForWindowExposed(m_window.get()));
    }
    bool say(const QString &words)
    {
        return wait(m_workspace->talk().say(m_presenter->room()->room(), words)).has_value();
    }
    session::ConversationRow rowSaying(const QString &words) const
    {
        const auto *model = m_window->conversation()->model();
        for (int i = 0; i < model->size(); ++i)
            if (const auto *said = std::get_if<session::Words>(&model->row(i).content); said && said->text == words)
                return model->row(i);
        return {};
    }
    std::optional<session::OperationCard> newest() const
    {
        const auto &rows = m_window->models().conversation;
        for (int i = rows.size() - 1; i >= 0; --i)
            if (const auto *card = std::get_if<session::OperationCard>(&rows.row(i).content))
                return *card;
        return {};
    }
    int cards() const
    {
        int count = 0;
        const auto &rows = m_window->models().conversation;
        for (int i = 0; i < rows.size(); ++i)
            count += std::holds_alternative<session::OperationCard>(rows.row(i).content) ? 1 : 0;
        return count;
    }

    SystemClock m_clock;
    std::unique_ptr<Theme> m_theme;
    std::unique_ptr<PracticeHost> m_host;
    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<Desk> m_desk;
    std::unique_ptr<session::Workspace> m_workspace;
    std::unique_ptr<MainWindow> m_window;
    std::unique_ptr<WindowPresenter> m_presenter;
};

WARDROOM_TEST(TstTeaching)
#include "tst_teaching.moc"
