// SPDX-FileCopyrightText: 2026 The Wardroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/catalogue/cataloguepage.h"

#include "models/times.h"
#include "ui/catalogue/cataloguedelegate.h"
#include "ui/settings/policypanel.h"
#include "ui/theme/badges.h"
#include "ui/theme/pieces.h"

#include <QButtonGroup>
#include <QDateTime>
#include <QLineEdit>
#include <QListView>
#include <QScrollArea>
#include <QTimer>

namespace wardroom::ui {

using namespace Qt::StringLiterals;
using models::CatalogueModel;

CataloguePage::CataloguePage(const Theme &theme, CatalogueModel *model, QWidget *parent)
    : PageFrame(
          tr("Commands"),
          tr("Type them with / in a room, or ask in plain words. Reading runs by itself; changing waits for approval."),
          parent)
    , m_theme(theme)
    , m_model(model)
    , m_search(new QLineEdit)
    , m_only(new QButtonGroup(this))
    , m_problems(makeText(QString(), "problem"))
    , m_list(new QListView)
    , m_nothing(makeText(QString(), "muted"))
    , m_side(makeFrame("card"))
{
    m_nothing->setText(tr("No command fits. Fewer words find more."));
    head()->addWidget(makeTools());
    m_problems->hide();
    head()->addWidget(m_problems);
    auto *both = new QWidget;
    auto *row = new QHBoxLayout(both);
    setMargins(row, 0, 0, 0, 24, 16);
    auto *left = new QVBoxLayout;
    setMargins(left, 0, 0, 0, 0, 6);
    m_list->setModel(model);
    m_list->setItemDelegate(new CatalogueDelegate(theme, m_list));
    m_list->setAccessibleName(tr("Commands"));
    m_list->setFixedWidth(theme.px(350));
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_list->setMouseTracking(true);
    left->addWidget(m_nothing);
    left->addWidget(m_list, 1);
    row->addLayout(left);
    auto *side = new QVBoxLayout(m_side);
    setMargins(side, 1, 1, 1, 1, 0);
    auto *scroll = new QScrollArea;
    scroll->setWidgetResizable(true);
    scroll->setFrameShape(QFrame::NoFrame);
    auto *inside = new QWidget;
    inside->setProperty("panel", u"none"_s);
    m_detail = new QVBoxLayout(inside);
    setMargins(m_detail, 20, 16, 20, 16, 6);
    scroll->setWidget(inside);
    scroll->viewport()->setAutoFillBackground(false);
    inside->setAutoFillBackground(false);
    side->addWidget(scroll);
    row->addWidget(m_side, 1);
    fill(both);
    connect(model, &QAbstractItemModel::modelReset, this, &CataloguePage::refill);
    connect(m_list->selectionModel(), &QItemSelectionModel::currentChanged, this, [this](const QModelIndex &now) {
        if (now.isValid())
            showLine(m_model->line(now.row()));
    });
    connect(m_list, &QListView::activated, this,
            [this](const QModelIndex &index) { Q_EMIT commandChosen(m_model->line(index.row()).insert); });
    connect(&theme, &Theme::changed, this, [this] { m_list->setFixedWidth(m_theme.px(350)); });
    refill();
}

QWidget *CataloguePage::makeTools()
{
    auto *tools = new QWidget;
    auto *row = new QHBoxLayout(tools);
    setMargins(row, 0, 0, 0, 0, 8);
    m_search->setPlaceholderText(tr("Search: block, sign-ins, patch…"));
    m_search->setAccessibleName(tr("Search the commands"));
    m_search->setClearButtonEnabled(true);
    m_search->setMaximumWidth(m_theme.px(350));
    row->addWidget(m_search, 1);
    const QList<std::pair<QString, CatalogueModel::Only>> all{{tr("All"), CatalogueModel::Only::all},
                                                              {tr("Reading"), CatalogueModel::Only::reading},
                                                              {tr("Changing"), CatalogueModel::Only::changing},
                                                              {tr("For me now"), CatalogueModel::Only::mine}};
    for (const auto &[words, only] : all) {
        auto *chip = makeButton(words, "chip");
        chip->setCheckable(true);
        chip->setChecked(only == CatalogueModel::Only::all);
        m_only->addButton(chip, static_cast<int>(only));
        row->addWidget(chip);
    }
    row->addStretch();
    connect(m_search, &QLineEdit::textChanged, this, &CataloguePage::narrow);
    connect(m_search, &QLineEdit::returnPressed, this, [this] { m_list->setFocus(Qt::TabFocusReason); });
    connect(m_only, &QButtonGroup::idClicked, this, &CataloguePage::narrow);
    return tools;
}

void CataloguePage::narrow()
{
    m_model->setFilter(m_search->text(), static_cast<CatalogueModel::Only>(m_only->checkedId()));
}

void CataloguePage::setProblems(const QStringList &problems)
{
    m_problems->setText(problems.join(u'\n'));
    m_problems->setVisible(!problems.isEmpty());
}

void CataloguePage::showCommand(const QString &id)
{
    if (m_model->rowOf(id) < 0) {
        m_only->button(static_cast<int>(CatalogueModel::Only::all))->setChecked(true);
        m_search->clear();
        narrow();
    }
    if (const int row = m_model->rowOf(id); row >= 0)
        m_list->setCurrentIndex(m_model->index(row));
}

//! The one that was looked at stays in front, with what is new about it.
void CataloguePage::refill()
{
    m_nothing->setVisible(m_model->rowCount() == 0);
    m_list->setVisible(m_model->rowCount() > 0);
    m_side->setVisible(m_model->rowCount() > 0);
    if (m_model->rowCount() == 0)
        return;
    const int row = std::max(0, m_model->rowOf(m_id));
    m_list->setCurrentIndex(m_model->index(row));
    showLine(m_model->line(row));
}

void CataloguePage::addSection(const QString &title, const QStringList &lines)
{
    QStringList shown = lines;
    shown.removeAll(QString());
    if (shown.isEmpty())
        return;
    m_detail->addSpacing(8);
    m_detail->addWidget(makeLabel(title, "section"));
    for (const QString &line : std::as_const(shown))
        m_detail->addWidget(makeText(line, ""));
}

void CataloguePage::addTry(const session::CommandLine &line)
{
    m_detail->addSpacing(8);
    m_detail->addWidget(makeLabel(tr("TRY IT"), "section"));
    QLabel *example = makeText(line.example, "");
    example->setFont(m_theme.font(Face::mono));
    m_detail->addWidget(example);
    auto *buttons = new QWidget;
    auto *row = new QHBoxLayout(buttons);
    setMargins(row, 0, 4, 0, 0, 8);
    const auto button = [&](const QString &words, const QString &name, const char *look, auto &&act) {
        auto *made = makeButton(words, look);
        made->setAccessibleName(name);
        connect(made, &QPushButton::clicked, this, act);
        row->addWidget(made);
    };
    const QString said = QString(line.id).replace(u'.', u' ');
    button(tr("Put into the message"), tr("Put %1 into the message").arg(said), line.usable ? "primary" : "",
           [this, text = line.example] { Q_EMIT commandChosen(text); });
    button(tr("Explain"), tr("Explain %1").arg(said), "", [this, text = line.example] { Q_EMIT explainWanted(text); });
    if (line.needsHost)
        button(tr("Try in practice"), tr("Try %1 in practice").arg(said), "",
               [this, text = line.practice, here = line.practisesHere] { Q_EMIT practiceWanted(text, here); });
    row->addStretch();
    m_detail->addWidget(buttons);
    for (const QString &more : line.more) {
        auto *other = makeButton(QString(more).replace(u'&', u"&&"_s), "flat");
        other->setAccessibleName(tr("Put into the message: %1").arg(more));
        other->setFont(m_theme.font(Face::mono));
        other->setStyleSheet(u"text-align: left;"_s);
        connect(other, &QPushButton::clicked, this, [this, more] { Q_EMIT commandChosen(more); });
        m_detail->addWidget(other, 0, Qt::AlignLeft);
    }
}

void CataloguePage::addRuns(const session::CommandLine &line)
{
    if (line.risk == domain::Risk::room || (line.asked == 0 && line.runs.isEmpty() && !line.usable))
        return;
    m_detail->addSpacing(8);
    m_detail->addWidget(makeLabel(tr("LAST RUNS"), "section"));
    if (line.asked == 0) {
        m_detail->addWidget(makeText(tr("Nobody has asked for it here yet."), "muted"));
        return;
    }
    const QString times =
        line.asked == 1 ? tr("Asked for once") : tr("Asked for %n times", nullptr, static_cast<int>(line.asked));
    m_detail->addWidget(makeText(tr("%1: %2 went well, %3 badly.").arg(times).arg(line.well).arg(line.badly), ""));
    const qint64 now = m_now > 0 ? m_now : QDateTime::currentMSecsSinceEpoch();
    for (const session::CommandRun &run : line.runs) {
        const QString mark = run.tone == u"green" ? u"✓ "_s : run.tone == u"red" ? u"✗ "_s : u"· "_s;
        const QString words =
            tr("%1 · %2 %3 · #%4")
                .arg(mark + run.how, models::dayText(run.at, now), models::clockText(run.at), run.where);
        auto *open = makeButton(QString(words).replace(u'&', u"&&"_s), "flat");
        open->setAccessibleName(tr("Go to the room: %1").arg(words));
        open->setStyleSheet(u"text-align: left; color: %1;"_s.arg(toneInk(run.tone, m_theme.tokens()).name()));
        connect(open, &QPushButton::clicked, this, [this, room = run.room] { Q_EMIT roomWanted(room); });
        m_detail->addWidget(open, 0, Qt::AlignLeft);
    }
}

void CataloguePage::showLine(const session::CommandLine &line)
{
    m_id = line.id;
    emptyLayout(m_detail);
    m_side->setAccessibleName(line.usage);
    auto *top = new QHBoxLayout;
    setMargins(top, 0, 0, 0, 0, 10);
    auto *badge = new BadgeLabel(m_theme);
    badge->setBadge(riskBadge(line.risk, m_theme.tokens()));
    badge->setAccessibleName(models::riskWord(line.risk));
    QLabel *usage = makeText(line.usage, "");
    usage->setFont(m_theme.font(Face::mono));
    top->addWidget(badge, 0, Qt::AlignTop);
    top->addWidget(usage, 1);
    m_detail->addLayout(top);
    m_detail->addWidget(makeText(line.summary, "cardtitle"));
    if (!line.help.isEmpty())
        m_detail->addWidget(makeText(line.help, "muted"));
    if (!line.danger.isEmpty()) {
        QFrame *warning = makeFrame("danger");
        auto *inside = new QVBoxLayout(warning);
        setMargins(inside, 12, 8, 12, 8, 0);
        inside->addWidget(makeText(tr("It can harm: %1").arg(line.danger), ""));
        m_detail->addWidget(warning);
    }
    addSection(tr("WHO MAY"), {tr("For you: %1").arg(line.who), line.readBack});
    addTry(line);
    addSection(tr("OR SAY IT LIKE"), line.phrases);
    addSection(tr("WHAT IT NEEDS"), line.arguments);
    addRuns(line);
    if (line.standing)
        addSection(tr("HOW FAR IT GOES BY ITSELF"),
                   {standingWords(*line.standing), evidenceWords(*line.standing), line.standing->note});
    addSection(tr("WHERE IT COMES FROM"), {line.plugin, line.vetting});
    m_detail->addStretch();
}

} // namespace wardroom::ui
