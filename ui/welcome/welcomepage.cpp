// SPDX-FileCopyrightText: 2026 The Wardroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/welcome/welcomepage.h"

#include "ui/theme/pieces.h"

#include <QComboBox>
#include <QLineEdit>
#include <QProgressBar>

namespace wardroom::ui {

using namespace Qt::StringLiterals;

WelcomePage::WelcomePage(const Theme &theme, QWidget *parent) : QWidget(parent), m_theme(theme)
{
    auto *outer = new QVBoxLayout(this);
    setMargins(outer, 40, 24, 40, 24, 0);
    outer->addStretch(2);
    auto *box = new QWidget;
    box->setFixedWidth(theme.px(860));
    auto *column = new QVBoxLayout(box);
    setMargins(column, 0, 0, 0, 0, 10);
    outer->addWidget(box, 0, Qt::AlignHCenter);
    outer->addStretch(3);
    column->addWidget(makeLabel(tr("Welcome to Wardroom"), "figure"));
    column->addWidget(makeText(
        tr("Alerts, questions, decisions and fixes in one conversation, and a record of it that proves itself."),
        "muted"));
    auto *who = new QHBoxLayout;
    setMargins(who, 0, 14, 0, 10, 12);
    m_name = new QLineEdit;
    m_name->setAccessibleName(tr("Your name"));
    m_name->setPlaceholderText(tr("Your name, as colleagues know you"));
    m_name->setMaxLength(80);
    m_name->setFixedWidth(theme.px(360));
    who->addWidget(makeLabel(tr("You are"), "strong"));
    who->addWidget(m_name);
    who->addStretch();
    column->addLayout(who);
    column->addLayout(makeWays());
    column->addLayout(makeJoin());
    m_back = makeButton({}, "link");
    m_back->hide();
    connect(m_back, &QPushButton::clicked, this, &WelcomePage::backWanted);
    column->addWidget(m_back, 0, Qt::AlignLeft);
    m_busy = new QProgressBar;
    m_busy->setRange(0, 0);
    m_busy->setTextVisible(false);
    m_busy->hide();
    column->addWidget(m_busy);
    m_state = makeText({}, "muted");
    m_state->setMinimumHeight(theme.px(20));
    column->addWidget(m_state);
}

QLayout *WelcomePage::makeWays()
{
    auto *ways = new QHBoxLayout;
    setMargins(ways, 0, 0, 0, 0, 14);
    QWidget *practise =
        makeChoice(u"practise"_s, tr("Practise"), tr("A drill on a throw-away host: nothing of yours is touched."),
                   tr("Start the drill"), "primary");
    addDrillChoice(practise);
    QWidget *here = makeChoice(
        u"machine"_s, tr("Work on this machine"),
        tr("A workspace in a folder. Colleagues on this machine join by invitation. Nothing to install, no account."),
        tr("Set it up"), "");
    QWidget *team = makeChoice(u"team"_s, tr("Connect a team"),
                               tr("The rooms of your Matrix server as the shared record: several desktops, phones, and "
                                  "a node that never sleeps."),
                               tr("Sign in"), "");
    for (QWidget *way : {practise, here, team})
        ways->addWidget(way, 1);
    m_choices << practise << here << team;
    connect(team->findChild<QPushButton *>(), &QPushButton::clicked, this, [this] {
        if (named())
            Q_EMIT connectWanted(personName());
    });
    connect(practise->findChild<QPushButton *>(), &QPushButton::clicked, this, [this] {
        if (named())
            Q_EMIT practiseWanted(personName(), m_drill->currentData().toString());
    });
    connect(here->findChild<QPushButton *>(), &QPushButton::clicked, this, [this] {
        if (named())
            Q_EMIT workHereWanted(personName());
    });
    return ways;
}

//! Which drill, between the words and the button; what it is about takes the place of the words.
void WelcomePage::addDrillChoice(QWidget *card)
{
    m_drill = new QComboBox;
    m_drill->setAccessibleName(tr("Which drill"));
    m_drill->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    m_drill->setMinimumContentsLength(12); // the cards stay equally wide, whatever a drill is called
    m_drillWords = card->findChildren<QLabel *>().last();
    m_drillWords->setMinimumHeight(m_theme.px(124)); // seven lines, the longest of the shipped drills
    auto *column = qobject_cast<QVBoxLayout *>(card->layout());
    column->insertWidget(column->count() - 1, m_drill);
    column->insertSpacing(column->count() - 1, 4);
    connect(m_drill, &QComboBox::currentIndexChanged, this, [this](int index) {
        const QString words = m_drill->itemData(index, Qt::UserRole + 1).toString();
        m_drillWords->setText(words);
        m_drill->setAccessibleDescription(words);
    });
}

void WelcomePage::setDrills(const QList<DrillChoice> &drills)
{
    m_drill->clear();
    for (const DrillChoice &drill : drills) {
        m_drill->addItem(tr("%1 · %2 min").arg(drill.title).arg(drill.minutes), drill.name);
        m_drill->setItemData(m_drill->count() - 1, drill.summary + u' ' + tr("Nothing of yours is touched."),
                             Qt::UserRole + 1);
    }
    m_drill->setCurrentIndex(-1);
    m_drill->setCurrentIndex(drills.isEmpty() ? -1 : 0);
}

QLayout *WelcomePage::makeJoin()
{
    auto *join = new QHBoxLayout;
    setMargins(join, 0, 12, 0, 0, 10);
    m_invitation = new QLineEdit;
    m_invitation->setPlaceholderText(tr("Invited? Paste the invitation here"));
    m_invitation->setAccessibleName(tr("Invitation"));
    auto *go = makeButton(tr("Join"));
    join->addWidget(m_invitation, 1);
    join->addWidget(go);
    m_choices << go << m_invitation;
    setTabOrder(m_name, m_choices.first()->findChild<QPushButton *>());
    const auto joinNow = [this] {
        if (m_invitation->text().trimmed().isEmpty())
            setProblem(tr("Paste the invitation first. Whoever invited you has it."));
        else if (named())
            Q_EMIT joinWanted(personName(), m_invitation->text().trimmed());
    };
    connect(go, &QPushButton::clicked, this, joinNow);
    connect(m_invitation, &QLineEdit::returnPressed, this, joinNow);
    return join;
}

QWidget *WelcomePage::makeChoice(const QString &icon, const QString &title, const QString &text, const QString &go,
                                 const char *look)
{
    auto *card = makeFrame("card");
    auto *column = new QVBoxLayout(card);
    setMargins(column, 18, 18, 18, 16, 8);
    auto *picture = new QLabel;
    const auto tint = [this, picture, icon] {
        picture->setPixmap(m_theme.pixmap(icon, m_theme.tokens().accent, m_theme.px(26), devicePixelRatioF()));
    };
    connect(&m_theme, &Theme::changed, picture, tint);
    tint();
    column->addWidget(picture);
    column->addWidget(makeLabel(title, "heading"));
    QLabel *words = makeLabel(text, "muted");
    words->setWordWrap(true);
    words->setAlignment(Qt::AlignTop | Qt::AlignLeft);
    words->setMinimumHeight(m_theme.px(76)); // four lines: layouts give wrapping labels too little
    column->addWidget(words, 1);
    column->addSpacing(6);
    column->addWidget(makeButton(go, look), 0, Qt::AlignLeft);
    return card;
}

void WelcomePage::focusFirst()
{
    (personName().isEmpty() ? static_cast<QWidget *>(m_name) : m_choices.first()->findChild<QPushButton *>())
        ->setFocus(Qt::OtherFocusReason);
}

void WelcomePage::setBack(const QString &workspace)
{
    m_back->setText(tr("‹ Back to %1").arg(workspace));
    m_back->setVisible(!workspace.isEmpty());
}

void WelcomePage::setPersonName(const QString &name)
{
    m_name->setText(name);
}

QString WelcomePage::personName() const
{
    return m_name->text().trimmed();
}

bool WelcomePage::named()
{
    if (!personName().isEmpty())
        return true;
    setProblem(tr("Write your name first: it stands beside everything you do."));
    m_name->setFocus();
    return false;
}

void WelcomePage::setBusy(const QString &doing)
{
    m_busy->setVisible(!doing.isEmpty());
    m_state->setText(doing);
    setLook(m_state, "muted");
    for (QWidget *choice : std::as_const(m_choices))
        choice->setEnabled(doing.isEmpty());
}

void WelcomePage::setProblem(const QString &sentence)
{
    setBusy({});
    m_state->setText(sentence);
    setLook(m_state, "problem");
}

} // namespace wardroom::ui
