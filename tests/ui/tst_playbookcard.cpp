// SPDX-FileCopyrightText: 2026 The Wardroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "fixture.h"
#include "support/testmain.h"

#include "session/playbookcards.h"
#include "ui/conversation/conversationview.h"

#include <QAccessible>
#include <QDir>
#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace wardroom;
using namespace wardroom::test;
using namespace wardroom::ui;
using session::PlaybookLook;
using session::PlaybookStepLook;

namespace {

session::PlaybookCard asking()
{
    session::PlaybookCard card;
    card.run = session::FactId(u"run"_s);
    card.title = u"Contain malware on a host"_s;
    card.byline = u"malware-containment 1.0.0 · started by Mei Lin · published by Priya N."_s;
    card.status = u"5 of 9 steps"_s;
    card.look = PlaybookLook::asking;
    card.steps = {
        {u"How the host is"_s, u"web-01 · ports 80, 443 · 3 findings"_s, PlaybookStepLook::done, {}, false},
        {u"What the file is"_s,
         u"/tmp/evil.bin · SHA-256 275a021bbfb6489e54d471899f7db9d1663fc695ec2fe2a2c4538aabf651fd0f"_s,
         PlaybookStepLook::done,
         {},
         false},
        {u"Whether its hash was seen before"_s, {}, PlaybookStepLook::skipped, {}, false},
        {u"What the scanner says"_s, u"no scanner on this host"_s, PlaybookStepLook::failed, {}, false},
        {u"Quarantine the file"_s, u"waits for IT"_s, PlaybookStepLook::approval, session::OpId(u"op"_s), true},
        {u"Decide on the host"_s, {}, PlaybookStepLook::asking, {}, false},
        {u"Let services come back"_s, u"until 02:20 UTC"_s, PlaybookStepLook::waiting, {}, false},
        {u"Isolate the host"_s, {}, PlaybookStepLook::running, {}, false},
        {u"How the host is now"_s, {}, PlaybookStepLook::ahead, {}, false}};
    card.questionFact = session::FactId(u"question"_s);
    card.question = u"Cut the host off from the network? The responder's own way in is kept."_s;
    card.asked = u"Decides: IT · until 02:31 UTC"_s;
    card.choices = {{u"isolate"_s, u"Isolate it"_s}, {u"leave"_s, u"Leave it connected"_s}};
    card.canChoose = true;
    card.canStop = true;
    return card;
}

session::ConversationRow rowOf(const session::PlaybookCard &card, const QString &key = u"p"_s)
{
    session::ConversationRow row = message(key, u"Wardroom bot"_s, at(2, 1), {});
    row.authorKind = session::AuthorKind::bot;
    row.content = card;
    return row;
}

} // namespace

class TstPlaybookCard : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { make(); }

    void everyStepHasItsWordsAndItsStateInWords()
    {
        m_model->setRows({rowOf(asking())});
        const QString all = texts();
        for (const session::PlaybookStepLine &step : asking().steps) {
            QVERIFY2(all.contains(step.title), qPrintable(step.title));
            QVERIFY2(all.contains(session::playbookStepWords(step.look)), qPrintable(step.title));
        }
        const QString spoken = m_view->textOf(0);
        for (const QString &words :
             {u"Quarantine the file, waits for approval"_s, u"What the scanner says, failed"_s, u"Cut the host off"_s})
            QVERIFY2(spoken.contains(words), qPrintable(spoken));
    }

    void theDecisionIsAButtonEachAndAScreenReaderPressesIt()
    {
        m_model->setRows({rowOf(asking())});
        QAccessibleInterface *list = QAccessible::queryAccessibleInterface(m_view.get());
        QAccessibleInterface *row = list->child(0);
        QStringList names;
        for (int i = 0; i < row->childCount(); ++i)
            names << row->child(i)->text(QAccessible::Name);
        QCOMPARE(names, (QStringList{u"Isolate it"_s, u"Leave it connected"_s, u"Review and decide…"_s,
                                     u"Stop the playbook…"_s}));
        QSignalSpy wanted(m_view.get(), &ConversationView::actionWanted);
        row->child(1)->actionInterface()->doAction(QAccessibleActionInterface::pressAction());
        QCOMPARE(wanted.size(), 1);
        QCOMPARE(wanted.first().at(1).value<RowAction>(), RowAction::choose1);
    }

    void whoMayNotDecideSeesTheQuestionWithoutButtons()
    {
        session::PlaybookCard card = asking();
        card.canChoose = card.canStop = false;
        card.steps[4].canDecide = false;
        m_model->setRows({rowOf(card)});
        QVERIFY(texts().contains(card.question));
        QCOMPARE(m_view->visibleRows().first().layout->actions.size(), 0);
    }

    void foreignTextIsShownPlainly()
    {
        const QString evil = u"\u202E<b>bold</b>"_s;
        session::PlaybookCard card = asking();
        card.title = card.status = card.question = card.asked = evil;
        for (session::PlaybookStepLine &step : card.steps)
            step.title = step.note = evil;
        m_model->setRows({rowOf(card)});
        QVERIFY(!texts().contains(QChar(0x202E)));
        QVERIFY(texts().count(u"<b>bold</b>"_s) >= 20);
    }

    void itLooksRightLightAndDarkWideAndNarrow()
    {
        session::PlaybookCard done = asking();
        done.look = PlaybookLook::done;
        done.status = u"went through"_s;
        done.questionFact = {};
        done.canStop = false;
        for (const bool dark : {false, true})
            for (const int width : {1000, 420}) {
                make(dark);
                m_model->setRows({rowOf(asking()), rowOf(done, u"q"_s)});
                m_view->resize(width, 1100);
                const QImage picture = m_view->grab().toImage();
                QVERIFY(!picture.isNull());
                QVERIFY(texts().contains(asking().question));
                const int right = m_view->viewport()->width();
                for (const auto &row : m_view->visibleRows())
                    for (const ActionSpot &spot : row.layout->actions)
                        QVERIFY2(spot.rect.right() < right, qPrintable(spot.label));
                if (const QString folder = qEnvironmentVariable("WARDROOM_PICTURES"); !folder.isEmpty())
                    picture.save(
                        QDir(folder).filePath(u"playbook-%1-%2.png"_s.arg(dark ? u"dark"_s : u"light"_s).arg(width)));
            }
    }

private:
    void make(bool dark = false)
    {
        m_view.reset();
        m_theme = std::make_unique<Theme>();
        m_theme->setMode(dark ? ThemeMode::dark : ThemeMode::light);
        m_model = std::make_unique<models::ConversationModel>();
        m_view = std::make_unique<ConversationView>(*m_theme);
        m_view->setNow(at(12, 0));
        m_view->setModel(m_model.get());
        m_view->resize(1000, 1100);
        m_view->show();
        QVERIFY(QTest::qWaitForWindowExposed(m_view.get()));
    }

    QString texts()
    {
        QStringList all;
        for (const auto &row : m_view->visibleRows())
            for (const RowItem &item : row.layout->items)
                if (const auto *text = std::get_if<TextItem>(&item))
                    all << text->layout->text();
        return all.join(u'\n');
    }

    std::unique_ptr<Theme> m_theme;
    std::unique_ptr<models::ConversationModel> m_model;
    std::unique_ptr<ConversationView> m_view;
};

WARDROOM_TEST(TstPlaybookCard)
#include "tst_playbookcard.moc"
