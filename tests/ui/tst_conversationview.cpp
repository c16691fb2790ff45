// SPDX-FileCopyrightText: 2026 The Wardroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "fixture.h"
#include "support/testmain.h"

#include "ui/conversation/conversationview.h"

#include <QAccessible>
#include <QClipboard>
#include <QScrollBar>
#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace wardroom;
using namespace wardroom::test;
using namespace wardroom::ui;

class TstConversationView : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_theme = std::make_unique<Theme>();
        m_model = std::make_unique<models::ConversationModel>();
        m_view = std::make_unique<ConversationView>(*m_theme);
        m_view->setNow(at(12, 0));
        m_view->setModel(m_model.get());
        m_view->resize(700, 500);
        m_view->show();
    }
    void cleanup()
    {
        m_view.reset();
        m_model.reset();
        m_theme.reset();
    }

    void tenThousandRowsLayOutOnlyWhatIsSeen()
    {
        m_model->setRows(manyMessages(0, 10'000));
        QCOMPARE(m_view->visibleRows().last().index, 9999);
        QVERIFY2(m_view->layoutsMade() < 40, qPrintable(QString::number(m_view->layoutsMade())));
        const int before = m_view->layoutsMade();
        m_view->showRow(5000);
        QVERIFY(m_view->layoutsMade() - before < 40);
        QVERIFY(!m_view->isAtBottom());
    }

    void nothingMovesWhenOlderRowsArrive()
    {
        m_model->setHasOlder(true);
        m_model->setRows(manyMessages(500, 100));
        m_view->showRow(50);
        const auto keyAndTop = [this] {
            const auto first = m_view->visibleRows().first();
            return std::pair(m_model->row(first.index).key, first.top);
        };
        const auto before = keyAndTop();
        m_model->prepend(manyMessages(400, 100));
        QCOMPARE(keyAndTop(), before);
        m_model->append(manyMessages(600, 30));
        QCOMPARE(keyAndTop(), before);
        QVERIFY(!m_view->isAtBottom());
    }

    void olderRowsAreFetchedNearTheTop()
    {
        m_model->setHasOlder(true);
        m_model->setRows(manyMessages(500, 100));
        QSignalSpy wanted(m_model.get(), &models::ConversationModel::olderWanted);
        QTest::qWait(20);
        QCOMPARE(wanted.size(), 0);
        QTest::keyClick(m_view.get(), Qt::Key_Home);
        QTRY_COMPARE(wanted.size(), 1);
    }

    void itSticksToTheBottomUntilSomebodyScrollsUp()
    {
        m_model->setRows(manyMessages(0, 100));
        QVERIFY(!m_view->visibleRows().isEmpty());
        m_model->append(manyMessages(100, 1));
        QCOMPARE(m_view->visibleRows().last().index, 100);
        QTest::keyClick(m_view.get(), Qt::Key_PageUp);
        QVERIFY(!m_view->isAtBottom());
        m_model->append(manyMessages(101, 1));
        QVERIFY(m_view->visibleRows().last().index < 101);
        QTest::keyClick(m_view.get(), Qt::Key_End);
        QVERIFY(m_view->isAtBottom());
        QCOMPARE(m_view->visibleRows().last().index, 101);
    }

    //! What waits goes and comes again whenever the outbox changes: by what it was once, nobody could try it again.
    void aRowThatComesBackRefusedOffersWhatCanBeDone()
    {
        m_model->setRows(manyMessages(0, 3));
        session::ConversationRow mine = message(u"outbox:1"_s, u"Priya N."_s, at(1, 36), u"Is anybody there?"_s);
        mine.send = store::SendState::queued;
        m_model->append({mine});
        QVERIFY(m_view->visibleRows().last().layout->actions.isEmpty());
        m_model->remove(3, 1);
        mine.send = store::SendState::failed;
        m_model->append({mine});
        QCOMPARE(m_view->visibleRows().last().layout->actions.size(), 2);
        QCOMPARE(m_view->visibleRows().last().layout->actions.first().action, RowAction::retry);
    }

    void theScrollBarReachesBothEnds()
    {
        m_model->setRows(manyMessages(0, 300));
        m_view->visibleRows();
        QScrollBar *bar = m_view->verticalScrollBar();
        bar->setValue(0);
        QCOMPARE(m_view->visibleRows().first().index, 0);
        QCOMPARE(m_view->visibleRows().first().top, 0);
        bar->setValue(bar->maximum());
        QVERIFY(m_view->isAtBottom());
    }

    void aButtonOfACardThatIsCutOffAtTheBottomIsPressedByOneClick()
    {
        QList<session::ConversationRow> rows = manyMessages(0, 60);
        rows[30] = someConversation().first();
        m_model->setRows(rows);
        m_view->showRow(30);
        const auto top = [this] {
            for (const auto &row : m_view->visibleRows())
                if (row.index == 30)
                    return row.top;
            return -1;
        };
        const int button = m_view->actionRect(30, RowAction::openIncident).bottom() - top();
        m_view->resize(700, button * 3 / 2 + 8); // a row that is shown begins at a third
        m_view->showRow(30);
        const QRect spot = m_view->actionRect(30, RowAction::openIncident);
        const int before = top();
        QVERIFY(m_view->viewport()->rect().contains(spot.center()));
        QVERIFY(before + m_view->visibleRows().last().layout->height > m_view->viewport()->height());
        QSignalSpy pressed(m_view.get(), &ConversationView::actionWanted);
        QTest::mouseClick(m_view->viewport(), Qt::LeftButton, {}, spot.center());
        QCOMPARE(top(), before);
        QCOMPARE(pressed.size(), 1);
        QCOMPARE(m_view->currentRow(), 30);
    }

    void anAlertCardCountsUpInPlace()
    {
        session::ConversationRow row = someConversation().first();
        m_model->setRows({row});
        const QImage before = m_view->grab().toImage();
        QSignalSpy inserted(m_model.get(), &QAbstractItemModel::rowsInserted);
        session::AlertCard card = someAlert();
        card.count = 500;
        row.content = card;
        m_model->change(0, row);
        QTest::qWait(10);
        QVERIFY(m_view->grab().toImage() != before);
        QCOMPARE(inserted.size(), 0);
        QCOMPARE(m_view->visibleRows().size(), 1);
        QVERIFY(texts().contains(u"×500"_s));
    }

    void whatAnAnswerLeftOutIsDrawnAndSpoken()
    {
        session::OperationCard card;
        card.op = session::OpId(u"op9"_s);
        card.title = u"Search the logs of web-01"_s;
        card.risk = domain::Risk::read;
        card.look = session::OperationLook::done;
        card.summary = u"“needle” on web-01 · lines: 731, shown: the last 200"_s;
        card.notes = {u"Not everything was searched: the limit of time or size was reached."_s,
                      u"Could not be read: var/log/torn.gz"_s};
        session::TableBlock table{{u"File"_s, u"Line"_s}, {}, 531};
        for (int i = 0; i < 200; ++i)
            table.rows.append({u"var/log/found.log"_s, QString::number(i)});
        session::TableBlock wide;
        for (int i = 0; i < 14; ++i)
            wide.columns << u"column %1"_s.arg(i);
        card.tables = {table, wide};
        for (int i = 0; i < 45; ++i)
            card.fields.append({u"Field %1"_s.arg(i), u"value"_s, u"normal"_s, {}});
        card.moreFields = 7;
        session::ConversationRow row = message(u"a"_s, u"Wardroom bot"_s, at(1, 0), {});
        row.content = card;
        m_model->setRows({row});
        const QString drawn = texts();
        QVERIFY(drawn.contains(card.summary) && drawn.contains(card.notes.first()) &&
                drawn.contains(card.notes.last()));
        QVERIFY(drawn.contains(u"671 more rows in the raw output"_s)); // 60 of 731 are drawn
        QVERIFY(drawn.contains(u"12 more values in the raw output"_s));
        QVERIFY(drawn.contains(u"A table of 14 columns: see the raw output"_s));
        const QString spoken = models::ConversationModel::spoken(row);
        for (const QString &part : QStringList{u"531 more rows"_s, u"7 more values"_s, card.summary} + card.notes)
            QVERIFY2(spoken.contains(part), qPrintable(part));
    }

    void whatAnAlertIsAboutIsSpoken()
    {
        session::ConversationRow row = message(u"a"_s, u"crowdsec"_s, at(1, 0), {});
        session::AlertCard alert = someAlert();
        alert.target = u"web-01"_s;
        row.content = alert;
        QVERIFY(models::ConversationModel::spoken(row).contains(u"web-01"_s));
    }

    void buttonsInCardsArePressedByKeyboardAndMouse()
    {
        m_model->setRows({someConversation().first()});
        QSignalSpy wanted(m_view.get(), &ConversationView::actionWanted);
        m_view->setFocus();
        QTest::keyClick(m_view.get(), Qt::Key_Down);
        QTest::keyClick(m_view.get(), Qt::Key_Tab);
        QTest::keyClick(m_view.get(), Qt::Key_Tab);
        QTest::keyClick(m_view.get(), Qt::Key_Return);
        QCOMPARE(wanted.size(), 1);
        QCOMPARE(wanted.at(0).at(1).value<RowAction>(), RowAction::acknowledge);
        const QRect button = m_view->actionRect(0, RowAction::openIncident);
        QVERIFY(!button.isNull());
        QTest::mouseClick(m_view->viewport(), Qt::LeftButton, {}, button.center());
        QCOMPARE(wanted.size(), 2);
        QCOMPARE(wanted.at(1).at(1).value<RowAction>(), RowAction::openIncident);
        QTest::mouseClick(m_view->viewport(), Qt::LeftButton, {}, QPoint(5, 5));
        QCOMPARE(wanted.size(), 2);
    }

    void markupInEveryTextIsShownLiterally()
    {
        const QString evil = u"<b>bold</b><img src=x>\u202Etxt"_s;
        session::AlertCard alert = someAlert();
        alert.title = alert.detail = alert.target = alert.standing = evil;
        session::ConversationRow first = message(u"a"_s, evil, at(1, 0), evil);
        first.content = alert;
        session::OperationCard card = someRun();
        card.title = card.status = card.byline = card.summary = evil;
        card.logTail = {evil};
        card.fields = {{evil, evil, u"normal"_s, evil}};
        card.tables = {{{evil}, {{evil}}}};
        session::ConversationRow second = message(u"b"_s, evil, at(1, 1), evil);
        second.content = card;
        m_view->resize(1400, 2400);
        m_model->setRows({first, second, message(u"c"_s, evil, at(1, 2), evil)});
        const QString all = texts();
        QVERIFY(all.count(u"<b>bold</b>"_s) >= 12);
        QVERIFY(!all.contains(QChar(0x202E)));
    }

    void rowsAreCopiedAsText()
    {
        m_model->setRows(manyMessages(1, 5));
        m_view->setFocus();
        QTest::keyClick(m_view.get(), Qt::Key_Down);
        QTest::keyClick(m_view.get(), Qt::Key_Up, Qt::ShiftModifier);
        QTest::keySequence(m_view.get(), QKeySequence::Copy);
        const QString copied = QGuiApplication::clipboard()->text();
        QVERIFY2(copied.contains(u"Message 4"_s) && copied.contains(u"Message 5"_s) && !copied.contains(u"Message 3"_s),
                 qPrintable(copied));
    }

    void aScreenReaderSeesTheRowsAndTheirButtons()
    {
        m_model->setRows(someConversation());
        QAccessibleInterface *list = QAccessible::queryAccessibleInterface(m_view.get());
        QVERIFY(list);
        QCOMPARE(list->role(), QAccessible::List);
        QCOMPARE(list->childCount(), static_cast<int>(m_view->visibleRows().size()));
        QAccessibleInterface *row = list->child(list->childCount() - 1);
        QVERIFY(row->text(QAccessible::Name).contains(u"Patch nginx"_s));
        QVERIFY(row->text(QAccessible::Description).contains(u"5"_s));
        QCOMPARE(list->indexOfChild(row), list->childCount() - 1);
        QAccessibleInterface *alert = list->child(0);
        QVERIFY(alert->childCount() >= 3);
        QSignalSpy wanted(m_view.get(), &ConversationView::actionWanted);
        QCOMPARE(alert->child(1)->role(), QAccessible::Button);
        alert->child(1)->actionInterface()->doAction(QAccessibleActionInterface::pressAction());
        QCOMPARE(wanted.size(), 1);
    }

private:
    //! Every text that is laid out in what is seen.
    QString texts()
    {
        QStringList all;
        for (const auto &row : m_view->visibleRows()) {
            for (const RowItem &item : row.layout->items)
                if (const auto *text = std::get_if<TextItem>(&item))
                    all << text->layout->text();
        }
        return all.join(u'\n');
    }

    std::unique_ptr<Theme> m_theme;
    std::unique_ptr<models::ConversationModel> m_model;
    std::unique_ptr<ConversationView> m_view;
};

WARDROOM_TEST(TstConversationView)
#include "tst_conversationview.moc"
