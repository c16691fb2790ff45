// SPDX-FileCopyrightText: 2026 The Wardroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/welcome/signinpage.h"

#include "ui/theme/pieces.h"

#include <QBoxLayout>
#include <QButtonGroup>
#include <QLineEdit>
#include <QProgressBar>
#include <QRadioButton>
#include <QRegularExpression>
#include <QScrollArea>

namespace wardroom::ui {

using namespace Qt::StringLiterals;

namespace {

//! Shown and hidden with its field.
QWidget *rowOf(const QLineEdit *field)
{
    return field->parentWidget();
}

} // namespace

SignInPage::SignInPage(const Theme &theme, QWidget *parent) : QWidget(parent), m_theme(theme)
{
    auto *outer = new QVBoxLayout(this);
    setMargins(outer, 0, 0, 0, 0, 0);
    auto *area = new QScrollArea;
    area->setWidgetResizable(true);
    area->setFrameShape(QFrame::NoFrame);
    auto *inside = new QWidget;
    inside->setProperty("panel", u"none"_s);
    area->setWidget(inside);
    outer->addWidget(area);
    auto *centre = new QVBoxLayout(inside);
    setMargins(centre, 40, 24, 40, 24, 0);
    centre->addStretch(2);
    auto *box = new QWidget;
    box->setFixedWidth(theme.px(620));
    auto *column = new QVBoxLayout(box);
    setMargins(column, 0, 0, 0, 0, 8);
    // Between stretches, not aligned: only so is the height of words that wrap known.
    auto *across = new QHBoxLayout;
    setMargins(across, 0, 0, 0, 0, 0);
    across->addStretch();
    across->addWidget(box);
    across->addStretch();
    centre->addLayout(across);
    centre->addStretch(3);
    column->addWidget(makeLabel(tr("Connect a team"), "figure"));
    column->addWidget(makeText(tr("The team's rooms on a Matrix server are the record. Nothing of yours is installed "
                                  "there, and people without Wardroom read along in Element."),
                               "muted"));
    column->addSpacing(8);
    makeServer(column);
    m_form = new QWidget;
    auto *form = new QVBoxLayout(m_form);
    setMargins(form, 0, 0, 0, 0, 8);
    makeWho(form);
    makeWhere(form);
    column->addWidget(m_form);
    makeFoot(column);
    begin();
}

QLineEdit *SignInPage::addField(QBoxLayout *column, const QString &label, const QString &placeholder)
{
    auto *box = new QWidget;
    auto *row = new QHBoxLayout(box);
    setMargins(row, 0, 0, 0, 0, 12);
    QLabel *name = makeLabel(label, "muted");
    name->setFixedWidth(m_theme.px(120));
    auto *field = new QLineEdit;
    field->setAccessibleName(label);
    field->setPlaceholderText(placeholder);
    field->setMaxLength(8192);
    field->setMinimumHeight(m_theme.px(31));
    name->setBuddy(field);
    row->addWidget(name);
    row->addWidget(field, 1);
    column->addWidget(box);
    connect(field, &QLineEdit::returnPressed, this, &SignInPage::go);
    return field;
}

void SignInPage::makeServer(QBoxLayout *column)
{
    m_invitation = addField(column, tr("Invitation"), tr("Were you invited? Paste the line here first"));
    m_invited = makeText({}, "good");
    column->addWidget(m_invited);
    m_server = addField(column, tr("Server"), tr("example.org, or your account: @ada:example.org"));
    m_found = makeText({}, "good");
    column->addWidget(m_found);
    connect(m_invitation, &QLineEdit::textChanged, this, [this](const QString &text) {
        m_isInvited = false;
        m_invited->setText({});
        m_server->setReadOnly(false);
        refresh();
        if (!text.trimmed().isEmpty())
            Q_EMIT invitationPasted(text.simplified());
    });
    connect(m_server, &QLineEdit::textChanged, this, [this](const QString &text) {
        m_isFound = false;
        m_found->setText({});
        if (text.startsWith(u'@') && text.contains(u':'))
            m_account->setText(text.trimmed());
        refresh();
    });
}

void SignInPage::makeWho(QBoxLayout *column)
{
    auto *row = new QHBoxLayout;
    setMargins(row, 0, 6, 0, 2, 14);
    QLabel *label = makeLabel(tr("Sign in with"), "muted");
    label->setFixedWidth(m_theme.px(120));
    row->addWidget(label);
    m_ways = new QButtonGroup(this);
    const QStringList names{tr("Password"), tr("Browser"), tr("Access token")};
    for (int i = 0; i < names.size(); ++i) {
        auto *way = new QRadioButton(names.at(i));
        m_ways->addButton(way, i);
        row->addWidget(way);
    }
    row->addStretch();
    column->addLayout(row);
    connect(m_ways, &QButtonGroup::idToggled, this, &SignInPage::refresh);
    m_account = addField(column, tr("Account"), tr("@ada:example.org, or ada"));
    m_password = addField(column, tr("Password"), tr("Used once, kept nowhere"));
    m_password->setEchoMode(QLineEdit::Password);
    m_token = addField(column, tr("Access token"), tr("Made elsewhere, for a device of its own"));
    m_token->setEchoMode(QLineEdit::Password);
}

void SignInPage::makeWhere(QBoxLayout *column)
{
    m_where = new QWidget;
    auto *where = new QVBoxLayout(m_where);
    setMargins(where, 0, 6, 0, 0, 8);
    m_isNew = new QRadioButton(tr("Found a new workspace on this server"));
    m_isThere = new QRadioButton(tr("Join the one that is there: I know its fingerprint"));
    m_isThere->setToolTip(
        tr("Your account has to be invited into its control room. A colleague then lets this desktop in."));
    where->addWidget(m_isNew);
    where->addWidget(m_isThere);
    connect(m_isThere, &QRadioButton::toggled, this, &SignInPage::refresh);
    m_name = addField(where, tr("Workspace"), tr("What it is called on this desktop"));
    m_name->setMaxLength(80);
    m_fingerprint = addField(where, tr("Fingerprint"), tr("64 characters, from a colleague, by a way you trust"));
    column->addWidget(m_where);
}

void SignInPage::makeFoot(QBoxLayout *column)
{
    m_progress = new QProgressBar;
    m_progress->setRange(0, 0);
    m_progress->setTextVisible(false);
    column->addSpacing(4);
    column->addWidget(m_progress);
    m_state = makeText({}, "muted");
    m_state->setMinimumHeight(m_theme.px(40));
    column->addWidget(m_state);
    auto *foot = new QHBoxLayout;
    setMargins(foot, 0, 4, 0, 0, 8);
    m_back = makeButton({});
    m_go = makeButton({}, "primary");
    foot->addWidget(m_back);
    foot->addStretch();
    foot->addWidget(m_go);
    column->addLayout(foot);
    column->addStretch(1);
    connect(m_back, &QPushButton::clicked, this, [this] {
        if (m_busy)
            Q_EMIT cancelWanted();
        else
            Q_EMIT backWanted();
    });
    connect(m_go, &QPushButton::clicked, this, &SignInPage::go);
}

void SignInPage::begin(const QString &invitation)
{
    for (QLineEdit *field : {m_invitation, m_server, m_account, m_password, m_token, m_name, m_fingerprint})
        field->clear();
    m_isInvited = m_isFound = false;
    m_ways->button(static_cast<int>(SignInWay::password))->setChecked(true);
    m_isNew->setChecked(true);
    setBusy({});
    m_invitation->setText(invitation);
    (invitation.isEmpty() ? m_invitation : m_server)->setFocus(Qt::OtherFocusReason);
}

void SignInPage::setInvited(const QString &server, const QString &workspace, const QString &controlRoom,
                            const QString &fingerprint)
{
    m_isInvited = true;
    m_server->setText(server);
    m_server->setReadOnly(true);
    m_name->setText(workspace);
    m_fingerprint->setText(fingerprint);
    m_invited->setText(
        tr("✓ Into “%1”, control room %2, fingerprint %3…").arg(workspace, controlRoom, fingerprint.left(16)));
    refresh();
}

void SignInPage::setOffers(const SignInOffers &offers)
{
    setBusy({});
    m_isFound = true;
    QStringList words;
    const auto offer = [&](SignInWay way, bool is, const QString &name) {
        m_ways->button(static_cast<int>(way))->setVisible(is);
        if (is)
            words << name;
    };
    offer(SignInWay::password, offers.password, tr("password"));
    offer(SignInWay::browser, offers.browser, tr("browser sign-on"));
    offer(SignInWay::token, true, tr("access token"));
    const SignInWay first = offers.password  ? SignInWay::password
                            : offers.browser ? SignInWay::browser
                                             : SignInWay::token;
    m_ways->button(static_cast<int>(first))->setChecked(true);
    m_found->setText(tr("✓ Found %1. It offers: %2.").arg(offers.server, words.join(u", "_s)));
    refresh();
    QLineEdit *next = first == SignInWay::token ? m_token : m_account->text().isEmpty() ? m_account : m_password;
    next->setFocus(Qt::OtherFocusReason);
}

SignInWay SignInPage::way() const
{
    return static_cast<SignInWay>(std::max(0, m_ways->checkedId()));
}

void SignInPage::refresh()
{
    if (!m_go)
        return;
    m_form->setVisible(m_isFound);
    m_invited->setVisible(!m_invited->text().isEmpty());
    m_found->setVisible(!m_found->text().isEmpty());
    rowOf(m_account)->setVisible(way() == SignInWay::password);
    rowOf(m_password)->setVisible(way() == SignInWay::password);
    rowOf(m_token)->setVisible(way() == SignInWay::token);
    m_where->setVisible(!m_isInvited);
    rowOf(m_fingerprint)->setVisible(m_isThere->isChecked());
    m_go->setText(!m_isFound               ? tr("Find the server")
                  : m_isInvited            ? tr("Sign in and join")
                  : m_isThere->isChecked() ? tr("Sign in and ask to be let in")
                                           : tr("Sign in and found"));
    m_back->setText(m_busy ? tr("Cancel") : tr("Back"));
}

QString SignInPage::missing() const
{
    if (m_server->text().trimmed().isEmpty())
        return tr("Paste an invitation, or name the server.");
    if (!m_isFound)
        return {};
    if (way() == SignInWay::password && (m_account->text().trimmed().isEmpty() || m_password->text().isEmpty()))
        return tr("Write your account and its password.");
    if (way() == SignInWay::token && m_token->text().trimmed().isEmpty())
        return tr("Paste the access token.");
    if (m_isInvited)
        return {};
    if (m_name->text().trimmed().isEmpty())
        return tr("Give the workspace a name.");
    static const QRegularExpression shape(u"^[0-9a-f]{64}$"_s);
    if (m_isThere->isChecked() && !shape.match(m_fingerprint->text().simplified().remove(u' ').toLower()).hasMatch())
        return tr("A fingerprint has 64 characters, 0 to 9 and a to f. A colleague sees it in Settings.");
    return {};
}

SignInWish SignInPage::wish() const
{
    SignInWish wish;
    wish.way = way();
    wish.server = m_server->text().trimmed();
    wish.invitation = m_isInvited ? m_invitation->text().simplified() : QString();
    wish.workspace = m_name->text().trimmed();
    if (!m_isInvited && m_isThere->isChecked())
        wish.fingerprint = m_fingerprint->text().simplified().remove(u' ').toLower();
    wish.account = m_account->text().trimmed();
    wish.password = m_password->text().toUtf8();
    wish.token = m_token->text().trimmed().toUtf8();
    return wish;
}

void SignInPage::go()
{
    if (m_busy)
        return;
    if (const QString what = missing(); !what.isEmpty())
        setProblem(what);
    else if (m_isFound)
        Q_EMIT signInWanted(wish());
    else
        Q_EMIT lookWanted(m_server->text().trimmed());
}

void SignInPage::setBusy(const QString &doing)
{
    m_busy = !doing.isEmpty();
    m_progress->setVisible(m_busy);
    m_state->setText(doing);
    setLook(m_state, "muted");
    for (QWidget *part : {static_cast<QWidget *>(m_form), static_cast<QWidget *>(rowOf(m_invitation)), rowOf(m_server),
                          static_cast<QWidget *>(m_go)})
        part->setEnabled(!m_busy);
    refresh();
    if (m_busy)
        m_back->setFocus(Qt::OtherFocusReason);
}

void SignInPage::setProblem(const QString &sentence)
{
    setBusy({});
    m_state->setText(sentence);
    setLook(m_state, "problem");
}

} // namespace wardroom::ui
