// SPDX-FileCopyrightText: 2026 The Wardroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/timeline/detailpane.h"

#include "base/filename.h"
#include "ui/rooms/twolinedelegate.h"
#include "ui/theme/pieces.h"
#include "ui/timeline/clockcards.h"
#include "ui/timeline/timelinepage.h"

#include <QBoxLayout>
#include <QLineEdit>
#include <QListView>
#include <QLocale>
#include <QStackedWidget>
#include <QTabBar>

namespace wardroom::ui {

using namespace Qt::StringLiterals;

DetailPane::DetailPane(const Theme &theme, models::TimelineModel *timeline, models::TasksModel *tasks,
                       models::PeopleModel *people, QWidget *parent)
    : QWidget(parent)
    , m_theme(theme)
    , m_tasks(tasks)
{
    setProperty("panel", u"true"_s);
    setAttribute(Qt::WA_StyledBackground);
    auto *column = new QVBoxLayout(this);
    setMargins(column, 0, 0, 0, 0, 0);
    m_tabs = new QTabBar;
    m_tabs->setDrawBase(false);
    m_tabs->setExpanding(false);
    m_tabs->setUsesScrollButtons(true);
    m_tabs->setAccessibleName(tr("About this room"));
    auto *head = makeFrame("bottom");
    auto *row = new QHBoxLayout(head);
    setMargins(row, 10, 0, 4, 0, 0);
    row->addWidget(m_tabs);
    row->addStretch();
    column->addWidget(head);
    m_stack = new QStackedWidget;
    m_timeline = new TimelinePage(theme, timeline);
    m_clocks = new ClockCards(theme);
    auto *first = new QWidget;
    auto *stacked = new QVBoxLayout(first);
    setMargins(stacked, 0, 0, 0, 0, 0);
    stacked->addWidget(m_clocks);
    stacked->addWidget(m_timeline, 1);
    m_stack->addWidget(first);
    QWidget *bot = listPage(&m_commands, tr("Commands of the bot"), tr("No commands are installed."));
    auto *commands = bot->findChild<QListView *>();
    commands->setItemDelegate(new TwoLineDelegate(theme, Qt::DisplayRole, Qt::UserRole, commands));
    connect(commands, &QListView::activated, this,
            [this](const QModelIndex &index) { Q_EMIT commandChosen(index.data(Qt::UserRole + 1).toString()); });
    connect(commands, &QListView::clicked, this,
            [this](const QModelIndex &index) { Q_EMIT commandChosen(index.data(Qt::UserRole + 1).toString()); });
    m_stack->addWidget(bot);
    m_stack->addWidget(makeTasks(tasks));
    m_stack->addWidget(makeEvidence());
    m_stack->addWidget(makePeople(people));
    for (int i = 0; i < m_stack->count(); ++i)
        m_tabs->addTab(QString());
    connect(m_tabs, &QTabBar::currentChanged, m_stack, &QStackedWidget::setCurrentIndex);
    connect(m_tabs, &QTabBar::currentChanged, this, &DetailPane::tabChosen);
    for (const QAbstractItemModel *model :
         {static_cast<QAbstractItemModel *>(tasks), static_cast<QAbstractItemModel *>(&m_evidence)}) {
        connect(model, &QAbstractItemModel::modelReset, this, &DetailPane::refreshTabs);
        connect(model, &QAbstractItemModel::dataChanged, this, &DetailPane::refreshTabs);
    }
    column->addWidget(m_stack, 1);
    column->addWidget(makeFooter());
    refreshTabs();
}

QWidget *DetailPane::listPage(QAbstractItemModel *model, const QString &name, const QString &empty)
{
    auto *page = new QWidget;
    auto *column = new QVBoxLayout(page);
    setMargins(column, 0, 8, 0, 0, 0);
    auto *list = new QListView;
    list->setModel(model);
    list->setAccessibleName(name);
    list->setSpacing(3);
    list->setWordWrap(true);
    list->setEditTriggers(QAbstractItemView::NoEditTriggers);
    list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    list->setContentsMargins(8, 0, 8, 0);
    list->setStyleSheet(u"QListView { padding: 0 8px; }"_s);
    auto *none = makeLabel(empty, "muted");
    none->setWordWrap(true);
    none->setAlignment(Qt::AlignHCenter | Qt::AlignTop);
    none->setContentsMargins(20, 24, 20, 0);
    column->addWidget(list, 1);
    column->addWidget(none, 1);
    const auto refresh = [model, list, none] {
        list->setVisible(model->rowCount() > 0);
        none->setVisible(model->rowCount() == 0);
    };
    connect(model, &QAbstractItemModel::modelReset, list, refresh);
    connect(model, &QAbstractItemModel::rowsInserted, list, refresh);
    connect(model, &QAbstractItemModel::rowsRemoved, list, refresh);
    refresh();
    return page;
}

QWidget *DetailPane::makeTasks(models::TasksModel *tasks)
{
    QWidget *page = listPage(tasks, tr("Tasks"), tr("No tasks yet. Write one below to hand it over."));
    m_newTask = new QLineEdit;
    m_newTask->setPlaceholderText(tr("New task"));
    m_newTask->setAccessibleName(tr("New task"));
    m_newTask->setMaxLength(300);
    auto *row = new QHBoxLayout;
    setMargins(row, 14, 8, 14, 10, 8);
    row->addWidget(m_newTask, 1);
    auto *add = makeButton(tr("Add"));
    add->setAccessibleName(tr("Add task"));
    row->addWidget(add);
    static_cast<QVBoxLayout *>(page->layout())->addLayout(row);
    const auto send = [this] {
        const QString title = m_newTask->text().trimmed();
        if (title.isEmpty())
            return;
        m_newTask->clear();
        Q_EMIT taskWanted(title);
    };
    connect(add, &QPushButton::clicked, this, send);
    connect(m_newTask, &QLineEdit::returnPressed, this, send);
    return page;
}

QWidget *DetailPane::makeEvidence()
{
    QWidget *page =
        listPage(&m_evidence, tr("Evidence"),
                 tr("No evidence has been added. Attach a file to the conversation and it is kept by its hash."));
    auto *list = page->findChild<QListView *>();
    m_evidenceList = list;
    list->setItemDelegate(new TwoLineDelegate(m_theme, Qt::DisplayRole, Qt::UserRole, list));
    auto *row = new QHBoxLayout;
    setMargins(row, 14, 8, 14, 10, 8);
    auto *save = makeButton(tr("Save as…"));
    save->setAccessibleName(tr("Save the chosen evidence"));
    auto *open = makeButton(tr("Open…"));
    open->setAccessibleName(tr("Open the chosen evidence"));
    row->addWidget(save);
    row->addWidget(open);
    row->addStretch();
    static_cast<QVBoxLayout *>(page->layout())->addLayout(row);
    const auto refresh = [this, list, save, open] {
        const QModelIndex now = list->currentIndex();
        save->setVisible(m_evidence.rowCount() > 0);
        open->setVisible(m_evidence.rowCount() > 0);
        save->setEnabled(now.isValid());
        open->setEnabled(now.isValid() && mayBeShown(now.data().toString()));
    };
    connect(list->selectionModel(), &QItemSelectionModel::currentChanged, page, refresh);
    connect(&m_evidence, &QAbstractItemModel::rowsInserted, page, refresh);
    connect(&m_evidence, &QAbstractItemModel::modelReset, page, refresh);
    const auto want = [this, list](bool opened) {
        if (list->currentIndex().isValid())
            Q_EMIT evidenceActionWanted(list->currentIndex().row(), opened);
    };
    connect(save, &QPushButton::clicked, this, [want] { want(false); });
    connect(open, &QPushButton::clicked, this, [want] { want(true); });
    connect(list, &QListView::activated, this, [want] { want(false); });
    refresh();
    return page;
}

QWidget *DetailPane::makePeople(models::PeopleModel *people)
{
    QWidget *page = listPage(people, tr("People"), tr("Nobody is here yet."));
    auto *row = new QHBoxLayout;
    setMargins(row, 14, 8, 14, 10, 8);
    auto *invite = makeButton(tr("Invite a colleague…"));
    auto *add = makeButton(tr("Add to a room…"));
    row->addWidget(invite);
    row->addWidget(add);
    row->addStretch();
    auto *out = new QHBoxLayout;
    setMargins(out, 14, 8, 14, 10, 8);
    auto *remove = makeButton(tr("Take somebody out…"));
    out->addWidget(remove);
    out->addStretch();
    row->setContentsMargins(14, 8, 14, 0);
    static_cast<QVBoxLayout *>(page->layout())->addLayout(row);
    static_cast<QVBoxLayout *>(page->layout())->addLayout(out);
    const auto refresh = [people, remove] { remove->setVisible(people->rowCount() > 1); };
    connect(people, &QAbstractItemModel::modelReset, remove, refresh);
    refresh();
    connect(remove, &QPushButton::clicked, this, &DetailPane::removePersonWanted);
    connect(invite, &QPushButton::clicked, this, &DetailPane::inviteWanted);
    connect(add, &QPushButton::clicked, this, &DetailPane::addPersonWanted);
    return page;
}

QWidget *DetailPane::makeFooter()
{
    auto *foot = makeFrame("top");
    auto *row = new QHBoxLayout(foot);
    setMargins(row, 14, 8, 14, 8, 8);
    m_record = makeLabel({}, "small");
    m_record->setWordWrap(true);
    auto *out = makeButton(tr("Export…"));
    out->setAccessibleName(tr("Export the record"));
    connect(out, &QPushButton::clicked, this, &DetailPane::exportWanted);
    m_witnesses = makeButton({}, "link");
    m_witnesses->setToolTip(
        tr("Other desktops sign now and then what they have of this record. Is it the same as here?"));
    connect(m_witnesses, &QPushButton::clicked, this, &DetailPane::custodyWanted);
    row->addWidget(m_record, 1);
    row->addWidget(m_witnesses);
    row->addWidget(out);
    setWitnesses(0, 0);
    return foot;
}

void DetailPane::setWitnesses(qsizetype witnesses, qsizetype differing)
{
    m_witnesses->setVisible(witnesses > 0);
    m_witnesses->setText(differing > 0 ? tr("✗ %n differ…", nullptr, static_cast<int>(differing))
                                       : tr("%n witness(es)…", nullptr, static_cast<int>(witnesses)));
    m_witnesses->setAccessibleName(
        differing > 0
            ? tr("%n other Wardroom(s) have another past of this room", nullptr, static_cast<int>(differing))
            : tr("%n other Wardroom(s) have the same past of this room", nullptr, static_cast<int>(witnesses)));
}

void DetailPane::setRecord(const QString &sentence, bool intact)
{
    m_record->setAccessibleName(tr("The record: %1").arg(sentence));
    m_record->setText(sentence.isEmpty() ? QString() : (intact ? u"✓ "_s : u"✗ "_s) + sentence);
    setLook(m_record, intact ? "small" : "problem");
}

void DetailPane::setCatalogue(const QList<CompletionItem> &commands)
{
    m_commands.clear();
    for (const CompletionItem &command : commands) {
        auto *item = new QStandardItem(command.label);
        item->setData(command.hint, Qt::UserRole);
        item->setData(command.insert, Qt::UserRole + 1);
        m_commands.appendRow(item);
    }
}

void DetailPane::setEvidence(const QList<session::FileLine> &files)
{
    const auto looksTheSame = [](const session::FileLine &one, const session::FileLine &other) {
        return one.hash == other.hash && one.name == other.name && one.size == other.size;
    };
    if (std::equal(files.begin(), files.end(), m_files.begin(), m_files.end(), looksTheSame))
        return;
    const int chosen = m_evidenceList->currentIndex().row();
    const QString kept = chosen >= 0 && chosen < m_files.size() ? m_files.at(chosen).key() : QString();
    m_files = files;
    m_evidence.clear();
    for (const session::FileLine &file : files) {
        auto *item = new QStandardItem(file.name);
        const QString about = tr("%1 · sha256 %2").arg(QLocale().formattedDataSize(file.size, 1), file.hash.brief());
        item->setData(about, Qt::UserRole);
        item->setData(tr("%1, %2").arg(file.name, about), Qt::AccessibleTextRole);
        item->setToolTip(file.hash.hex());
        m_evidence.appendRow(item);
        if (file.key() == kept) // what was chosen stays chosen
            m_evidenceList->setCurrentIndex(item->index());
    }
    refreshTabs();
}

void DetailPane::setTasksAllowed(bool allowed)
{
    m_newTask->setEnabled(allowed);
    m_newTask->setPlaceholderText(allowed ? tr("New task") : tr("Tasks belong to incidents"));
}

void DetailPane::refreshTabs()
{
    const int tasks = m_tasks->rowCount(), evidence = m_evidence.rowCount();
    m_tabs->setTabText(0, tr("Timeline"));
    m_tabs->setTabText(1, tr("Bot"));
    m_tabs->setTabText(2, tasks > 0 ? tr("Tasks %1/%2").arg(m_tasks->done()).arg(tasks) : tr("Tasks"));
    m_tabs->setTabText(3, evidence > 0 ? tr("Evidence %1").arg(evidence) : tr("Evidence"));
    m_tabs->setTabText(4, tr("People"));
}

void DetailPane::focusTabs()
{
    m_tabs->setFocus(Qt::ShortcutFocusReason);
}

} // namespace wardroom::ui
