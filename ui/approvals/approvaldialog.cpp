// SPDX-FileCopyrightText: 2026 The Wardroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/approvals/approvaldialog.h"

#include "base/plaintext.h"
#include "models/times.h"
#include "ui/theme/badges.h"
#include "ui/theme/codelabel.h"
#include "ui/theme/flowlayout.h"
#include "ui/theme/pieces.h"

#include <QLineEdit>
#include <QScrollArea>

namespace wardroom::ui {

using namespace Qt::StringLiterals;

ApprovalDialog::ApprovalDialog(const Theme &theme, const Clock &clock, QWidget *parent)
    : QDialog(parent)
    , m_theme(theme)
    , m_clock(clock)
{
    setAttribute(Qt::WA_DeleteOnClose);
    setMinimumWidth(620);
    resize(760, 620);
    auto *column = new QVBoxLayout(this);
    setMargins(column, 26, 24, 26, 24, 10);
    makeHead(column);
    auto *scroll = m_scroll = new QScrollArea;
    scroll->setWidgetResizable(true);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setFocusPolicy(Qt::NoFocus);
    auto *inside = new QWidget;
    inside->setProperty("panel", u"none"_s);
    auto *body = new QVBoxLayout(inside);
    setMargins(body, 0, 4, 0, 0, 12);
    m_rows = new QGridLayout;
    m_rows->setContentsMargins(0, 0, 0, 0);
    m_rows->setHorizontalSpacing(12);
    m_rows->setVerticalSpacing(9);
    m_rows->setColumnMinimumWidth(0, 122);
    m_rows->setColumnStretch(1, 1);
    body->addLayout(m_rows);
    m_danger = makeFrame("danger");
    auto *inDanger = new QHBoxLayout(m_danger);
    setMargins(inDanger, 12, 9, 12, 9, 8);
    m_dangerText = makeText({}, "");
    inDanger->addWidget(m_dangerText);
    body->addWidget(m_danger);
    body->addStretch();
    scroll->setWidget(inside);
    column->addWidget(scroll);
    makeFoot(column);
    m_timer.setInterval(500);
    connect(&m_timer, &QTimer::timeout, this, &ApprovalDialog::tick);
    m_timer.start();
}

void ApprovalDialog::makeHead(QVBoxLayout *column)
{
    auto *row = new QHBoxLayout;
    setMargins(row, 0, 0, 0, 0, 10);
    m_badge = new BadgeLabel(m_theme);
    m_title = makeLabel({}, "question");
    m_title->setWordWrap(true);
    m_expires = makeLabel({}, "muted");
    row->addWidget(m_badge, 0, Qt::AlignVCenter);
    row->addWidget(m_title, 1);
    row->addWidget(m_expires, 0, Qt::AlignVCenter);
    column->addLayout(row);
    m_intro = makeText({}, "muted");
    column->addWidget(m_intro);
}

void ApprovalDialog::makeFoot(QVBoxLayout *column)
{
    auto *reason = new QHBoxLayout;
    setMargins(reason, 0, 4, 0, 8, 12);
    m_reasonLabel = makeLabel(tr("Reason"), "muted");
    m_reasonLabel->setFixedWidth(122);
    m_reason = new QLineEdit;
    m_reason->setProperty("look", u"reason"_s);
    m_reason->setAccessibleName(tr("Reason"));
    m_reason->setMaxLength(500);
    m_reasonLabel->setBuddy(m_reason);
    reason->addWidget(m_reasonLabel);
    reason->addWidget(m_reason, 1);
    column->addLayout(reason);
    auto *foot = new QHBoxLayout;
    setMargins(foot, 0, 0, 0, 0, 6);
    m_note = makeLabel({}, "muted");
    m_note->setWordWrap(true);
    m_ask = makeButton(tr("Ask a question"));
    m_decline = makeButton(tr("Decline"));
    m_accept = makeButton(tr("Accept and apply"), "primary");
    foot->addWidget(m_note, 1);
    foot->addWidget(m_ask);
    foot->addWidget(m_decline);
    foot->addWidget(m_accept);
    column->addLayout(foot);
    connect(m_ask, &QPushButton::clicked, this, &ApprovalDialog::questionWanted);
    connect(m_decline, &QPushButton::clicked, this, [this] { decide(false); });
    connect(m_accept, &QPushButton::clicked, this, [this] { decide(true); });
}

void ApprovalDialog::setView(const session::ApprovalView &view)
{
    const bool sameRequest = m_view.op == view.op;
    m_view = view;
    m_badge->setBadge(riskBadge(view.risk, m_theme.tokens()));
    const QString title = tr("%1?").arg(shownPlainly(view.title, 200));
    m_title->setText(title);
    setWindowTitle(title);
    m_intro->setText(introWords());
    fillRows();
    m_danger->setVisible(!view.danger.isEmpty());
    m_dangerText->setText(shownPlainly(view.danger));
    m_dangerText->setAccessibleName(tr("Danger: %1").arg(shownPlainly(view.danger)));
    const bool mine = view.whyNotMe.isEmpty();
    m_accept->setText(view.changes.isEmpty() ? tr("Accept and apply") : tr("Agree"));
    m_accept->setVisible(mine);
    m_decline->setVisible(mine);
    m_reason->setVisible(mine);
    m_reasonLabel->setVisible(mine);
    if (!sameRequest || !mine) {
        m_note->setText(mine ? tr("Your decision is signed and posted to the room.") : view.whyNotMe);
        setLook(m_note, "muted");
    }
    if (!sameRequest && mine)
        m_reason->setFocus();
    // New rows count for the layout only once they are shown.
    if (isVisible())
        QTimer::singleShot(0, this, &ApprovalDialog::fitHeight);
    tick();
}

QString ApprovalDialog::introWords() const
{
    const session::ApprovalView &view = m_view;
    const QString who = shownPlainly(view.requester, 80);
    QStringList intro{view.changes.isEmpty()
                          ? tr("%1 asks group %2 to accept and apply.").arg(who, shownPlainly(view.group, 80))
                          : tr("%1 asks the other policy admins to agree to this.").arg(who),
                      (view.needed == 1 ? tr("1 approval needed, %1 given.")
                                        : tr("%n approvals needed, %1 given.", nullptr, static_cast<int>(view.needed)))
                          .arg(view.given)};
    if (!view.incident.isEmpty())
        intro << tr("Incident: %1.").arg(shownPlainly(view.incident, 200));
    if (!view.reason.isEmpty())
        intro << tr("Why: %1").arg(shownPlainly(view.reason, 500));
    return intro.join(u' ');
}

//! As tall as what it shows, up to what fits a small screen; then the middle scrolls.
void ApprovalDialog::fitHeight()
{
    QWidget *inside = m_scroll->widget();
    for (QWidget *each : inside->findChildren<QWidget *>())
        each->ensurePolished();
    inside->layout()->invalidate();
    // Said outright: what layouts take for the least height of wrapping labels is that of one word a line.
    const int wanted = inside->layout()->totalHeightForWidth(width() - 52) + m_theme.px(22);
    inside->setMinimumHeight(wanted - 2);
    m_scroll->setMinimumHeight(std::min(wanted, 480));
    m_scroll->setMaximumHeight(wanted);
    layout()->invalidate();
    // For this width: the layout's own hints are for the narrowest, and leave an empty strip below the buttons.
    const int tall = layout()->totalHeightForWidth(width());
    setMinimumHeight(tall);
    resize(width(), tall);
}

void ApprovalDialog::showEvent(QShowEvent *event)
{
    QDialog::showEvent(event);
    fitHeight();
}

void ApprovalDialog::addRow(const QString &label, QWidget *value)
{
    const int row = m_rows->rowCount();
    QLabel *name = makeLabel(label, "muted");
    name->setContentsMargins(0, 2, 0, 0);
    m_rows->addWidget(name, row, 0, Qt::AlignTop);
    // A screen reader hears the label with what it is about; the label alone would hide the words.
    QLabel *words = qobject_cast<QLabel *>(value) ? static_cast<QLabel *>(value) : value->findChild<QLabel *>();
    if (words && value->findChildren<QLabel *>().size() <= 1)
        words->setAccessibleName(tr("%1: %2").arg(label, words->text()));
    else
        value->setAccessibleName(label);
    m_rows->addWidget(value, row, 1);
}

QWidget *ApprovalDialog::codeBox(const QString &text, bool muted)
{
    auto *box = makeFrame("box");
    auto *inside = new QHBoxLayout(box);
    setMargins(inside, 10, 7, 10, 7, 0);
    // Whole, however long: nobody agrees to what they were not shown.
    auto *label = new CodeLabel(shownPlainly(text, text.size() * 12), m_theme.font(Face::mono));
    label->setProperty("look", muted ? u"muted"_s : QString());
    inside->addWidget(label);
    return box;
}

QWidget *ApprovalDialog::plainRow(const QString &text, bool mono)
{
    QLabel *label = mono ? new CodeLabel(shownPlainly(text, text.size() * 12), m_theme.font(Face::mono))
                         : makeText(shownPlainly(text), "");
    label->setContentsMargins(0, 2, 0, 2);
    return label;
}

QWidget *ApprovalDialog::scriptRow()
{
    auto *box = new QWidget;
    auto *flow = new FlowLayout(5, box);
    flow->setContentsMargins(0, 2, 0, 2);
    const auto piece = [&](const QString &text, const char *look, bool mono = false) {
        QLabel *label = makeLabel(shownPlainly(text, 200), look);
        if (mono)
            label->setFont(m_theme.font(Face::mono));
        label->setFixedHeight(m_theme.px(18));
        flow->addWidget(label);
        return label;
    };
    piece(m_view.script, "");
    piece(u"·"_s, "");
    if (m_view.vetted)
        piece(m_view.vettedBy.isEmpty() ? tr("✓ vetted") : tr("✓ vetted by %1").arg(m_view.vettedBy), "good");
    else
        piece(tr("! not vetted"), "problem");
    piece(u"· sha256"_s, "");
    QLabel *hash = piece(m_view.hash, "", true);
    hash->setToolTip(m_view.fullHash);
    hash->setTextInteractionFlags(Qt::TextSelectableByMouse);
    QSizePolicy policy(QSizePolicy::Preferred, QSizePolicy::Minimum);
    policy.setHeightForWidth(true);
    box->setSizePolicy(policy);
    return box;
}

QWidget *ApprovalDialog::decisionsRow()
{
    auto *box = new QWidget;
    auto *lines = new QVBoxLayout(box);
    setMargins(lines, 0, 2, 0, 2, 3);
    for (const QString &decision : std::as_const(m_view.decisions)) {
        auto *row = new QHBoxLayout;
        setMargins(row, 0, 0, 0, 0, 5);
        row->addWidget(makeLabel(u"●"_s, "good"), 0, Qt::AlignTop);
        row->addWidget(makeText(shownPlainly(decision, 300), ""), 1);
        lines->addLayout(row);
    }
    const qint64 open = m_view.needed - m_view.given;
    if (open > 0) {
        QString words = open == 1 ? tr("one more") : tr("%n more", nullptr, static_cast<int>(open));
        if (!m_view.missing.isEmpty())
            words = tr("%1 of: %2").arg(words, shownPlainly(m_view.missing.join(u", "_s), 300));
        lines->addWidget(makeText(u"○ "_s + words, "muted"));
    } else if (m_view.decisions.isEmpty()) {
        lines->addWidget(makeLabel(tr("none yet"), "muted"));
    }
    return box;
}

//! A line a change; the whole document stands below.
QWidget *ApprovalDialog::changesRow()
{
    auto *box = new QWidget;
    auto *lines = new QVBoxLayout(box);
    setMargins(lines, 0, 2, 0, 2, 4);
    for (const QString &change : std::as_const(m_view.changes))
        lines->addWidget(makeText(u"• "_s + shownPlainly(change, 600), ""));
    return box;
}

void ApprovalDialog::fillRows()
{
    emptyLayout(m_rows);
    if (!m_view.changes.isEmpty()) {
        addRow(tr("What changes"), changesRow());
        addRow(tr("Decisions"), decisionsRow());
        addRow(tr("Exactly"), codeBox(m_view.document, true));
        return;
    }
    addRow(tr("What will run"), codeBox(m_view.argv, false));
    addRow(tr("Where"), plainRow(m_view.where, false));
    if (!m_view.effect.isEmpty())
        addRow(tr("Rehearsal"), codeBox(m_view.effect, true));
    addRow(tr("Then verify"), plainRow(m_view.verify.isEmpty() ? tr("nothing is read back") : m_view.verify, false));
    addRow(tr("Undo"), m_view.undo.isEmpty() ? plainRow(tr("cannot be undone"), false) : plainRow(m_view.undo, true));
    addRow(tr("Script"), scriptRow());
    addRow(tr("Decisions"), decisionsRow());
}

void ApprovalDialog::setProblem(const QString &sentence)
{
    m_note->setText(sentence);
    setLook(m_note, "problem");
    m_accept->setEnabled(!m_expired);
    m_decline->setEnabled(!m_expired);
}

void ApprovalDialog::decide(bool accept)
{
    const QString reason = m_reason->text().trimmed();
    if (!accept && reason.isEmpty()) {
        setProblem(tr("Say why you decline: the requester reads it."));
        m_reason->setFocus();
        return;
    }
    if (m_expired)
        return;
    m_accept->setEnabled(false);
    m_decline->setEnabled(false);
    if (accept)
        Q_EMIT acceptWanted(reason);
    else
        Q_EMIT declineWanted(reason);
}

void ApprovalDialog::tick()
{
    const qint64 left = m_view.expires - m_clock.nowMs();
    const bool expired = m_view.expires > 0 && left <= 0;
    m_expires->setText(m_view.expires == 0
                           ? QString()
                           : (expired ? tr("expired") : tr("expires in %1").arg(models::countdownText(left))));
    if (expired && !m_expired) {
        m_accept->setEnabled(false);
        m_decline->setEnabled(false);
        if (m_view.whyNotMe.isEmpty())
            setProblem(tr("This request has expired. It has to be asked for again."));
    }
    m_expired = expired;
    if (expired) {
        m_accept->setEnabled(false);
        m_decline->setEnabled(false);
    }
}

} // namespace wardroom::ui
